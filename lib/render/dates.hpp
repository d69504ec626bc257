#pragma once

#include <string>

#include "lib/core/zone.hpp"
#include "lib/render/wording.hpp"

namespace spoc::core {
struct Terms;
}

namespace spoc::render {

/// Where and when a date is read: its zone, and what "this year" is.
struct Reader {
    const core::Zone& zone;
    core::Instant now;
    const core::Terms* terms = nullptr;  ///< what tells how much open time is left; null: that is not told
};

/// "tir. 7. apr. kl. 11.00", "Tue 7 Apr 11:00"; with the year if it is another year than the reader's.
std::string date_time(const Wording& say, core::Instant at, const Reader& reader);
/// "tir. 7. apr.", "Tue 7 Apr"; with the year if it is another year than the reader's.
std::string date(const Wording& say, core::Date date, const Reader& reader);
/// "7. april 2026", "7 April 2026": as letters write it.
std::string long_date(const Wording& say, core::Date date);
/// "11.00", "11:00".
std::string clock_time(const Wording& say, core::Instant at, const Reader& reader);
/// The same, with the seconds if it is no whole minute: for arithmetic that is to be checked.
std::string exact_clock_time(const Wording& say, core::Instant at, const Reader& reader);
std::string exact_date_time(const Wording& say, core::Instant at, const Reader& reader);

/// What a length of time is counted in.
enum class Unit {
    real_time,       ///< minutes, hours and days as everybody counts them
    business_hours,  ///< open minutes and hours of a calendar
    working_days,    ///< working days of a calendar, each given as 24 hours
};

/// "24. okt.", "24 Oct": for the marks of a chart.
std::string day_and_month(const Wording& say, core::Date date);

/// "2 timer 30 minutter", "4 arbejdstimer", "2 working days": the two largest units, rounded down.
std::string duration(const Wording& say, core::Seconds length, Unit unit);
/// "2 t 30 min", "3 d 4 t": the same for narrow columns, of real time.
std::string short_duration(const Wording& say, core::Seconds length);
/// "27 t 30 min", "59 min 20 s": exactly, and never in days, which calendars count otherwise.
std::string exact_duration(const Wording& say, core::Seconds length);
/// "om 3 arbejdstimer", "2 arbejdsdage for sent", "nu": how far off a deadline is; negative: it has passed.
std::string time_left(const Wording& say, core::Seconds left, Unit unit);

}  // namespace spoc::render
