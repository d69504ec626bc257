#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/agreement.hpp"
#include "lib/core/case.hpp"

namespace spoc::core {

enum class ClockName { response, fix, update, promise };
enum class ClockState { not_started, running, paused, met, missed, void_ };
std::string_view word(ClockName name);
std::string_view word(ClockState state);

/// One line of the arithmetic that led to a deadline.
struct ClockStep {
    enum class Kind {
        term,
        started,
        counted,
        skipped,
        pause,
        maintenance,
        restarted,
        recategorised,
        status,
        due,
        stopped,
        slip,
        void_
    };
    Kind kind;
    std::optional<Instant> from;
    std::optional<Instant> until;
    Seconds counted{};  ///< open time between `from` and `until`
    Seconds total{};  ///< running total after this step; of a `term` in working days, the open time they hold
    std::string detail;  ///< target, number of the working day, holiday, holder of the ball or category
};

/// One clock of one case.
struct Clock {
    ClockName name;
    ClockState state = ClockState::not_started;
    std::string target;    ///< as written in the agreement; a promise has the instant promised
    std::string calendar;  ///< name of the calendar it counts by; empty: real time
    std::optional<Instant> started_at;
    std::optional<Instant> due_at;  ///< null while paused, void or not started
    std::optional<Instant> stopped_at;
    std::optional<Instant> ended_at;  ///< the case was closed then, before anything stopped the clock
    Seconds elapsed{};                ///< open time counted until the stop, the end, or now
    int slips = 0;                    ///< of a promise: how many promises it replaced
    bool covered = false;             ///< of a promise: a fix announced in time awaits its verdict
    int misses = 0;                   ///< of the update clock: rounds missed before this one
    std::vector<ClockStep> steps;     ///< only when explained

    /// Still counting (or waiting) towards its due instant, however late.
    bool is_open() const {
        return !stopped_at && !ended_at && state != ClockState::void_ && state != ClockState::not_started;
    }
    /// Until when it counted, or counts.
    Instant until(Instant now) const { return stopped_at.value_or(ended_at.value_or(now)); }
};

/// The clocks of a defect in the order response, fix, update, promise (one for each promise made), as they
/// stand at `now`. Clocks that the terms lack are left out; a case that is no defect has none.
/// `windows` are announced maintenance windows, used where the terms exclude them.
/// Throws ConfigError when the case was reported before its agreement's first version.
std::vector<Clock> clocks(const History& history, const Case& folded, const Terms& terms, Instant now,
                          std::span<const Window> windows = {});

/// The same with every step written down.
std::vector<Clock> explained_clocks(const History& history, const Case& folded, const Terms& terms,
                                    Instant now, std::span<const Window> windows = {});

/// The version of the agreement that a case follows: in force on the civil day that it was reported; of one
/// that is not reported, the one in force now. Throws ConfigError if there is none, or if it lacks the case's
/// category.
const AgreementTerms& agreement_in_force(const Case& folded, const Terms& terms, Instant now);

/// The earliest deadline among clocks that are still open, and whose it is.
struct NextDeadline {
    Instant due;
    ClockName clock;
};
std::optional<NextDeadline> next_deadline(std::span<const Clock> clocks);

}  // namespace spoc::core
