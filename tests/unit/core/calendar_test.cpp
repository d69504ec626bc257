#include "lib/core/calendar.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/time.hpp"
#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

core::Calendar office() {
    return core::Calendar(office_terms());
}
core::Calendar all() {
    return core::Calendar(all_terms());
}

/// The office with other rules.
template <typename Change>
core::Calendar office_but(Change change) {
    auto terms = office_terms();
    change(terms);
    return core::Calendar(std::move(terms));
}

core::Calendar office_with(std::vector<core::CalendarOverride> overrides) {
    return office_but([&](core::CalendarTerms& terms) { terms.overrides = std::move(overrides); });
}

core::Calendar same_time_office() {
    return office_but(
        [](core::CalendarTerms& terms) { terms.day_ends = core::CalendarTerms::DayEnds::same_time; });
}

std::string due(const core::Calendar& calendar, std::string_view start, std::string_view length) {
    return shown(calendar.add(at(start), target(length)));
}

/// How a year differs from its week, one day a line.
std::string special_days(const core::Calendar& calendar, int year) {
    std::string lines;
    for (const auto& day : calendar.days(year)) {
        lines +=
            core::iso(day.date) + " " + std::string(core::word(day.kind.value())) + " " + day.name + "\n";
    }
    return lines;
}

std::string opening(const core::Calendar& calendar, std::string_view day) {
    std::string text;
    for (const auto& each : calendar.day(date(day)).open) {
        text += (text.empty() ? "" : " ") + shown(each.open).substr(11, 5) + "-" +
                shown(each.close).substr(11, 5);
    }
    return text;
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("calendar vectors") {
    TEST_CASE("open hours and working days lead to the instants that the agreement means") {
        const auto calendar = office();
        CHECK(due(calendar, "2026-04-01T15:00:00+02:00", "4bh") == "2026-04-07T11:00:00+02:00");
        CHECK(due(calendar, "2027-04-22T15:00:00+02:00", "2bh") == "2027-04-23T09:00:00+02:00");
        CHECK(due(calendar, "2023-05-04T15:00:00+02:00", "2bh") == "2023-05-08T09:00:00+02:00");
        CHECK(due(calendar, "2026-06-05T11:00:00+02:00", "2bh") == "2026-06-08T09:00:00+02:00");
        CHECK(due(calendar, "2026-05-01T11:30:00+02:00", "1bh") == "2026-05-04T08:30:00+02:00");
        CHECK(due(calendar, "2026-05-04T08:00:00+02:00", "8bh") == "2026-05-04T16:00:00+02:00");
        CHECK(due(calendar, "2026-05-04T20:00:00+02:00", "1bh") == "2026-05-05T09:00:00+02:00");
        CHECK(due(calendar, "2026-03-27T15:00:00+01:00", "2bh") == "2026-03-30T09:00:00+02:00");
        CHECK(due(calendar, "2026-12-18T10:00:00+01:00", "10bd") == "2027-01-07T16:00:00+01:00");
        CHECK(due(calendar, "2026-05-13T10:00:00+02:00", "2bd") == "2026-05-18T16:00:00+02:00");
    }

    TEST_CASE("real hours run on through the clock changes") {
        CHECK(due(all(), "2026-03-29T00:30:00+01:00", "4h") == "2026-03-29T05:30:00+02:00");
        CHECK(due(all(), "2026-10-25T00:30:00+02:00", "4h") == "2026-10-25T03:30:00+01:00");
        CHECK(due(all(), "2026-03-29T00:30:00+01:00", "4bh") == "2026-03-29T05:30:00+02:00");
    }

    TEST_CASE("summer time goes on in 2040 and 2060") {
        CHECK(due(office(), "2040-07-04T15:00:00+02:00", "2bh") == "2040-07-05T09:00:00+02:00");
        CHECK(due(office(), "2060-07-01T15:00:00+02:00", "2bh") == "2060-07-02T09:00:00+02:00");
        CHECK(due(all(), "2040-03-25T00:30:00+01:00", "4bh") == "2040-03-25T05:30:00+02:00");
        CHECK(due(all(), "2060-10-31T00:30:00+02:00", "4bh") == "2060-10-31T03:30:00+01:00");
    }
}

TEST_SUITE("working days") {
    TEST_CASE("a start before the opening belongs to that day, one at the close to the next") {
        CHECK(due(office(), "2026-05-04T06:00:00+02:00", "1bd") == "2026-05-05T16:00:00+02:00");
        CHECK(due(office(), "2026-05-04T15:59:59+02:00", "1bd") == "2026-05-05T16:00:00+02:00");
        CHECK(due(office(), "2026-05-04T16:00:00+02:00", "1bd") == "2026-05-06T16:00:00+02:00");
        CHECK(due(office(), "2026-05-04T20:00:00+02:00", "1bd") == "2026-05-06T16:00:00+02:00");
    }

    TEST_CASE("a start on a closed day belongs to the next working day") {
        CHECK(due(office(), "2026-05-02T10:00:00+02:00", "1bd") == "2026-05-05T16:00:00+02:00");
        CHECK(due(office(), "2026-05-14T10:00:00+02:00", "1bd") == "2026-05-18T16:00:00+02:00");
    }

    TEST_CASE("a short day is a working day, and ends at its own close") {
        CHECK(due(office(), "2026-04-30T10:00:00+02:00", "1bd") == "2026-05-01T12:00:00+02:00");
        CHECK(due(office(), "2026-05-01T13:00:00+02:00", "1bd") == "2026-05-05T16:00:00+02:00");
    }

    TEST_CASE("an extra Saturday is a working day") {
        const auto calendar = office_with({open_on("2026-05-09", "09:00-11:00")});
        CHECK(due(calendar, "2026-05-08T10:00:00+02:00", "1bd") == "2026-05-09T11:00:00+02:00");
        CHECK(due(calendar, "2026-05-08T10:00:00+02:00", "2bd") == "2026-05-11T16:00:00+02:00");
    }

    TEST_CASE("of several intervals, the last one's close ends the day") {
        const auto calendar = office_but(
            [](core::CalendarTerms& terms) { terms.week.fill(hours("08:00-12:00, 12:30-16:00")); });
        CHECK(due(calendar, "2026-05-04T12:10:00+02:00", "1bd") == "2026-05-05T16:00:00+02:00");
    }

    TEST_CASE("round the clock, a working day ends at the next midnight") {
        CHECK(due(all(), "2026-05-04T10:00:00+02:00", "1bd") == "2026-05-06T00:00:00+02:00");
        CHECK(due(all(), "2026-05-04T00:00:00+02:00", "1bd") == "2026-05-06T00:00:00+02:00");
        CHECK(due(all(), "2026-03-27T10:00:00+01:00", "2bd") == "2026-03-30T00:00:00+02:00");
    }

    TEST_CASE("one day is never twenty-four hours in one place and a working day in another") {
        CHECK(due(office(), "2026-05-08T10:00:00+02:00", "24h") == "2026-05-09T10:00:00+02:00");
        CHECK(due(office(), "2026-05-08T10:00:00+02:00", "1bd") == "2026-05-11T16:00:00+02:00");
    }

    TEST_CASE("with same-time the due is at the same time of day") {
        const auto calendar = same_time_office();
        CHECK(due(calendar, "2026-05-13T10:00:00+02:00", "2bd") == "2026-05-18T10:00:00+02:00");
        CHECK(due(calendar, "2026-03-27T15:00:00+01:00", "1bd") == "2026-03-30T15:00:00+02:00");
    }

    TEST_CASE("with same-time a start at a closed moment counts as from the next opening") {
        const auto calendar = same_time_office();
        CHECK(due(calendar, "2026-05-04T06:00:00+02:00", "1bd") == "2026-05-05T08:00:00+02:00");
        CHECK(due(calendar, "2026-05-04T16:00:00+02:00", "1bd") == "2026-05-06T08:00:00+02:00");
        CHECK(due(calendar, "2026-05-02T10:00:00+02:00", "1bd") == "2026-05-05T08:00:00+02:00");
    }

    TEST_CASE("with same-time a landing on a closed moment, the close included, moves to the next opening") {
        const auto calendar = same_time_office();
        CHECK(due(calendar, "2026-04-30T12:00:00+02:00", "1bd") == "2026-05-04T08:00:00+02:00");
        CHECK(due(calendar, "2026-04-30T11:59:00+02:00", "1bd") == "2026-05-01T11:59:00+02:00");
        CHECK(due(calendar, "2026-04-30T15:00:00+02:00", "1bd") == "2026-05-04T08:00:00+02:00");
    }
}

TEST_SUITE("days of a calendar") {
    TEST_CASE("a year's special days are the ones that differ from the week, and all public holidays") {
        CHECK(special_days(office(), 2026) ==
              "2026-01-01 holiday Nytårsdag\n"
              "2026-04-02 holiday Skærtorsdag\n"
              "2026-04-03 holiday Langfredag\n"
              "2026-04-05 holiday Påskedag\n"
              "2026-04-06 holiday 2. påskedag\n"
              "2026-05-01 half 1. maj\n"
              "2026-05-14 holiday Kristi himmelfartsdag\n"
              "2026-05-24 holiday Pinsedag\n"
              "2026-05-25 holiday 2. pinsedag\n"
              "2026-06-05 half Grundlovsdag\n"
              "2026-12-24 closed Juleaftensdag\n"
              "2026-12-25 holiday Juledag\n"
              "2026-12-26 holiday 2. juledag\n"
              "2026-12-31 closed Nytårsaftensdag\n");
    }

    TEST_CASE("a near-holiday on a weekend is an ordinary weekend") {
        CHECK_FALSE(mentions(special_days(office(), 2027), "2027-05-01"));
        CHECK_FALSE(mentions(special_days(office(), 2027), "2027-06-05"));
    }

    TEST_CASE("a near-holiday only narrows the week") {
        const auto friday = office_but([](core::CalendarTerms& terms) {
            terms.week.at(4) = hours("10:00-13:00");
            terms.near_holidays.at(0) = hours("08:00-12:00");
        });
        CHECK(opening(friday, "2026-05-01") == "10:00-12:00");
        const auto apart =
            office_but([](core::CalendarTerms& terms) { terms.near_holidays.at(0) = hours("17:00-18:00"); });
        CHECK(opening(apart, "2026-05-01").empty());
        CHECK(mentions(special_days(apart, 2026), "2026-05-01 closed 1. maj"));
        const auto saturday =
            office_but([](core::CalendarTerms& terms) { terms.near_holidays.at(0) = hours("08:00-12:00"); });
        CHECK(opening(saturday, "2027-05-01").empty());
    }

    TEST_CASE("a public holiday beats a near-holiday on the same day") {
        // 1 May 2008 was Kristi himmelfartsdag, and the 2nd the Friday after it.
        const auto calendar =
            office_but([](core::CalendarTerms& terms) { terms.near_holidays.at(4) = core::Hours{}; });
        CHECK(opening(calendar, "2008-05-01").empty());
        CHECK(mentions(special_days(calendar, 2008),
                       "2008-05-01 holiday Kristi himmelfartsdag\n2008-05-02 closed "));
    }

    TEST_CASE("without holidays every day is as its week says") {
        CHECK(special_days(all(), 2026).empty());
        CHECK(opening(all(), "2026-12-25") == "00:00-00:00");
    }

    TEST_CASE("an extra opening on a holiday keeps the holiday's name and kind") {
        const auto calendar = office_with({open_on("2026-04-02", "10:00-12:00")});
        CHECK(opening(calendar, "2026-04-02") == "10:00-12:00");
        CHECK(mentions(special_days(calendar, 2026), "2026-04-02 holiday Skærtorsdag\n"));
    }

    TEST_CASE("an extra opening on a Saturday is open, shorter hours are half, longer ones open") {
        const auto days = special_days(
            office_with({open_on("2026-03-07", "10:00-12:00"), hours_on("2026-03-09", "08:00-10:00"),
                         hours_on("2026-03-10", "08:00-20:00")}),
            2026);
        CHECK(mentions(days, "2026-03-07 open"));
        CHECK(mentions(days, "2026-03-09 half"));
        CHECK(mentions(days, "2026-03-10 open"));
    }
}

TEST_SUITE("overrides") {
    TEST_CASE("other hours replace those of an open day, and open no closed one") {
        const auto calendar = office_with({hours_on("2026-03-30..2026-04-12", "09:00-10:00")});
        CHECK(opening(calendar, "2026-04-01") == "09:00-10:00");
        CHECK(opening(calendar, "2026-04-02").empty());  // Skærtorsdag
        CHECK(opening(calendar, "2026-04-04").empty());  // a Saturday
        CHECK(opening(calendar, "2026-04-13") == "08:00-16:00");
    }

    TEST_CASE("only an opening opens a closed day; on an open day it replaces the hours") {
        const auto calendar = office_with({open_on("2026-04-01..2026-04-04", "20:00-24:00")});
        CHECK(opening(calendar, "2026-04-01") == "20:00-00:00");
        CHECK(opening(calendar, "2026-04-02") == "20:00-00:00");
        CHECK(opening(calendar, "2026-04-04") == "20:00-00:00");
    }

    TEST_CASE("a near-holiday that closes the day leaves no hours to replace, one that narrows it does") {
        const auto calendar =
            office_with({hours_on("12-24", "08:00-10:00"), hours_on("05-01", "08:00-15:00")});
        CHECK(opening(calendar, "2026-12-24").empty());
        CHECK(opening(calendar, "2026-05-01") == "08:00-15:00");
    }

    TEST_CASE("the dated override replaces the yearly one altogether") {
        const auto calendar = office_with({closed_on("07-01..07-31"), hours_on("2026-07-06", "09:00-11:00")});
        CHECK(opening(calendar, "2026-07-06") == "09:00-11:00");
        CHECK(opening(calendar, "2026-07-07").empty());
        CHECK(opening(calendar, "2027-07-06").empty());
    }

    TEST_CASE("a yearly closure over New Year closes both ends") {
        const auto calendar = office_with({closed_on("12-23..01-02")});
        for (const auto* const day : {"2026-12-23", "2026-12-28", "2026-12-30", "2026-01-02", "2029-01-02"}) {
            CAPTURE(day);
            CHECK(opening(calendar, day).empty());
        }
        CHECK(opening(calendar, "2026-12-22") == "08:00-16:00");
        CHECK(opening(calendar, "2028-01-03") == "08:00-16:00");
    }

    TEST_CASE("a span over New Year belongs to the year in which it begins") {
        auto closure = closed_on("12-27..01-08");
        closure.years = core::parse_year_span("2026..2027");
        const auto calendar = office_with({closure});
        CHECK(opening(calendar, "2026-01-05") == "08:00-16:00");
        CHECK(opening(calendar, "2026-12-28").empty());
        CHECK(opening(calendar, "2027-01-05").empty());
        CHECK(opening(calendar, "2027-12-28").empty());
        CHECK(opening(calendar, "2028-01-05").empty());
        CHECK(opening(calendar, "2028-12-28") == "08:00-16:00");
    }

    TEST_CASE("the 29th of February counts in leap years only") {
        const auto calendar = office_with({closed_on("02-29")});
        CHECK(opening(calendar, "2028-02-29").empty());
        CHECK(opening(calendar, "2028-02-28") == "08:00-16:00");
        CHECK(opening(calendar, "2028-03-01") == "08:00-16:00");
        CHECK(opening(calendar, "2027-02-26") == "08:00-16:00");
        CHECK(opening(calendar, "2027-03-01") == "08:00-16:00");
    }

    TEST_CASE("two of a kind on one day are refused") {
        CHECK_THROWS_AS(office_with({closed_on("12-23..01-02"), closed_on("01-02")}), core::ConfigError);
        CHECK_THROWS_AS(office_with({closed_on("07-01..07-31"), hours_on("07-31..08-05", "08:00-10:00")}),
                        core::ConfigError);
        CHECK_THROWS_AS(
            office_with({closed_on("2026-07-01..2026-07-31"), open_on("2026-07-10", "08:00-10:00")}),
            core::ConfigError);
        CHECK_THROWS_AS(office_with({closed_on("02-29"), closed_on("02-28..03-01")}), core::ConfigError);
    }

    TEST_CASE("two of a kind in different years are not") {
        auto early = closed_on("12-23..01-02");
        auto late = closed_on("12-20..01-05");
        early.years = core::parse_year_span("..2026");
        late.years = core::parse_year_span("2027..");
        CHECK_NOTHROW(office_with({early, late}));
        late.years = core::parse_year_span("2026..");
        CHECK_THROWS_AS(office_with({early, late}), core::ConfigError);
        auto january = closed_on("01-01..01-10");
        january.years = core::parse_year_span("2028..");
        CHECK_NOTHROW(office_with({early, january}));
        january.years = core::parse_year_span("2027..");  // the closure of 2026 ends in January 2027
        CHECK_THROWS_AS(office_with({early, january}), core::ConfigError);
    }
}

TEST_SUITE("clock changes") {
    TEST_CASE("an edge in the hour that is skipped is the instant of the change") {
        auto terms = all_terms();
        terms.week.fill(hours("01:00-02:30, 04:00-05:00"));
        const core::Calendar closes_within(terms);
        CHECK(shown(closes_within.day(date("2026-03-29")).open.front().close) == "2026-03-29T03:00:00+02:00");
        CHECK(closes_within.elapsed(at("2026-03-29T00:00:00+01:00"), at("2026-03-29T03:30:00+02:00")) ==
              std::chrono::hours{1});
        terms.week.fill(hours("02:10-02:50, 04:00-05:00"));
        CHECK(opening(core::Calendar(terms), "2026-03-29") == "04:00-05:00");
    }

    TEST_CASE("an edge in the hour that is repeated is the first of the two") {
        auto terms = all_terms();
        terms.week.fill(hours("01:00-02:30"));
        const core::Calendar calendar(terms);
        CHECK(shown(calendar.day(date("2026-10-25")).open.front().close) == "2026-10-25T02:30:00+02:00");
        terms.week.fill(hours("02:30-04:00"));
        const core::Calendar later(terms);
        CHECK(shown(later.day(date("2026-10-25")).open.front().open) == "2026-10-25T02:30:00+02:00");
        CHECK(later.elapsed(at("2026-10-25T00:00:00+02:00"), at("2026-10-25T12:00:00+01:00")) ==
              std::chrono::minutes{150});
    }

    TEST_CASE("days are stepped by the civil calendar, not by 86,400 seconds") {
        auto terms = all_terms();
        terms.week.fill(hours("23:00-24:00"));
        const core::Calendar calendar(terms);
        CHECK(due(calendar, "2026-10-24T12:00:00+02:00", "2bh") == "2026-10-26T00:00:00+01:00");
        CHECK(due(calendar, "2026-03-28T12:00:00+01:00", "2bh") == "2026-03-30T00:00:00+02:00");
    }

    TEST_CASE("a calendar keeps its own zone") {
        auto terms = office_terms();
        terms.zone = zone("America/New_York");
        CHECK(due(core::Calendar(terms), "2026-03-09T12:00:00+01:00", "1bh") == "2026-03-09T14:00:00+01:00");
        terms = all_terms();
        terms.zone = zone("Pacific/Apia");  // which had no 30 December 2011
        const core::Calendar apia(terms);
        CHECK(apia.day(date("2011-12-30")).open.empty());
        CHECK(apia.elapsed(at("2011-12-29T00:00:00-10:00"), at("2012-01-01T00:00:00+14:00")) ==
              std::chrono::hours{48});
    }
}

TEST_SUITE("calendar limits") {
    TEST_CASE("a calendar that never opens is refused") {
        auto terms = office_terms();
        terms.week.fill({});
        CHECK_THROWS_AS(core::Calendar{terms}, core::ConfigError);
        terms.overrides = {open_on("12-25", "10:00-12:00")};
        CHECK_NOTHROW(core::Calendar{terms});
        CHECK_THROWS_AS(office_with({closed_on("01-01..12-31")}), core::ConfigError);
    }

    TEST_CASE("a calendar that opens in few years only does open") {
        auto terms = office_terms();
        terms.week.fill({});
        terms.overrides = {open_on("2051-06-01", "10:00-12:00")};
        CHECK_NOTHROW(core::Calendar{terms});
        terms.overrides = {open_on("1999-06-01", "10:00-12:00")};
        CHECK_NOTHROW(core::Calendar{terms});
    }

    TEST_CASE("no open time within ten years is an error, not a loop") {
        auto terms = office_terms();
        terms.week.fill({});
        terms.overrides = {open_on("2026-06-01", "10:00-12:00")};
        const core::Calendar calendar(terms);
        CHECK(due(calendar, "2026-01-01T00:00:00+01:00", "2bh") == "2026-06-01T12:00:00+02:00");
        CHECK_THROWS_AS(calendar.add(at("2026-01-01T00:00:00+01:00"), target("121bmin")), core::Failed);
        CHECK_THROWS_AS(calendar.add(at("2026-06-01T12:00:00+02:00"), target("1bd")), core::Failed);
        CHECK_THROWS_AS(calendar.next_open(at("2026-07-01T12:00:00+02:00")), core::Failed);
        CHECK(calendar.elapsed(at("2026-07-01T00:00:00+02:00"), at("2066-07-01T00:00:00+02:00")) ==
              core::Seconds{0});
    }

    TEST_CASE("a target beyond the calendar's years is an error, not a loop") {
        auto terms = office_terms();
        terms.week.fill({});
        terms.overrides = {open_on("12-24", "10:00-11:00")};
        const core::Calendar calendar(terms);
        CHECK_THROWS_AS(calendar.add(at("9990-01-01T00:00:00+01:00"), target("20bd")), core::Failed);
        CHECK_THROWS_AS(calendar.add(at("9990-01-01T00:00:00+01:00"), target("20bh")), core::Failed);
    }

    TEST_CASE("nothing elapses from an end to its start, or in an empty stretch") {
        CHECK(office().elapsed(at("2026-05-04T12:00:00+02:00"), at("2026-05-04T11:00:00+02:00")) ==
              core::Seconds{0});
        CHECK(office().elapsed(at("2026-05-04T12:00:00+02:00"), at("2026-05-04T12:00:00+02:00")) ==
              core::Seconds{0});
    }

    TEST_CASE("an opening is open, a close is not") {
        CHECK(office().is_open(at("2026-05-04T08:00:00+02:00")));
        CHECK_FALSE(office().is_open(at("2026-05-04T16:00:00+02:00")));
        CHECK_FALSE(office().is_open(at("2026-05-04T07:59:59+02:00")));
        CHECK(shown(office().next_open(at("2026-05-04T16:00:00+02:00"))) == "2026-05-05T08:00:00+02:00");
    }

    TEST_CASE("what a calendar answers by is all in its canonical text") {
        const auto plain = core::canonical(office_terms());
        auto other = office_terms();
        other.near_holidays.at(4) = core::Hours{};
        CHECK(core::canonical(other) != plain);
        other = office_terms();
        other.near_holidays.at(2) = std::nullopt;
        CHECK(core::canonical(other) != plain);
        other = office_terms();
        other.overrides = {closed_on("07-01")};
        CHECK(core::canonical(other) != plain);
        CHECK(core::canonical(office_terms()) == plain);
    }
}
