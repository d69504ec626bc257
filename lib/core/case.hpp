#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"

namespace spoc::core {

/// What a case is about.
enum class CaseType { defect, wish, question };
std::string_view word(CaseType type);
std::optional<CaseType> case_type(std::string_view word);

/// Where a case stands. Follows from the events and is never set by hand. Where two fit, the later one holds.
enum class CaseState {
    recorded,
    analysed,
    reported,
    answered,
    waiting,        ///< after a report, the ball is with a holder that pauses the vendor's clock
    fix_announced,  ///< a fix awaits our verdict
    rejected,       ///< the last verdict was a fail
    verified,
    closed,
};
std::string_view word(CaseState state);
std::optional<CaseState> case_state(std::string_view word);

/// From `since` on, `holder` held the ball.
struct BallSpan {
    Instant since;
    std::string holder;  ///< empty: nobody, the case is closed
    std::string why;     ///< the reason given, or the kind of event that moved it
    bool operator==(const BallSpan&) const = default;
};

/// What a case's events add up to. A pure function of the history; holds nothing that depends on the terms
/// but the holders that pause.
struct Case {
    CaseId id;
    std::string recorded_event;  ///< id of the event that opened it: the identity that survives renumbering
    CaseType type = CaseType::defect;
    CaseState state = CaseState::recorded;
    std::string ball;                      ///< who has it now
    std::vector<BallSpan> balls;           ///< who had it when, oldest first
    std::optional<int> category;           ///< of a defect; 1 is the gravest
    Value fields;                          ///< `recorded`, with what was edited since
    std::vector<std::string> vendor_refs;  ///< every reference the vendor has used, oldest first
    std::optional<Timestamp> reported_at;  ///< first report to the vendor
    std::string reported_to;               ///< party of the latest report
    std::string cause;                     ///< of the latest analysis
    std::string interface;                 ///< of the latest analysis, else of the record
    std::optional<Event> announcement;     ///< the fix that awaits a verdict
    std::string rung;                      ///< the highest rung escalated to; empty if none
    std::optional<Instant> escalated_at;   ///< when
    int failed_verifications = 0;
    int slips = 0;  ///< promises replaced by a later one
    int reopenings = 0;
    std::string closed_as;
    std::string merged_into;             ///< of a wish
    std::optional<std::string> outcome;  ///< of the latest decision on a wish
    Timestamp recorded_at;               ///< when the case was opened, as it occurred
    Timestamp changed_at;                ///< the latest event

    std::string_view title() const { return fields.text_of("title"); }
    std::string_view field(std::string_view name) const { return fields.text_of(name); }
    bool is_open() const { return state != CaseState::closed; }
    /// The last of `balls`; nobody if there is none.
    std::string_view ball_now() const { return balls.empty() ? std::string_view{} : balls.back().holder; }
};

/// What a replay needs to know of the surroundings.
struct CaseRules {
    std::string vendor;               ///< the party whose reports start clocks
    std::vector<std::string> pauses;  ///< holders that make a case `waiting`
};

/// Replays `history`, which is in order and not empty and begins with what opened the case.
Case fold(const History& history, const CaseRules& rules);

}  // namespace spoc::core
