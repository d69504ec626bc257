#include <doctest/doctest.h>

#include "tests/unit/settings/support.hpp"

using namespace spoc;
using tests::fault_of;

namespace {

/// A calendar with `lines` after its name and zone.
std::string calendar(const std::string& lines) {
    return "[[calendar]]\nname = \"office\"\nzone = \"Europe/Copenhagen\"\n" + lines;
}

/// An agreement whose first category begins on line 5 with what is given.
std::string agreement(const std::string& category, const std::string& lines = "source = \"bilag 7\"\n") {
    return "[[agreement]]\nname = \"Drift\"\nfrom = 2026-01-01\n" + lines +
           "[[agreement.category]]\ncategory = 1\n" + category;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("what is wrong with calendars and agreements") {
    TEST_CASE("hours that are none are refused with how they are written") {
        const auto fault = fault_of(calendar("hours = { mon = [\"8-16\"] }\n"));
        CHECK(fault.starts_with("spoc.toml:4: calendar.hours.mon: 8-16 "));
        CHECK(has(fault, "08:00-16:00"));
    }

    TEST_CASE("hours over midnight are refused") {
        CHECK(fault_of(calendar("hours = { mon = \"22:00-06:00\" }\n"))
                  .starts_with("spoc.toml:4: calendar.hours.mon: "));
    }

    TEST_CASE("hours that overlap are refused") {
        CHECK(has(fault_of(calendar("hours = { mon = [\"08:00-12:00\", \"11:00-16:00\"] }\n")), "overlap"));
    }

    TEST_CASE("a day that is no weekday names the nearest") {
        CHECK(has(fault_of(calendar("hours = { mon = \"08:00-16:00\", tus = \"08:00-16:00\" }\n")),
                  "spoc.toml:4: unknown key tus in calendar.hours; did you mean tue?"));
    }

    TEST_CASE("a calendar without hours is refused") {
        CHECK(fault_of(calendar("")) ==
              "spoc.toml:1: calendar.hours: this is missing; [[calendar]] needs it");
    }

    TEST_CASE("hours of a wrong kind are refused") {
        CHECK(fault_of(calendar("hours = \"always\"\n"))
                  .starts_with("spoc.toml:4: calendar.hours: \"24/7\" or hours"));
        CHECK(
            fault_of(calendar("hours = 24\n")).starts_with("spoc.toml:4: calendar.hours: \"24/7\" or hours"));
    }

    TEST_CASE("a calendar that never opens is refused") {
        const auto fault = fault_of(calendar("hours = {}\n"));
        CHECK(fault.starts_with("spoc.toml:4: calendar.hours: "));
        CHECK(has(fault, "never opens"));
    }

    TEST_CASE("a near-holiday that is not known names the nearest") {
        CHECK(fault_of(calendar("hours = \"24/7\"\nnear_holidays = { christmas_ev = \"closed\" }\n")) ==
              "spoc.toml:5: unknown key christmas_ev in calendar.near_holidays; did you mean christmas_eve?");
    }

    TEST_CASE("a near-holiday is open, closed, or hours") {
        CHECK(fault_of(calendar("hours = \"24/7\"\nnear_holidays = { christmas_eve = \"shut\" }\n"))
                  .starts_with("spoc.toml:5: calendar.near_holidays.christmas_eve: shut "));
    }

    TEST_CASE("a zone of a calendar that is not there is refused") {
        CHECK(has(fault_of("[[calendar]]\nname = \"office\"\nzone = \"Europe/Aarhus\"\nhours = \"24/7\"\n"),
                  "spoc.toml:3: calendar.zone: there is no time zone Europe/Aarhus"));
    }

    TEST_CASE("an override on no day is refused") {
        CHECK(fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"13-24\"\nclosed = true\n"))
                  .starts_with("spoc.toml:6: calendar.override.on: 13-24 "));
    }

    TEST_CASE("an override without its days is refused") {
        CHECK(fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\nclosed = true\n")) ==
              "spoc.toml:5: calendar.override.on: this is missing; [[calendar.override]] needs it");
    }

    TEST_CASE("an override says one thing about its days") {
        const auto* const one = "one of these is meant: closed = true, hours = [...] or open = [...]";
        CHECK(has(fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"12-24\"\n")), one));
        CHECK(has(fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"12-24\"\nclosed = true\n"
                                    "hours = [\"08:00-12:00\"]\n")),
                  one));
    }

    TEST_CASE("years of an override that are none are refused") {
        CHECK(fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"12-24\"\nclosed = "
                                "true\nyears = \"x\"\n"))
                  .starts_with("spoc.toml:8: calendar.override.years: x "));
    }

    TEST_CASE("a dated override has no years") {
        CHECK(
            fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"2026-12-24\"\nclosed = true\n"
                              "years = \"2026\"\n"))
                .starts_with("spoc.toml:8: calendar.override.years: "));
    }

    TEST_CASE("the second of two overrides for one day is blamed") {
        const auto fault =
            fault_of(calendar("hours = \"24/7\"\n[[calendar.override]]\non = \"12-24\"\nclosed = true\n"
                              "[[calendar.override]]\non = \"12-20..12-30\"\nclosed = true\n"));
        CHECK(fault.starts_with("spoc.toml:8: calendar.override: "));
    }

    TEST_CASE("an agreement needs its first day") {
        CHECK(fault_of("[[agreement]]\nname = \"Drift\"\ncategory = [{ category = 1 }]\n") ==
              "spoc.toml:1: agreement.from: this is missing; [[agreement]] needs it");
    }

    TEST_CASE("a first day that is no date is refused") {
        CHECK(fault_of(
                  "[[agreement]]\nname = \"Drift\"\nfrom = \"1 January\"\ncategory = [{ category = 1 }]\n") ==
              "spoc.toml:3: agreement.from: a date such as 2026-01-01 is meant, not \"1 January\"");
    }

    TEST_CASE("a target in days is refused with the two things it might mean") {
        const auto fault = fault_of(agreement("fix = \"2d\"\n"));
        CHECK(fault.starts_with("spoc.toml:7: agreement.category.fix: "));
        CHECK(has(fault, "48h"));
        CHECK(has(fault, "2bd"));
    }

    TEST_CASE("a target of nothing is refused") {
        CHECK(fault_of(agreement("fix = \"0bh\"\n")).starts_with("spoc.toml:7: agreement.category.fix: "));
    }

    TEST_CASE("a target without quotes is refused") {
        CHECK(fault_of(agreement("fix = 4\n")) ==
              "spoc.toml:7: agreement.category.fix: a text in quotes is meant, not 4");
    }

    TEST_CASE("a category that is no number is refused") {
        CHECK(has(
            fault_of(
                "[[agreement]]\nname = \"A\"\nfrom = 2026-01-01\n[[agreement.category]]\ncategory = \"1\"\n"),
            "spoc.toml:5: agreement.category.category: a whole number is meant, not \"1\""));
    }

    TEST_CASE("an agreement with a gap in its categories is refused where it begins") {
        const auto fault = fault_of(agreement("fix = \"4h\"\n[[agreement.category]]\ncategory = 3\n"));
        CHECK(fault.starts_with("spoc.toml:1: agreement.category: "));
    }

    TEST_CASE("a response longer than the fix is refused at the response") {
        CHECK(fault_of(agreement("response = \"5h\"\nfix = \"4h\"\n"))
                  .starts_with("spoc.toml:7: agreement.category.response: "));
    }

    TEST_CASE("an update in real time is refused") {
        CHECK(fault_of(agreement("update = \"30min\"\n", "calendars = { update = \"window\" }\n"))
                  .starts_with("spoc.toml:7: agreement.category.update: "));
    }

    TEST_CASE("a value outside hours that are never over is refused") {
        CHECK(fault_of(agreement("response = \"1h\"\nresponse_outside = \"2h\"\n",
                                 "calendars = { response = \"all\" }\n"))
                  .starts_with("spoc.toml:8: agreement.category.response_outside: "));
    }

    TEST_CASE("a calendar of an agreement that is not there names the nearest") {
        CHECK(fault_of(agreement("fix = \"4bh\"\n", "calendars = { fix = \"ofice\" }\n")) ==
              "spoc.toml:4: agreement.calendars: there is no [[calendar]] named \"ofice\"; did you mean "
              "office?");
    }

    TEST_CASE("a calendar of a category that is not there names the nearest") {
        CHECK(fault_of(agreement("fix = \"4bh\"\ncalendars = { fix = \"al\" }\n")) ==
              "spoc.toml:8: agreement.category.calendars: there is no [[calendar]] named \"al\"; did you "
              "mean all?");
    }

    TEST_CASE("a clock that has no calendar of its own names the nearest") {
        CHECK(fault_of(agreement("fix = \"4h\"\n", "calendars = { fixx = \"office\" }\n")) ==
              "spoc.toml:4: unknown key fixx in agreement.calendars; did you mean fix?");
    }

    TEST_CASE("two versions from one day are refused at the second") {
        const auto fault =
            fault_of(agreement("fix = \"4h\"\n") + "[[agreement]]\nname = \"Drift\"\nfrom = 2026-01-01\n" +
                     "category = [{ category = 1 }]\n");
        CHECK(fault.starts_with("spoc.toml:10: agreement.from: "));
    }

    TEST_CASE("a pause for nobody known is refused") {
        CHECK(fault_of(agreement("fix = \"4h\"\n", "pauses = [\"us\", \"local-ti\"]\n")) ==
              "spoc.toml:4: agreement.pauses: there is no [[party]] named \"local-ti\"; did you mean "
              "local-it?");
    }

    TEST_CASE("a word that says when the fix clock starts is checked") {
        CHECK(fault_of(agreement("fix = \"4h\"\n", "starts = \"reprot\"\n")) ==
              "spoc.toml:4: agreement.starts: \"reprot\" is not known here; did you mean report?");
    }

    TEST_CASE("a fractile beyond a hundred is refused") {
        CHECK(fault_of(agreement("fix = \"4h\"\n", "fractile = 101\n")) ==
              "spoc.toml:4: agreement.fractile: a number from 1 to 100 is meant, not 101");
    }

    TEST_CASE("binding in quotes is refused") {
        CHECK(fault_of(agreement("fix = \"4h\"\n", "binding = \"yes\"\n")) ==
              "spoc.toml:4: agreement.binding: true or false is meant, without quotes, not \"yes\"");
    }

    TEST_CASE("a target of a rung is checked as well") {
        CHECK(fault_of("[[rung]]\nname = \"r\"\nto = \"vendor\"\nclocks = [\"fix\"]\nafter = \"8 bh\"\n")
                  .starts_with("spoc.toml:5: rung.after: "));
    }
}
