#include "lib/intake/feed_date.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/time.hpp"

using namespace spoc;

namespace {

std::string utc(std::string_view text) {
    const auto read = intake::read_feed_date(text);
    return read ? core::rfc3339(core::Timestamp{*read, {}}) : "unreadable";
}

}  // namespace

TEST_SUITE("feed date") {
    TEST_CASE("a year of two digits is of this century until 49") {
        CHECK(utc("07 Apr 49 00:00 GMT") == "2049-04-07T00:00:00+00:00");
        CHECK(utc("07 Apr 50 00:00 GMT") == "1950-04-07T00:00:00+00:00");
    }

    TEST_CASE("names of zones that are used in Europe are known") {
        CHECK(utc("7 Apr 2026 20:00 CEST") == "2026-04-07T18:00:00+00:00");
        CHECK(utc("7 Apr 2026 20:00 MEZ") == "2026-04-07T19:00:00+00:00");
        CHECK(utc("7 Apr 2026 20:00 BST") == "2026-04-07T19:00:00+00:00");
    }

    TEST_CASE("an unknown zone, as RFC 2822 has it, is UTC") {
        CHECK(utc("7 Apr 2026 20:00 XYZ") == "2026-04-07T20:00:00+00:00");
    }

    TEST_CASE("half a date is no date of today") {
        for (const auto* const text : {"20:00", "Tue", "7 Apr", "Apr 2026", "2026-04-07T", "2026-4-7",
                                       "2026-04-07T20", "T20:00:00Z"}) {
            CAPTURE(text);
            CHECK(utc(text) == "unreadable");
        }
    }

    TEST_CASE("words around a date make it unreadable") {
        CHECK(utc("7 Apr 2026 20:00 in the evening") == "unreadable");
        CHECK(utc("about 7 Apr 2026") == "unreadable");
        CHECK(utc("7 Apr 2026 20:00 GMT GMT") == "unreadable");
    }

    TEST_CASE("offsets beyond a day, and minutes beyond an hour, are unreadable") {
        CHECK(utc("7 Apr 2026 20:00 +2500") == "unreadable");
        CHECK(utc("2026-04-07T20:61:00Z") == "unreadable");
        CHECK(utc("2026-04-07T24:00:00Z") == "2026-04-08T00:00:00+00:00");
        CHECK(utc("2026-04-07T24:00:01Z") == "unreadable");
    }
}
