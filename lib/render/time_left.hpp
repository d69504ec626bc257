#pragma once

#include <string>

#include "lib/core/agreement.hpp"
#include "lib/core/clock.hpp"
#include "lib/core/value.hpp"
#include "lib/render/wording.hpp"

namespace spoc::render {

/// "om 3 arbejdstimer", "2 arbejdsdage over fristen": how much open time of a calendar lies between now and a
/// deadline. Real time where there is no calendar, where nothing is open in between, or where it is months.
std::string open_time_left(const Wording& say, core::Instant due, core::Instant now,
                           const core::Calendar* calendar);

/// The calendar that a clock of a case counts by; null if it counts real time, or if nothing is known of it.
/// A promise is read by the calendar of the fix.
const core::Calendar* clock_calendar(const core::Terms& terms, std::string_view system, int category,
                                     core::Instant reported, core::ClockName clock);

/// The same of a row of a list of cases: by its system, category, next clock and deadline; empty if it has no
/// deadline.
std::string row_time_left(const Wording& say, const core::Value& row, core::Instant now,
                          const core::Terms& terms);

}  // namespace spoc::render
