#include "lib/core/date_input.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;

namespace {

const core::Zone& copenhagen() {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    return *zone;
}

/// What was typed, seen from Tuesday 7 April 2026 at 11:00, Danish summer time.
std::string read(std::string_view typed, core::Direction direction = core::Direction::past,
                 std::string_view now = "2026-04-07T11:00:00+02:00") {
    return core::rfc3339(core::read_time(
        typed, {.now = core::parse_rfc3339(now).value().at, .zone = copenhagen(), .direction = direction}));
}

std::string read_future(std::string_view typed) {
    return read(typed, core::Direction::future);
}

std::string refusal(std::string_view typed) {
    try {
        return read(typed);
    } catch (const core::Misuse& misuse) {
        return misuse.what();
    }
}

}  // namespace

TEST_SUITE("typed times") {
    TEST_CASE("a full time stays as it was written") {
        CHECK(read("2026-11-02T09:14:00+01:00") == "2026-11-02T09:14:00+01:00");
        CHECK(read("2026-11-02T09:14:00Z") == "2026-11-02T09:14:00+00:00");
        CHECK(read(" 2026-11-02T09:14:00Z ") == "2026-11-02T09:14:00+00:00");
    }

    TEST_CASE("a date with a time is read by the zone's clock") {
        for (const auto* const typed :
             {"2026-11-20 14:30", "2026-11-20T14:30", "2026-11-20 14.30", "2026-11-20 kl. 14.30",
              "20.11.2026 14.30", "20/11/2026 14:30", "20/11-2026 kl 14.30", "20. november 2026 kl. 14.30",
              "20 Nov 2026 2:30pm", "Nov 20, 2026 14:30", "14:30 2026-11-20", "den 20. nov. 2026 kl. 14.30",
              "2026-11-20 14:30:00"}) {
            CAPTURE(typed);
            CHECK(read(typed) == "2026-11-20T14:30:00+01:00");
        }
    }

    TEST_CASE("a date alone is its beginning, or its end where that is asked for") {
        CHECK(read("2026-11-20") == "2026-11-20T00:00:00+01:00");
        const core::TimeReading reading{.now = core::parse_rfc3339("2026-04-07T11:00:00+02:00")->at,
                                        .zone = copenhagen(),
                                        .direction = core::Direction::future,
                                        .bare_day = core::BareDay::ends};
        CHECK(core::rfc3339(core::read_time("fredag", reading)) == "2026-04-10T23:59:59+02:00");
        CHECK(core::rfc3339(core::read_time("fredag 12", reading)) == "2026-04-10T12:00:00+02:00");
    }

    TEST_CASE("a time of day lies on the nearest day in the direction") {
        CHECK(read("10:30") == "2026-04-07T10:30:00+02:00");
        CHECK(read("14:30") == "2026-04-06T14:30:00+02:00");
        CHECK(read("kl. 9") == "2026-04-07T09:00:00+02:00");
        CHECK(read_future("14.30") == "2026-04-07T14:30:00+02:00");
        CHECK(read_future("10.30") == "2026-04-08T10:30:00+02:00");
        CHECK(read("12:15am") == "2026-04-07T00:15:00+02:00");
    }

    TEST_CASE("days near now have names in both languages") {
        for (const auto* const typed :
             {"yesterday 9:15", "i går 9.15", "I GÅR kl. 9.15", "igår 9:15", "9:15 yesterday",
              "kl. 9.15 i går", "i ga\u030Ar 9.15", "yesterday at 9:15"}) {
            CAPTURE(typed);
            CHECK(read(typed) == "2026-04-06T09:15:00+02:00");
        }
        CHECK(read("i forgårs") == "2026-04-05T00:00:00+02:00");
        CHECK(read("i dag 8") == "2026-04-07T08:00:00+02:00");
        CHECK(read_future("i morgen") == "2026-04-08T00:00:00+02:00");
        CHECK(read_future("tomorrow 9am") == "2026-04-08T09:00:00+02:00");
        CHECK(read_future("overmorgen 12") == "2026-04-09T12:00:00+02:00");
    }

    TEST_CASE("a weekday is the nearest one in the direction") {
        CHECK(read("man") == "2026-04-06T00:00:00+02:00");
        CHECK(read("man.") == "2026-04-06T00:00:00+02:00");
        CHECK(read("Friday 9") == "2026-04-03T09:00:00+02:00");
        CHECK(read("fredag kl. 9.30") == "2026-04-03T09:30:00+02:00");
        CHECK(read("tirsdag 10") == "2026-04-07T10:00:00+02:00");
        CHECK(read("tirsdag 12") == "2026-03-31T12:00:00+02:00");
        CHECK(read("LØRDAG") == "2026-04-04T00:00:00+02:00");
        CHECK(read_future("fredag") == "2026-04-10T00:00:00+02:00");
        CHECK(read_future("tirsdag 10") == "2026-04-14T10:00:00+02:00");
        CHECK(read_future("tue 12") == "2026-04-07T12:00:00+02:00");
    }

    TEST_CASE("last and next leave today out") {
        CHECK(read("last Tuesday") == "2026-03-31T00:00:00+02:00");
        CHECK(read("sidste mandag 9") == "2026-04-06T09:00:00+02:00");
        CHECK(read("i mandags") == "2026-04-06T00:00:00+02:00");
        CHECK(read("next Tuesday") == "2026-04-14T00:00:00+02:00");
        CHECK(read_future("på fredag kl. 12") == "2026-04-10T12:00:00+02:00");
        CHECK(read_future("sidste fredag") == "2026-04-03T00:00:00+02:00");
    }

    TEST_CASE("a date without its year is the nearest one in the direction") {
        CHECK(read("20/11") == "2025-11-20T00:00:00+01:00");
        CHECK(read("20. nov. kl. 9") == "2025-11-20T09:00:00+01:00");
        CHECK(read_future("20 Nov") == "2026-11-20T00:00:00+01:00");
        CHECK(read_future("1. april") == "2027-04-01T00:00:00+02:00");
        CHECK(read_future("29/2") == "2028-02-29T00:00:00+01:00");
        CHECK(read("maj 3") == "2025-05-03T00:00:00+02:00");
    }

    TEST_CASE(
        "a date without its year that lies days on the other side of now is refused with both readings") {
        CHECK(refusal("9/4") == "9/4 can be 2026-04-09 or 2025-04-09; write the year");
        CHECK(refusal("7/4 11.30") ==
              "7/4 11.30 can be 2026-04-07T11:30:00+02:00 or 2025-04-07T11:30:00+02:00; write the year");
        CHECK_THROWS_AS(read_future("5. april"), core::Misuse);
        CHECK(read("7/4 10.30") == "2026-04-07T10:30:00+02:00");
    }

    TEST_CASE("a length counts from now") {
        CHECK(read("-2h") == "2026-04-07T09:00:00+02:00");
        CHECK(read("2 timer siden") == "2026-04-07T09:00:00+02:00");
        CHECK(read("for 2 timer siden") == "2026-04-07T09:00:00+02:00");
        CHECK(read("90 minutes ago") == "2026-04-07T09:30:00+02:00");
        CHECK(read("-1h30min") == "2026-04-07T09:30:00+02:00");
        CHECK(read_future("+3d") == "2026-04-10T11:00:00+02:00");
        CHECK(read_future("om 2 dage") == "2026-04-09T11:00:00+02:00");
        CHECK(read_future("in 1 week") == "2026-04-14T11:00:00+02:00");
        CHECK(read("now") == "2026-04-07T11:00:00+02:00");
        CHECK(read("nu") == "2026-04-07T11:00:00+02:00");
    }

    TEST_CASE("days are counted by the calendar, hours by the clock") {
        const auto* const monday_after_change = "2026-03-30T09:00:00+02:00";
        CHECK(read("-2d", core::Direction::past, monday_after_change) == "2026-03-28T09:00:00+01:00");
        CHECK(read("-48h", core::Direction::past, monday_after_change) == "2026-03-28T08:00:00+01:00");
    }

    TEST_CASE("a time that the clock change skips is refused with both readings") {
        CHECK(refusal("2026-03-29 02:30") ==
              "2026-03-29 02:30 does not exist, since the clock is set forward then; say "
              "2026-03-29T01:30:00+01:00 or "
              "2026-03-29T03:30:00+02:00");
    }

    TEST_CASE("a time that the clock change repeats is refused with both readings") {
        CHECK(refusal("2025-10-26 2.30") ==
              "2025-10-26 2.30 happens twice, since the clock is set back then; say "
              "2025-10-26T02:30:00+02:00 or "
              "2025-10-26T02:30:00+01:00");
        CHECK(read("2025-10-26T02:30:00+01:00") == "2025-10-26T02:30:00+01:00");
    }

    TEST_CASE("what is no time is refused") {
        for (const std::string_view typed : {"",
                                             " ",
                                             "soon",
                                             "25:00",
                                             "12:60",
                                             "2026-02-30",
                                             "2026-13-01 9:00",
                                             "9",
                                             "31/4",
                                             "20.11.26",
                                             "0pm",
                                             "13pm",
                                             "- 2",
                                             "2h",
                                             "-2",
                                             "-h",
                                             "in 2",
                                             "ago",
                                             "10:30:70",
                                             "yesterday tomorrow",
                                             "fredag fredag",
                                             "9999999d ago",
                                             "-100001d",
                                             "mandag 9 10",
                                             "kl",
                                             "+-2h",
                                             "2026-11-20 2026-11-20",
                                             "1/2/3/4",
                                             "9:5"}) {
            CAPTURE(std::string(typed));
            CHECK(refusal(typed).find("is no time that can be read") != std::string::npos);
        }
    }

    TEST_CASE("a length that leaves the calendar is refused") {
        CHECK_THROWS_AS(read("-100000w100000w"), core::Misuse);
        CHECK_THROWS_AS(read("+100000w100000w100000w100000w100000w"), core::Misuse);
    }
}
