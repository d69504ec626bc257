#include "lib/core/holidays.hpp"

#include <fstream>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/time.hpp"

namespace core = spoc::core;

namespace {

/// tests/data/danish_holidays.tsv: the days of the type "public" that date-holidays 3.37.0 (an npm package,
/// ISC and CC-BY-3.0) gives for Denmark from 1990 to 2060, as date and name: `new Holidays("DK", {languages:
/// ["da"]}).getHolidays(year)`.
std::map<int, std::vector<std::string>> published_holidays() {
    std::ifstream file(SPOC_SOURCE_DIR "/tests/data/danish_holidays.tsv");
    std::map<int, std::vector<std::string>> by_year;
    for (std::string line; std::getline(file, line);) {
        by_year[std::stoi(line.substr(0, 4))].push_back(line.substr(0, 10));
    }
    return by_year;
}

std::string near(core::NearHoliday day, int year) {
    return core::iso(core::near_holiday_in(day, year).date);
}

}  // namespace

TEST_SUITE("holidays") {
    TEST_CASE("the Danish public holidays of 1990 to 2060 are those that others publish") {
        const auto published = published_holidays();
        REQUIRE(published.size() == 71);
        for (const auto& each : published) {
            const auto year = each.first;
            const auto& dates = each.second;
            CAPTURE(year);
            std::vector<std::string> ours;
            for (const auto& holiday : core::danish_holidays(year)) {
                ours.push_back(core::iso(holiday.date));
            }
            CHECK(ours == dates);
        }
    }

    TEST_CASE("Easter Sunday falls where the church says, also at the rims of its range") {
        CHECK(core::iso(core::easter_sunday(1818)) == "1818-03-22");
        CHECK(core::iso(core::easter_sunday(1943)) == "1943-04-25");
        CHECK(core::iso(core::easter_sunday(1954)) == "1954-04-18");
        CHECK(core::iso(core::easter_sunday(1981)) == "1981-04-19");
        CHECK(core::iso(core::easter_sunday(2026)) == "2026-04-05");
        CHECK(core::iso(core::easter_sunday(2038)) == "2038-04-25");
        CHECK(core::iso(core::easter_sunday(2285)) == "2285-03-22");
    }

    TEST_CASE("store bededag is a public holiday through 2023 and not after") {
        const auto has = [](int year) {
            for (const auto& holiday : core::danish_holidays(year)) {
                if (holiday.name == "Store bededag") {
                    return core::iso(holiday.date);
                }
            }
            return std::string{"none"};
        };
        CHECK(has(2023) == "2023-05-05");
        CHECK(has(2024) == "none");
        CHECK(has(2060) == "none");
    }

    TEST_CASE("the near-holidays fall on their days") {
        using enum core::NearHoliday;
        CHECK(near(first_of_may, 2026) == "2026-05-01");
        CHECK(near(constitution_day, 2026) == "2026-06-05");
        CHECK(near(christmas_eve, 2026) == "2026-12-24");
        CHECK(near(new_years_eve, 2026) == "2026-12-31");
        CHECK(near(day_after_ascension, 2026) == "2026-05-15");
        CHECK(near(day_after_ascension, 2027) == "2027-05-07");
    }

    TEST_CASE("a near-holiday is known by the name of its setting, and by no other") {
        CHECK(core::word(core::NearHoliday::day_after_ascension) == "day_after_ascension");
        CHECK(core::near_holiday("constitution_day") == core::NearHoliday::constitution_day);
        CHECK(core::near_holiday("whit_monday") == std::nullopt);
    }
}
