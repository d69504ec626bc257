#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/holidays.hpp"
#include "lib/core/hours.hpp"
#include "lib/core/target.hpp"

namespace spoc::core {

/// An exception from a calendar's week. A dated one replaces a yearly one altogether.
struct CalendarOverride {
    enum class Mode {
        closed,  ///< not open at all
        hours,   ///< these hours instead of those of an open day; a closed day stays closed
        open,    ///< these hours, even on a day that is closed
    };

    DaySpan on;
    Mode mode = Mode::closed;
    Hours hours;
    YearSpan years;    ///< of a yearly one; a span over New Year belongs to the year it begins in
    std::string name;  ///< for people; empty: the days as they are written
};

/// What a calendar is made of, as the configuration writes it.
struct CalendarTerms {
    std::string name;
    std::shared_ptr<const Zone> zone;
    std::array<Hours, 7> week;  ///< Monday first
    bool danish_holidays = true;
    enum class DayEnds {
        close,
        same_time
    } day_ends = DayEnds::close;  ///< where a target of working days ends
    std::array<std::optional<Hours>, near_holiday_count>
        near_holidays;  ///< absent: as other days; no hours: closed
    std::vector<CalendarOverride> overrides;
};

/// What kind of day differs from its week.
enum class DayKind { holiday, closed, half, open };
std::string_view word(DayKind kind);

/// From `open` until just before `close`.
struct Interval {
    Instant open;
    Instant close;
    bool operator==(const Interval&) const = default;
};

/// One day of a calendar.
struct Day {
    Date date;
    std::vector<Interval> open;   ///< in order; empty: closed all day
    std::optional<DayKind> kind;  ///< if it differs from its week, or is a public holiday
    std::string name;             ///< of such a day
};

/// Opening hours in a zone, with holidays and exceptions. Days are stepped by the civil calendar, and the
/// edges of each interval are converted through the zone.
class Calendar {
public:
    /// Throws ConfigError if it never opens, or if two overrides of one kind meet on a day.
    explicit Calendar(CalendarTerms terms);

    const std::string& name() const { return terms_.name; }
    const Zone& zone() const { return *terms_.zone; }
    const CalendarTerms& terms() const { return terms_; }

    const Day& day(Date date) const;
    /// The days of a year that differ from their week, and all public holidays, in order.
    std::vector<Day> days(int year) const;

    bool is_open(Instant at) const;
    /// `at` if it is open then, else the next opening. Throws Failed if there is none within ten years.
    Instant next_open(Instant at) const;

    /// The first instant at which `target`, counted from `start`, is reached. Throws Failed if no open time
    /// is found within ten years.
    Instant add(Instant start, const Target& target) const;
    /// The first instant at which `length` of open time has passed since `start`.
    Instant add_open(Instant start, Seconds length) const;
    /// Open time from `start` until `end`; none if `end` is not later.
    Seconds elapsed(Instant start, Instant end) const;

private:
    struct Year;

    Instant add_working_days(Instant start, std::int64_t number) const;
    Day made(Date date, const Year& year) const;
    const CalendarOverride* override_on(Date date) const;
    void check_overrides() const;
    void check_that_it_opens() const;

    CalendarTerms terms_;
    mutable std::map<int, std::shared_ptr<Year>> years_;  ///< days that have been looked at
};

/// Walks the open intervals of a calendar that end after `start`, the first one cut off at `start`. The one
/// iterator behind add(), elapsed() and every explanation.
class OpenIntervals {
public:
    OpenIntervals(const Calendar& calendar, Instant start);

    /// The next interval, if one begins before `limit`; nothing from then on. Throws Failed if no open time
    /// is found within ten years.
    std::optional<Interval> next(Instant limit);
    std::optional<Interval> next() { return next(Instant::max()); }

private:
    const Calendar& calendar_;
    Instant start_;
    std::chrono::local_days date_;
    std::chrono::local_days last_found_;
    std::size_t position_ = 0;
};

/// Canonical text of all that a calendar's answers depend on.
std::string canonical(const CalendarTerms& terms);

}  // namespace spoc::core
