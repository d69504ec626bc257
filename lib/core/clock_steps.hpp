#pragma once

#include <span>
#include <vector>

#include "lib/core/clock.hpp"
#include "lib/core/clock_track.hpp"
#include "lib/core/reckoning.hpp"

namespace spoc::core {

/// How much is told of a clock.
enum class Detail { brief, explained };

/// The arithmetic of one run, line by line, in order of time.
std::vector<ClockStep> steps_of(const Clock& clock, const Run& run, std::span<const Pause> pauses,
                                const Track& track);

/// The few lines of a promise.
std::vector<ClockStep> steps_of_promise(const Clock& clock);

}  // namespace spoc::core
