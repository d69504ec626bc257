#pragma once

#include <string>

#include "lib/core/calendar.hpp"

/// The calendars that the tests of deadlines share.
namespace spoc::tests {

/// Europe/Copenhagen.
const std::shared_ptr<const core::Zone>& copenhagen();
/// The zone called `name`, loaded once.
std::shared_ptr<const core::Zone> zone(const std::string& name);

/// An instant, from RFC 3339.
core::Instant at(std::string_view text);
/// RFC 3339 in Copenhagen.
std::string shown(core::Instant instant);
core::Date date(std::string_view text);

/// The hours of one day, written "08:00-12:00, 12:30-16:00"; empty for a closed one.
core::Hours hours(std::string_view text);

/// *Office*: Monday to Friday 8 to 16, Danish holidays, 24 and 31 December closed, 1 May and 5 June closed
/// from 12.
core::CalendarTerms office_terms();
/// *All*: round the clock, no holidays.
core::CalendarTerms all_terms();
/// Every day from 6 to 24, no holidays.
core::CalendarTerms window_terms();

core::CalendarOverride closed_on(std::string_view days);
/// These hours instead of those of an open day.
core::CalendarOverride hours_on(std::string_view days, std::string_view hours);
/// Open at these hours, come what may.
core::CalendarOverride open_on(std::string_view days, std::string_view hours);

core::Target target(std::string_view text);

}  // namespace spoc::tests
