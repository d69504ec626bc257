#include "lib/core/clock.hpp"

#include <algorithm>
#include <array>

#include "lib/core/clock_steps.hpp"
#include "lib/core/clock_track.hpp"
#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

constexpr std::array<std::string_view, 4> clock_words = {"response", "fix", "update", "promise"};
constexpr std::array<std::string_view, 6> clock_state_words = {"not-started", "running", "paused",
                                                               "met",         "missed",  "void"};

/// Reckons the clocks of one defect from its track.
class Reckoner {
public:
    Reckoner(const Terms& terms, const AgreementTerms& agreement, Track track, std::vector<Pause> windows,
             Instant now)
        : terms_(terms), agreement_(agreement), track_(std::move(track)), now_(now) {
        holding_ = track_.holding;
        holding_.insert(holding_.end(), windows.begin(), windows.end());
        all_ = holding_;
        all_.insert(all_.end(), track_.verdicts.begin(), track_.verdicts.end());
    }

    std::vector<Clock> clocks(Detail detail) {
        detail_ = detail;
        add_response();
        add_fix();
        add_update();
        for (std::size_t at = 0; at < track_.promises.size(); ++at) {
            add_promise(at);
        }
        return std::move(clocks_);
    }

private:
    const CategoryTerms* category(std::optional<int> number) const {
        return number ? agreement_.category(*number) : nullptr;
    }

    const Calendar* calendar(const CategoryTerms& category, std::string ClockCalendars::*clock) const {
        const auto& own = category.calendars.*clock;
        return terms_.find_calendar(own.empty() ? agreement_.calendars.*clock : own);
    }

    /// Fills in what one run comes to, and the state that follows.
    void conclude(Clock& clock, Run run, std::span<const Pause> pauses) {
        if (run.target.is_real()) {
            run.calendar = nullptr;
        }
        clock.target = text(run.target);
        clock.calendar = run.calendar == nullptr ? std::string{} : run.calendar->name();
        clock.started_at = clock.started_at.value_or(run.start);
        if (track_.closed && run.stop.value_or(Instant::max()) > *track_.closed) {
            end_with_case(clock, run, pauses);
        } else {
            const auto result = reckon(run, pauses);
            clock.stopped_at = run.stop;
            clock.due_at = result.due;
            clock.elapsed = result.elapsed;
            clock.state = state_of(run, result);
        }
        if (detail_ == Detail::explained) {
            clock.steps = steps_of(clock, run, pauses, track_);
        }
    }

    static ClockState state_of(const Run& run, const Reckoning& result) {
        if (run.missed_before) {
            return ClockState::missed;
        }
        if (run.stop) {
            return result.due && *run.stop <= *result.due ? ClockState::met : ClockState::missed;
        }
        if (result.due && run.now > *result.due) {
            return ClockState::missed;
        }
        return result.paused ? ClockState::paused : ClockState::running;
    }

    /// What still ran when the case was closed is void; what was missed by then stays so.
    void end_with_case(Clock& clock, Run& run, std::span<const Pause> pauses) const {
        run.stop = track_.closed;
        run.now = *track_.closed;
        const auto result = reckon(run, pauses);
        const bool missed = run.missed_before || (result.due && *result.due < run.now);
        clock.ended_at = track_.closed;
        clock.elapsed = result.elapsed;
        clock.state = missed ? ClockState::missed : ClockState::void_;
        clock.due_at = missed ? result.due : std::nullopt;
    }

    void add_idle(ClockName name, const Target& target, const Calendar* calendar) {
        Clock clock{.name = name, .target = text(target)};
        clock.calendar = target.is_real() || calendar == nullptr ? std::string{} : calendar->name();
        clock.state = track_.closed && !track_.fixed ? ClockState::void_ : ClockState::not_started;
        clocks_.push_back(std::move(clock));
    }

    std::optional<Target> response_target(const CategoryTerms& terms) const {
        if (terms.response_outside && track_.reported) {
            const auto* hours = terms_.find_calendar(agreement_.calendars.response);
            if (hours != nullptr && !hours->is_open(track_.reported->at)) {
                return terms.response_outside;
            }
        }
        return terms.response;
    }

    void add_response() {
        const auto answer = track_.words.empty() ? std::optional<Track::Mark>{} : track_.words.front();
        const auto* terms = category(answer ? answer->category : track_.category);
        if (terms == nullptr || !response_target(*terms)) {
            return;
        }
        const auto target = *response_target(*terms);
        const auto* hours = calendar(*terms, &ClockCalendars::response);
        if (!track_.reported) {
            add_idle(ClockName::response, target, hours);
            return;
        }
        Clock clock{.name = ClockName::response};
        const auto stop = answer ? std::optional(answer->at) : std::nullopt;
        conclude(
            clock,
            {.start = track_.reported->at, .target = target, .calendar = hours, .stop = stop, .now = now_},
            holding_);
        clocks_.push_back(std::move(clock));
    }

    /// What ends the fix clock: the fix that holds, or a workaround where that is enough.
    std::optional<Track::Mark> fix_end() const {
        const bool enough = agreement_.workaround == AgreementTerms::Workaround::meets_fix;
        if (enough && track_.workaround && (!track_.fixed || track_.workaround->at < track_.fixed->at)) {
            return track_.workaround;
        }
        return track_.fixed;
    }

    std::optional<Instant> fix_start() const {
        if (!track_.reported) {
            return std::nullopt;
        }
        if (agreement_.starts == AgreementTerms::Starts::report) {
            return track_.reported->at;
        }
        return track_.words.empty() ? std::nullopt : std::optional(track_.words.front().at);
    }

    void add_fix() {
        const auto end = fix_end();
        const auto* terms = category(end ? end->category : track_.category);
        if (terms == nullptr || !terms->fix) {
            return;
        }
        const auto* hours = calendar(*terms, &ClockCalendars::fix);
        const auto start = fix_start();
        if (!start) {
            add_idle(ClockName::fix, *terms->fix, hours);
            return;
        }
        Run run{.start = *start, .target = *terms->fix, .calendar = hours, .stop = {}, .now = now_};
        Clock clock{.name = ClockName::fix};
        clock.started_at = start;
        if (agreement_.reopen == AgreementTerms::Reopen::restart) {
            restart(run, end);
        }
        run.stop = end ? std::optional(std::max(end->at, run.start)) : std::nullopt;
        conclude(clock, run, all_);
        clocks_.push_back(std::move(clock));
    }

    /// Moves the start to the last failed verification, and notes if an earlier run was missed.
    void restart(Run& run, const std::optional<Track::Mark>& end) const {
        for (const auto& failure : track_.failures) {
            if (end && failure.at > end->at) {
                break;
            }
            if (failure.at < run.start) {
                continue;
            }
            auto earlier = run;
            earlier.stop = std::max(failure.announced, run.start);
            if (earlier.target.is_real()) {
                earlier.calendar = nullptr;
            }
            const auto result = reckon(earlier, all_);
            run.missed_before = run.missed_before || (result.due && *result.due < *earlier.stop);
            run.start = failure.at;
        }
    }

    void add_update() {
        const auto end = fix_end();
        const auto* terms = category(end ? end->category : track_.category);
        if (terms == nullptr || !terms->update) {
            return;
        }
        auto rounds = track_.words;
        if (end) {
            std::erase_if(rounds, [&](const Track::Mark& each) {
                return each.event == end->event || !before_mark(each, *end);
            });
        }
        if (rounds.empty()) {
            add_idle(ClockName::update, *terms->update, calendar(*terms, &ClockCalendars::update));
            return;
        }
        Clock clock{.name = ClockName::update};
        for (std::size_t at = 0; at + 1 < rounds.size(); ++at) {
            clock.misses += missed_round(rounds[at], rounds[at + 1]) ? 1 : 0;
        }
        const auto stop = end ? std::optional(end->at) : std::nullopt;
        conclude(clock,
                 {.start = rounds.back().at,
                  .target = *terms->update,
                  .calendar = calendar(*terms, &ClockCalendars::update),
                  .stop = stop,
                  .now = now_},
                 all_);
        clocks_.push_back(std::move(clock));
    }

    static bool before_mark(const Track::Mark& left, const Track::Mark& right) {
        return left.event == nullptr || right.event == nullptr ? left.at < right.at
                                                               : before(*left.event, *right.event);
    }

    bool missed_round(const Track::Mark& from, const Track::Mark& until) const {
        const auto* terms = category(until.category);
        if (terms == nullptr || !terms->update) {
            return false;
        }
        const Run run{.start = from.at,
                      .target = *terms->update,
                      .calendar = calendar(*terms, &ClockCalendars::update),
                      .stop = until.at,
                      .now = now_};
        const auto result = reckon(run, all_);
        return result.due && *result.due < until.at;
    }

    /// A promise is a date; nothing pauses it.
    void add_promise(std::size_t at) {
        const auto& promise = track_.promises[at];
        Clock clock{.name = ClockName::promise, .state = ClockState::running};
        clock.started_at = promise.made.at;
        clock.due_at = promise.by;
        for (auto earlier = at; earlier > 0 && is_replaced(earlier - 1); --earlier) {
            ++clock.slips;
        }
        const auto end = fix_end();
        if (is_replaced(at)) {
            const auto replaced = track_.promises[at + 1].made.at;
            settle(clock, replaced);
            clock.stopped_at = clock.state == ClockState::missed ? std::optional(replaced) : std::nullopt;
        } else if (end && promise.made.at <= end->at) {
            clock.stopped_at = end->at;
            clock.state = end->at <= promise.by ? ClockState::met : ClockState::missed;
        } else if (track_.closed || end) {
            clock.ended_at = track_.closed ? *track_.closed : end->at;
            settle(clock, *clock.ended_at);
        } else {
            clock.covered = announced_by(promise.by);
            clock.state = now_ > promise.by && !clock.covered ? ClockState::missed : ClockState::running;
        }
        clock.elapsed = std::max(clock.until(now_) - promise.made.at, Seconds{0});
        clock.target = text(promise.made, promise.by);
        if (detail_ == Detail::explained) {
            clock.steps = steps_of_promise(clock);
        }
        clocks_.push_back(std::move(clock));
    }

    /// The instant promised, in the offset it was written with.
    static std::string text(const Track::Mark& made, Instant by) {
        return made.event == nullptr ? rfc3339({by, {}}) : std::string(made.event->text("by"));
    }
    static std::string text(const Target& target) { return core::text(target); }

    /// Ended by something that is no fix: missed if its date had passed, else void.
    void settle(Clock& clock, Instant at) const {
        const bool missed = *clock.due_at < at && !(track_.closed && announced_by(*clock.due_at));
        clock.state = missed ? ClockState::missed : ClockState::void_;
        clock.due_at = missed ? clock.due_at : std::nullopt;
    }

    /// A fix announced by then still awaits its verdict.
    bool announced_by(Instant by) const { return track_.awaiting && *track_.awaiting <= by; }

    /// Another promise followed before this one was kept.
    bool is_replaced(std::size_t at) const {
        const auto end = fix_end();
        return at + 1 < track_.promises.size() && (!end || track_.promises[at + 1].made.at <= end->at);
    }

    const Terms& terms_;
    const AgreementTerms& agreement_;
    Track track_;
    Instant now_;
    Detail detail_ = Detail::brief;
    std::vector<Pause> holding_;
    std::vector<Pause> all_;
    std::vector<Clock> clocks_;
};

/// The version of the agreement that the case follows: in force on the civil day that it was reported.
const AgreementTerms& agreement_of(const Case& folded, const Terms& terms, Instant now) {
    const auto* system = terms.find_system(folded.id.system);
    if (system == nullptr) {
        throw ConfigError("{} is about the system {}, which the configuration does not have", text(folded.id),
                          folded.id.system);
    }
    const auto at = folded.reported_at ? folded.reported_at->at : now;
    const auto day = system->zone->date(at);
    const auto* agreement = terms.in_force(folded.id.system, day);
    if (agreement == nullptr && !folded.reported_at) {
        throw ConfigError("no version of the agreement {}, which {} would follow, is in force on {}",
                          system->agreement, text(folded.id), iso(day));
    }
    if (agreement == nullptr) {
        throw ConfigError("{} was reported on {}, before the first version of the agreement {} is in force",
                          text(folded.id), iso(day), system->agreement);
    }
    if (!folded.category || agreement->category(*folded.category) == nullptr) {
        throw ConfigError("{} has category {}, which the agreement {} does not have", text(folded.id),
                          folded.category.value_or(0), agreement->name);
    }
    return *agreement;
}

std::vector<Pause> pauses_of(std::span<const Window> windows, const AgreementTerms& agreement,
                             const std::string& system) {
    std::vector<Pause> pauses;
    for (const auto& window : windows) {
        if (agreement.exclude_windows && window.system == system) {
            pauses.push_back(
                {.from = window.from, .until = window.until, .holder = {}, .why = {}, .maintenance = true});
        }
    }
    return pauses;
}

std::vector<Clock> reckoned(const History& history, const Case& folded, const Terms& terms, Instant now,
                            std::span<const Window> windows, Detail detail) {
    if (folded.type != CaseType::defect) {
        return {};
    }
    const auto& agreement = agreement_of(folded, terms, now);
    auto gathered = track(history, folded, agreement, terms.find_system(folded.id.system)->vendor);
    Reckoner reckoner(terms, agreement, std::move(gathered), pauses_of(windows, agreement, folded.id.system),
                      now);
    return reckoner.clocks(detail);
}

}  // namespace

std::string_view word(ClockName name) {
    return clock_words.at(static_cast<std::size_t>(name));
}
std::string_view word(ClockState state) {
    return clock_state_words.at(static_cast<std::size_t>(state));
}

std::vector<Clock> clocks(const History& history, const Case& folded, const Terms& terms, Instant now,
                          std::span<const Window> windows) {
    return reckoned(history, folded, terms, now, windows, Detail::brief);
}

std::vector<Clock> explained_clocks(const History& history, const Case& folded, const Terms& terms,
                                    Instant now, std::span<const Window> windows) {
    return reckoned(history, folded, terms, now, windows, Detail::explained);
}

const AgreementTerms& agreement_in_force(const Case& folded, const Terms& terms, Instant now) {
    return agreement_of(folded, terms, now);
}

std::optional<NextDeadline> next_deadline(std::span<const Clock> clocks) {
    std::optional<NextDeadline> next;
    for (const auto& clock : clocks) {
        if (clock.is_open() && !clock.covered && clock.due_at && (!next || *clock.due_at < next->due)) {
            next = NextDeadline{.due = *clock.due_at, .clock = clock.name};
        }
    }
    return next;
}

}  // namespace spoc::core
