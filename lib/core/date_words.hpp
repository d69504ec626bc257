#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// The words of a typed time in lower case, without commas and fillers such as "kl." and "at".
std::vector<std::string> date_tokens(std::string_view typed);

/// "mandag", "man", "Mon", "mandags".
std::optional<std::chrono::weekday> weekday_word(std::string_view token);
/// "november", "nov.", "okt", "October".
std::optional<std::chrono::month> month_word(std::string_view token);
/// A length that people count in: `each` is one of them, whole days are counted on the calendar.
struct LengthUnit {
    Seconds each;
    bool is_days() const { return each >= std::chrono::days{1}; }
};
/// "h", "timer", "days", "uge".
std::optional<LengthUnit> unit_word(std::string_view token);
/// How many days from today: "i går" is -1, "overmorgen" 2. The words are joined by one space.
std::optional<int> day_word(std::string_view tokens);

/// A date without its year, or with it.
struct TypedDate {
    std::optional<std::chrono::year> year;
    std::chrono::month_day day;
};
/// "2026-11-20", "20.11.2026", "20/11", "20/11-2026".
std::optional<TypedDate> date_token(std::string_view token);
/// "20" and "20.": the day in "20. november".
std::optional<std::chrono::day> day_number(std::string_view token);
std::optional<std::chrono::year> year_number(std::string_view token);

/// The time of day that a line of a letter tells, such as "kl. 12" or "14:30"; absent if it tells none, or
/// two.
std::optional<Seconds> clock_in(std::string_view line);

/// Whether a time of day may be a bare hour, such as the 9 in "fredag 9".
enum class BareHour { refused, taken };
/// The time of day in "14:30", "14.30", "9.15", "14:30:05", "9am", "2:30pm".
std::optional<Seconds> clock_token(std::string_view token, BareHour bare_hour);

}  // namespace spoc::core
