#pragma once

#include <optional>
#include <vector>

#include "lib/core/notice.hpp"
#include "lib/core/summary.hpp"
#include "lib/render/icalendar.hpp"

namespace spoc::cmd {

class World;

/// Whether the result is asked for as a calendar.
bool wants_calendar(World& world);

/// The next deadline of a case; nothing if it has none.
std::optional<render::CalendarEntry> calendar_entry(const core::CaseSummary& summary, World& world);
/// When a notice begins and ends; nothing if it says no time.
std::optional<render::CalendarEntry> calendar_entry(const core::Notice& notice, World& world);

/// Writes a calendar. Each entry passes the privacy gate like everything that leaves; with `redact` it is
/// masked, or without its text where it cannot be.
void print_calendar(const std::vector<render::CalendarEntry>& entries, bool redact, World& world);

/// The same of all cases, or notices, that have a time.
template <typename Content>
void print_calendar_of(const std::vector<Content>& all, World& world);

}  // namespace spoc::cmd
