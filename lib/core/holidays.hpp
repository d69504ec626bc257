#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
Date easter_sunday(int year);

/// A day with a Danish name.
struct NamedDay {
    Date date;
    std::string_view name;
};

/// The public holidays of Denmark in a year, in order. Store bededag is one through 2023 only (lov nr. 214 af
/// 6. marts 2023).
std::vector<NamedDay> danish_holidays(int year);

/// Days that are no public holidays, but closed or half closed under many agreements.
enum class NearHoliday { first_of_may, constitution_day, christmas_eve, new_years_eve, day_after_ascension };
inline constexpr int near_holiday_count = 5;

/// The setting's name, such as "christmas_eve".
std::string_view word(NearHoliday day);
std::optional<NearHoliday> near_holiday(std::string_view word);
/// When it falls in a year, and its Danish name.
NamedDay near_holiday_in(NearHoliday day, int year);

}  // namespace spoc::core
