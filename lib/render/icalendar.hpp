#pragma once

#include <optional>
#include <span>
#include <string>

#include "lib/core/zone.hpp"

namespace spoc::render {

/// One entry of a calendar: a deadline, or something that lasts.
struct CalendarEntry {
    std::string uid;  ///< stays the same when the entry changes; unique in the world
    core::Instant at = {};
    std::optional<core::Date> day = {};       ///< instead of a moment: all of that day
    std::optional<core::Instant> until = {};  ///< absent: a moment
    std::string summary;
    std::string description = {};
    bool cancelled = false;  ///< shown struck out, so that subscribers hear of it
};

/// A calendar as RFC 5545 has it, in UTC, for programs that subscribe to a file. `now` is when it was made.
std::string icalendar(std::span<const CalendarEntry> entries, core::Instant now);

}  // namespace spoc::render
