#include "lib/core/hours.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

namespace core = spoc::core;

namespace {

template <typename Parse>
std::string refusal(Parse parse, std::string_view text) {
    try {
        parse(text);
    } catch (const core::ConfigError& error) {
        return error.what();
    }
    return "accepted";
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("opening hours") {
    TEST_CASE("hours are written as they were read, and 24:00 may end a day") {
        for (const auto* const text : {"08:00-16:00", "00:00-24:00", "06:30-06:31", "22:00-24:00"}) {
            CHECK(core::text(core::Hours{core::parse_hour_span(text)}) == text);
        }
    }

    TEST_CASE("hours over midnight are refused, and the two that are meant are named") {
        const auto told = refusal(core::parse_hour_span, "22:00-06:00");
        CHECK(mentions(told, "22:00-24:00"));
        CHECK(mentions(told, "00:00-06:00"));
    }

    TEST_CASE("what is no span of hours is refused") {
        for (const auto* const text :
             {"", "08:00", "8-16", "8:00-16:00", "08:00-24:01", "08:60-09:00", "25:00-26:00", "08:00-08:00",
              "08:00–16:00", "08:00-16:00-18:00", "aa:bb-cc:dd", "-1:00-02:00"}) {
            CAPTURE(text);
            CHECK(refusal(core::parse_hour_span, text) != "accepted");
        }
    }

    TEST_CASE("spans are put in order; two that overlap are refused, two that touch are not") {
        const auto morning = core::parse_hour_span("08:00-12:00");
        const auto afternoon = core::parse_hour_span("12:00-16:00");
        CHECK(core::text(core::ordered({afternoon, morning})) == "08:00-12:00, 12:00-16:00");
        CHECK_THROWS_AS(core::ordered({core::parse_hour_span("11:59-13:00"), morning}), core::ConfigError);
    }

    TEST_CASE("a day, dated or yearly, and a span of days are written as they were read") {
        for (const auto* const text :
             {"12-24", "02-29", "2026-12-28", "12-23..01-02", "2026-12-28..2027-01-03", "07-01..07-31"}) {
            CHECK(core::text(core::parse_day_span(text)) == text);
        }
        CHECK(core::parse_day_span("2026-12-28").is_dated());
        CHECK_FALSE(core::parse_day_span("12-28").is_dated());
    }

    TEST_CASE("a span of days that mixes, ends first, or names no day is refused") {
        for (const auto* const text :
             {"", "2026-12-28..01-03", "12-28..2027-01-03", "2026-12-28..2026-12-27", "2026-02-29", "02-30",
              "13-01", "1-1", "12/24", "2026-12-28..", "..12-24", "04-31"}) {
            CAPTURE(text);
            CHECK(refusal(core::parse_day_span, text) != "accepted");
        }
    }

    TEST_CASE("years may be open at one end, not at both") {
        CHECK(core::parse_year_span("2015..2040").holds(2015));
        CHECK(core::parse_year_span("2015..2040").holds(2040));
        CHECK_FALSE(core::parse_year_span("2015..2040").holds(2041));
        CHECK(core::parse_year_span("2015..").holds(2999));
        CHECK_FALSE(core::parse_year_span("..2040").holds(2041));
        CHECK(core::parse_year_span("2026").holds(2026));
        CHECK_FALSE(core::parse_year_span("2026").holds(2027));
        for (const auto* const text : {"", "..", "2040..2015", "x", "2015...2040", "-5"}) {
            CAPTURE(text);
            CHECK(refusal(core::parse_year_span, text) != "accepted");
        }
    }
}
