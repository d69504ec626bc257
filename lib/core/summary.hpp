#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/core/landscape.hpp"

namespace spoc::core {

/// Everything of the configuration that decides what a history adds up to.
struct Rules {
    Terms terms;
    std::vector<Rung> rungs;         ///< lowest first
    std::string municipal_calendar;  ///< name of the calendar that the rungs' own clocks count by
    std::vector<Window> windows;     ///< announced maintenance, for terms that exclude it
    std::string source = {};         ///< tells what all but the windows were read from, and by which program
};

/// What lists show of a case: one row of the store's projection. Holds instants and counts only, nothing that
/// depends on what the time is now.
struct CaseSummary {
    CaseId id;
    std::string recorded_event;  ///< id of the event that opened it
    CaseType type = CaseType::defect;
    std::string title;
    std::optional<int> category;
    CaseState state = CaseState::recorded;
    std::string ball;
    std::string vendor_ref;  ///< the latest; empty if none
    std::string interface;
    std::string reporter;
    std::string release;  ///< that the fix awaiting a verdict came with
    std::optional<Timestamp> reported_at;
    Timestamp recorded_at;
    Timestamp changed_at;
    std::optional<Instant> next_due_at;  ///< earliest deadline still open, however late
    std::optional<ClockName> next_clock;
    std::string rung;                    ///< highest rung escalated to; empty if none
    std::optional<Instant> escalate_at;  ///< when the next rung is due, if nothing happens before
    std::string escalate_rung;
    std::optional<ClockName> escalate_clock;  ///< absent if the condition is no clock's
    int failed_verifications = 0;
    int slips = 0;
    int reopenings = 0;
    std::string trouble;  ///< why no deadline could be computed, in English; empty if all is well

    bool is_open() const { return state != CaseState::closed; }
    bool operator==(const CaseSummary&) const = default;
};

/// Replays a case, with its clocks and its place on the escalation ladder.
CaseSummary summarise(const History& history, const Rules& rules);

/// The rules by which `system` is judged, for replaying a case.
CaseRules case_rules(const Terms& terms, std::string_view system);

/// Deterministic text of everything in `rules` that a summary depends on.
std::string canonical(const Rules& rules);

}  // namespace spoc::core
