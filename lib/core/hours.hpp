#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// Open from `from` until `until`, counted from midnight by the clock on the wall; 24:00 may end a day.
struct HourSpan {
    Seconds from;
    Seconds until;
    auto operator<=>(const HourSpan&) const = default;
};

/// The open hours of a day, in order and apart from one another; empty: closed.
using Hours = std::vector<HourSpan>;

/// Reads "08:00-16:00". Throws ConfigError, with what would be right, for hours over midnight and the like.
HourSpan parse_hour_span(std::string_view text);

/// Puts spans in order. Throws ConfigError if two overlap.
Hours ordered(Hours spans);

/// Open in both.
Hours intersection(const Hours& left, const Hours& right);

inline const Hours& round_the_clock() {
    static const Hours whole_day{{Seconds{0}, Seconds{std::chrono::hours{24}}}};
    return whole_day;
}

/// "08:00-12:00, 12:30-16:00".
std::string text(const Hours& hours);

/// A day of every year, or of one.
struct CalendarDay {
    std::optional<std::chrono::year> year;  ///< absent: every year
    std::chrono::month_day day;
    bool operator==(const CalendarDay&) const = default;
};

/// From one day to another, both included. A yearly span may run over New Year; it belongs to the year it
/// begins in.
struct DaySpan {
    CalendarDay first;
    CalendarDay last;

    bool is_dated() const { return first.year.has_value(); }
    bool operator==(const DaySpan&) const = default;
};

/// Reads "12-24", "2026-12-28", "12-23..01-02" or "2026-12-28..2027-01-03". Throws ConfigError.
DaySpan parse_day_span(std::string_view text);
std::string text(const DaySpan& span);

/// From one year to another, both included; open at an end that is absent.
struct YearSpan {
    std::optional<int> first;
    std::optional<int> last;

    bool holds(int year) const { return (!first || *first <= year) && (!last || year <= *last); }
    bool operator==(const YearSpan&) const = default;
};

/// Reads "2015..2040", "2015..", "..2040" or "2026". Throws ConfigError.
YearSpan parse_year_span(std::string_view text);

}  // namespace spoc::core
