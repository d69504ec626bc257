#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/core/calendar.hpp"
#include "lib/core/target.hpp"

namespace spoc::core {

/// A time that does not count for a clock.
struct Pause {
    Instant from;
    std::optional<Instant> until;  ///< absent: it still lasts
    std::string holder;            ///< of the ball; empty for maintenance, and while the case was closed
    std::string why;
    bool maintenance = false;  ///< that was announced
};

/// What one run of a clock is reckoned from.
struct Run {
    Instant start;
    Target target;
    const Calendar* calendar = nullptr;  ///< absent: real time
    std::optional<Instant> stop;
    Instant now;
    bool missed_before = false;  ///< an earlier run of the same clock was missed
};

/// What comes of it.
struct Reckoning {
    std::optional<Instant> due;  ///< absent while a pause lasts that began before the target was reached
    Seconds elapsed{};           ///< counted until the stop, or until now
    bool paused = false;
};

/// The part of time that counts: from `from` until `until`.
struct CountedSpan {
    Instant from;
    std::optional<Instant> until;
};

/// What lies between the pauses, from the start on. For a clock that stopped, pauses count up to the stop and
/// time runs on after it.
std::vector<CountedSpan> counted_spans(const Run& run, std::span<const Pause> pauses);

/// Reckons one run. `pauses` come in any order and may overlap.
Reckoning reckon(const Run& run, std::span<const Pause> pauses);

}  // namespace spoc::core
