#include "lib/core/case.hpp"

#include <algorithm>
#include <array>

#include "lib/core/redaction.hpp"
#include "lib/core/verdict.hpp"

namespace spoc::core {

namespace {

constexpr std::array<std::string_view, 3> type_words = {"defect", "wish", "question"};
constexpr std::array<std::string_view, 9> state_words = {"recorded", "analysed", "reported",
                                                         "answered", "waiting",  "fix-announced",
                                                         "rejected", "verified", "closed"};

/// Plays a history event by event.
class Replay {
public:
    Replay(const CaseRules& rules, Case& result) : rules_(rules), case_(result) {}

    void take(const Event& event) {
        case_.changed_at =
            std::max(case_.changed_at, event.occurred_at,
                     [](const Timestamp& left, const Timestamp& right) { return left.at < right.at; });
        const auto effect = trail_.take(event);
        take_content(event);
        take_movement(event);
        if (case_.type == CaseType::defect) {
            take_fix(event, effect);
        }
    }

    void conclude() {
        const auto* awaiting = trail_.announcement();
        if (awaiting != nullptr && case_.type == CaseType::defect && !closed_) {
            case_.announcement = *awaiting;
        }
        case_.failed_verifications = case_.type == CaseType::defect ? trail_.failures() : 0;
        case_.state = state();
    }

private:
    void hold(const Event& event, std::string_view holder, std::string_view why) {
        if (closed_ && !holder.empty()) {  // nobody holds a closed case; it shows once it is reopened
            holder_before_ = holder;
        } else if (case_.balls.empty() || case_.balls.back().holder != holder) {
            case_.balls.push_back(
                {.since = event.occurred_at.at, .holder = std::string(holder), .why = std::string(why)});
        }
    }

    bool is_vendor(std::string_view party) const { return party == rules_.vendor; }

    /// What is known of the case.
    void take_content(const Event& event) {
        switch (event.kind()) {
            case EventKind::recorded:
                record(event);
                break;
            case EventKind::edited:
                edit(event);
                break;
            case EventKind::categorised:
                case_.category = event.category() ? event.category() : case_.category;
                break;
            case EventKind::analysed:
                analysed_ = true;
                case_.cause = event.text("cause");
                if (!event.text("interface").empty()) {
                    case_.interface = event.text("interface");
                }
                break;
            case EventKind::decided:
                case_.outcome = std::string(event.text("outcome"));
                break;
            case EventKind::merged:
                case_.merged_into = event.text("into");
                break;
            case EventKind::promised:
                promised(event);
                break;
            default:
                break;
        }
        learn_reference(event);
    }

    void record(const Event& event) {
        case_.recorded_event = event.id;
        case_.recorded_at = event.occurred_at;
        case_.type = case_type(event.text("type")).value_or(CaseType::defect);
        case_.fields = event.data;
        if (auto* members = case_.fields.members()) {
            std::erase_if(*members, [](const auto& member) { return member.first == removal_mark; });
        }
        case_.category = case_.category ? case_.category : event.category();
        case_.interface = event.text("interface");
        if (case_.balls.empty()) {  // what happened before may have been recorded first
            hold(event, us, word(event.kind()));
        }
    }

    void edit(const Event& event) {
        if (const auto* members = event.data.members()) {
            for (const auto& [name, value] : *members) {
                // these have events of their own, or never change, or are about the event itself
                if (name != "type" && name != "category" && name != removal_mark) {
                    case_.fields.set(name, value);
                }
            }
        }
        if (!event.text("interface").empty()) {
            case_.interface = event.text("interface");
        }
    }

    void promised(const Event& event) {
        if (is_vendor(event.text("from"))) {
            case_.slips += promise_open_ ? 1 : 0;
            promise_open_ = true;
        }
    }

    void learn_reference(const Event& event) {
        const bool to_vendor = event.kind() == EventKind::reported && is_vendor(event.text("to"));
        const bool from_vendor = is_vendor(event.text("from"));
        const auto reference = event.text("ref");
        if ((to_vendor || from_vendor) && !reference.empty() &&
            std::ranges::find(case_.vendor_refs, reference) == case_.vendor_refs.end()) {
            case_.vendor_refs.emplace_back(reference);
        }
    }

    /// Who has it, and how far it has come.
    void take_movement(const Event& event) {
        switch (event.kind()) {
            case EventKind::reported:
            case EventKind::submitted:
                hand_on(event);
                break;
            case EventKind::ball:
                if (!event.text("holder").empty()) {
                    hold(event, event.text("holder"),
                         event.text("why").empty() ? word(event.kind()) : event.text("why"));
                }
                break;
            case EventKind::decided:
                hold(event, us, word(event.kind()));
                break;
            case EventKind::escalated:
                case_.rung = event.text("rung");
                case_.escalated_at = event.occurred_at.at;
                break;
            case EventKind::closed:
                close(event);
                break;
            case EventKind::reopened:
                reopen(event);
                break;
            default:
                break;
        }
        answered_ = answered_ || is_word_back(event);
    }

    void hand_on(const Event& event) {
        case_.reported_to = event.text("to");
        if (event.kind() == EventKind::reported && is_vendor(case_.reported_to) && !case_.reported_at) {
            case_.reported_at = event.occurred_at;
        }
        handed_on_ = true;
        hold(event, event.text("to"), word(event.kind()));
    }

    /// Somebody has answered what was handed on: the vendor, if it went there.
    bool is_word_back(const Event& event) const {
        switch (event.kind()) {
            case EventKind::answered:
            case EventKind::workaround:
                return is_vendor(event.text("from")) || !case_.reported_at;
            case EventKind::promised:
                return is_vendor(event.text("from"));
            case EventKind::decided:
                return true;
            case EventKind::escalation_answered:
                return is_vendor(event.text("from"));
            default:
                return false;
        }
    }

    void close(const Event& event) {
        if (!closed_) {
            holder_before_ = case_.ball_now();
        }
        closed_ = true;
        case_.closed_as = event.text("as");
        hold(event, "", word(event.kind()));
    }

    void reopen(const Event& event) {
        if (!closed_) {
            return;
        }
        closed_ = false;
        ++case_.reopenings;
        const bool fixed = case_.closed_as == "fixed" && case_.type == CaseType::defect;
        case_.closed_as.clear();
        hold(event, fixed ? std::string_view{rules_.vendor} : std::string_view{holder_before_},
             word(event.kind()));
    }

    void take_fix(const Event& event, FixTrail::Effect effect) {
        switch (effect) {
            case FixTrail::Effect::announced:
                rejected_ = false;
                answered_ = true;
                hold(event, us, word(event.kind()));
                break;
            case FixTrail::Effect::passed:
                rejected_ = false;
                promise_open_ = false;
                if (event.kind() == EventKind::verified) {
                    hold(event, us, word(event.kind()));
                }
                break;
            case FixTrail::Effect::failed:
                rejected_ = true;
                hold(event, rules_.vendor, word(event.kind()));
                break;
            case FixTrail::Effect::tried:
            case FixTrail::Effect::none:
                break;
        }
    }

    /// Where two states fit, the later one holds.
    CaseState state() const {
        if (closed_) {
            return CaseState::closed;
        }
        const bool defect = case_.type == CaseType::defect;
        if (defect && trail_.holds()) {
            return CaseState::verified;
        }
        if (defect && rejected_) {
            return CaseState::rejected;
        }
        if (defect && trail_.awaits()) {
            return CaseState::fix_announced;
        }
        const bool pausing = std::ranges::find(rules_.pauses, case_.ball_now()) != rules_.pauses.end();
        if ((handed_on_ || answered_) && pausing && case_.outcome == std::nullopt) {
            return CaseState::waiting;
        }
        if (answered_) {
            return CaseState::answered;
        }
        return handed_on_ ? CaseState::reported : analysed_ ? CaseState::analysed : CaseState::recorded;
    }

    const CaseRules& rules_;
    Case& case_;
    FixTrail trail_;
    bool analysed_ = false;
    bool handed_on_ = false;
    bool answered_ = false;
    bool rejected_ = false;
    bool closed_ = false;
    bool promise_open_ = false;
    std::string holder_before_;
};

}  // namespace

std::string_view word(CaseType type) {
    return type_words.at(static_cast<std::size_t>(type));
}

std::optional<CaseType> case_type(std::string_view word) {
    const auto* const found = std::ranges::find(type_words, word);
    return found == type_words.end() ? std::nullopt
                                     : std::optional(static_cast<CaseType>(found - type_words.begin()));
}

std::string_view word(CaseState state) {
    return state_words.at(static_cast<std::size_t>(state));
}

std::optional<CaseState> case_state(std::string_view word) {
    const auto* const found = std::ranges::find(state_words, word);
    return found == state_words.end() ? std::nullopt
                                      : std::optional(static_cast<CaseState>(found - state_words.begin()));
}

Case fold(const History& history, const CaseRules& rules) {
    Case result;
    result.id = history.front().case_id;
    Replay replay(rules, result);
    for (const auto& event : history) {
        replay.take(event);
    }
    replay.conclude();
    result.ball = result.ball_now();
    return result;
}

}  // namespace spoc::core
