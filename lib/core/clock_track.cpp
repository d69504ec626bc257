#include "lib/core/clock_track.hpp"

#include <algorithm>

#include "lib/core/verdict.hpp"

namespace spoc::core {

namespace {

bool is_word(const Event& event) {
    switch (event.kind()) {
        case EventKind::answered:
        case EventKind::promised:
        case EventKind::workaround:
        case EventKind::fix_announced:
        case EventKind::escalation_answered:
            return true;
        default:
            return false;
    }
}

class Tracker {
public:
    Tracker(const AgreementTerms& agreement, std::string_view vendor, std::optional<int> category)
        : agreement_(agreement), vendor_(vendor), category_(category) {}

    void take(const Event& event) {
        take_report(event);
        take_word(event);
        take_category(event);
        take_fix(event, trail_.take(event));
        take_closing(event);
    }

    Track conclude(const Case& folded) && {
        close_pause(track_.verdicts, std::nullopt);
        add_holding(folded);
        track_.category = category_;
        return std::move(track_);
    }

private:
    Track::Mark mark(const Event& event) const {
        return {.at = event.occurred_at.at, .category = category_, .event = &event};
    }

    void take_report(const Event& event) {
        if (event.kind() == EventKind::reported && event.text("to") == vendor_ && !track_.reported) {
            track_.reported = mark(event);
        }
    }

    void take_word(const Event& event) {
        if (!track_.reported || !is_word(event) || event.text("from") != vendor_) {
            return;
        }
        track_.words.push_back(mark(event));
        if (event.kind() == EventKind::promised && event.by()) {
            track_.promises.push_back({.made = mark(event), .by = *event.by()});
        }
        if (event.kind() == EventKind::workaround && !track_.workaround) {
            track_.workaround = mark(event);
        }
    }

    void take_category(const Event& event) {
        const auto before = category_;
        if (event.kind() == EventKind::categorised) {
            category_ = event.category() ? event.category() : category_;
            downgraded_ = false;
        }
        const bool downgrades = event.kind() == EventKind::workaround && event.text("from") == vendor_ &&
                                agreement_.workaround == AgreementTerms::Workaround::downgrade && category_ &&
                                !downgraded_;
        if (downgrades) {
            downgraded_ = true;
            const auto* terms = agreement_.category(*category_);
            category_ = terms != nullptr && terms->downgrade_to ? terms->downgrade_to : category_;
        }
        if (before && category_ != before) {
            track_.categories.push_back(mark(event));
        }
    }

    void close_pause(std::vector<Pause>& pauses, std::optional<Instant> until) {
        if (waiting_since_) {
            pauses.push_back(
                {.from = *waiting_since_, .until = until, .holder = std::string(us), .why = "verdict"});
            waiting_since_.reset();
        }
    }

    void take_fix(const Event& event, FixTrail::Effect effect) {
        const auto at = event.occurred_at.at;
        switch (effect) {
            case FixTrail::Effect::announced:
                waiting_since_ = waiting_since_.value_or(at);
                track_.awaiting = at;
                announced_.push_back(mark(event));
                break;
            case FixTrail::Effect::passed:
                pass(event);
                break;
            case FixTrail::Effect::failed: {
                const auto announced = track_.fixed ? track_.fixed->at : track_.awaiting.value_or(at);
                track_.failures.push_back({.at = at, .announced = announced});
                track_.fixed.reset();
                await_the_rest(at);
                break;
            }
            case FixTrail::Effect::tried:
                await_the_rest(at);
                break;
            case FixTrail::Effect::none:
                break;
        }
    }

    /// After a verdict: what else was announced still awaits one.
    void await_the_rest(Instant at) {
        if (trail_.awaits()) {
            track_.awaiting = trail_.announcement()->occurred_at.at;
        } else {
            close_pause(track_.verdicts, at);
            track_.awaiting.reset();
        }
    }

    /// The pause that the verdict ends stays open: should the case be reopened, all of the time since was
    /// ours.
    void pass(const Event& event) {
        const auto* announcement = trail_.passed_announcement();
        const auto announced = std::ranges::find(announced_, announcement, &Track::Mark::event);
        track_.fixed_by_announcement = announcement != nullptr && announced != announced_.end();
        track_.fixed = track_.fixed_by_announcement ? *announced : mark(event);
        waiting_since_ = waiting_since_.value_or(track_.fixed->at);
        track_.awaiting.reset();
    }

    void take_closing(const Event& event) {
        if (event.kind() == EventKind::closed) {
            track_.closed = event.occurred_at.at;
        } else if (event.kind() == EventKind::reopened) {
            track_.closed.reset();
        }
    }

    void add_holding(const Case& folded) {
        for (std::size_t at = 0; at < folded.balls.size(); ++at) {
            const auto& span = folded.balls[at];
            const bool pausing = std::ranges::find(agreement_.pauses, span.holder) != agreement_.pauses.end();
            if (pausing || span.holder.empty()) {
                const bool last = at + 1 == folded.balls.size();
                track_.holding.push_back(
                    {.from = span.since,
                     .until = last ? std::nullopt : std::optional(folded.balls[at + 1].since),
                     .holder = span.holder,
                     .why = span.why});
            }
        }
    }

    const AgreementTerms& agreement_;
    std::string_view vendor_;
    FixTrail trail_;
    Track track_;
    std::optional<int> category_;
    bool downgraded_ = false;  ///< by a workaround, since the category was last set
    std::optional<Instant> waiting_since_;
    std::vector<Track::Mark> announced_;
};

}  // namespace

Track track(const History& history, const Case& folded, const AgreementTerms& agreement,
            std::string_view vendor) {
    // The category it was recorded with holds from the start, even if it was phoned in before.
    const auto opening = std::ranges::find(history, EventKind::recorded, &Event::kind);
    Tracker tracker(agreement, vendor, opening == history.end() ? std::nullopt : opening->category());
    for (const auto& event : history) {
        tracker.take(event);
    }
    return std::move(tracker).conclude(folded);
}

}  // namespace spoc::core
