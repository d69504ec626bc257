#include "lib/core/holidays.hpp"

#include <algorithm>
#include <array>

namespace spoc::core {

namespace {

using std::chrono::days;
using std::chrono::December;
using std::chrono::January;
using std::chrono::June;
using std::chrono::May;
using std::chrono::sys_days;

constexpr int last_year_of_store_bededag = 2023;

Date after_easter(int year, int number_of_days) {
    return sys_days{easter_sunday(year)} + days{number_of_days};
}

constexpr std::array<std::string_view, near_holiday_count> near_words = {
    "first_of_may", "constitution_day", "christmas_eve", "new_years_eve", "day_after_ascension"};

}  // namespace

Date easter_sunday(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int leap_shift = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - leap_shift + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int correction = (golden + 11 * epact + 22 * weekday) / 451;
    const int position = epact + weekday - 7 * correction + 114;
    return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(position / 31)},
                std::chrono::day{static_cast<unsigned>(position % 31 + 1)}};
}

std::vector<NamedDay> danish_holidays(int year) {
    const std::chrono::year civil_year{year};
    std::vector<NamedDay> list = {
        {civil_year / January / 1, "Nytårsdag"}, {after_easter(year, -3), "Skærtorsdag"},
        {after_easter(year, -2), "Langfredag"},  {after_easter(year, 0), "Påskedag"},
        {after_easter(year, 1), "2. påskedag"},  {after_easter(year, 39), "Kristi himmelfartsdag"},
        {after_easter(year, 49), "Pinsedag"},    {after_easter(year, 50), "2. pinsedag"},
        {civil_year / December / 25, "Juledag"}, {civil_year / December / 26, "2. juledag"},
    };
    if (year <= last_year_of_store_bededag) {
        list.push_back({after_easter(year, 26), "Store bededag"});
    }
    std::ranges::sort(list, {}, &NamedDay::date);
    return list;
}

std::string_view word(NearHoliday day) {
    return near_words.at(static_cast<std::size_t>(day));
}

std::optional<NearHoliday> near_holiday(std::string_view word) {
    const auto* const found = std::ranges::find(near_words, word);
    return found == near_words.end() ? std::nullopt
                                     : std::optional(static_cast<NearHoliday>(found - near_words.begin()));
}

NamedDay near_holiday_in(NearHoliday day, int year) {
    const std::chrono::year civil_year{year};
    switch (day) {
        case NearHoliday::first_of_may:
            return {civil_year / May / 1, "1. maj"};
        case NearHoliday::constitution_day:
            return {civil_year / June / 5, "Grundlovsdag"};
        case NearHoliday::christmas_eve:
            return {civil_year / December / 24, "Juleaftensdag"};
        case NearHoliday::new_years_eve:
            return {civil_year / December / 31, "Nytårsaftensdag"};
        case NearHoliday::day_after_ascension:
            break;
    }
    return {after_easter(year, 40), "Fredag efter Kristi himmelfartsdag"};
}

}  // namespace spoc::core
