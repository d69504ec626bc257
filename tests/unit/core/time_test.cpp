#include "lib/core/time.hpp"

#include <doctest/doctest.h>

using namespace spoc;

TEST_SUITE("time") {
    TEST_CASE("a timestamp is written as it was read") {
        for (const auto* const text :
             {"2026-11-02T09:14:00+01:00", "2026-06-30T23:59:59-03:30", "1970-01-01T00:00:00+00:00"}) {
            const auto time = core::parse_rfc3339(text);
            REQUIRE(time);
            CHECK(core::rfc3339(*time) == text);
        }
    }

    TEST_CASE("zulu time, small letters and fractions are understood") {
        CHECK(core::rfc3339(core::parse_rfc3339("2026-11-02t09:14:00.987z").value()) ==
              "2026-11-02T09:14:00+00:00");
    }

    TEST_CASE("a time without an offset, or on no day of the calendar, is no timestamp") {
        for (const auto* const text :
             {"2026-11-02T09:14:00", "2026-02-29T09:14:00Z", "2026-11-02T24:00:00Z", "2026-11-02",
              "2026-11-02T09:14:00+1:00", "2026-11-02T09:14:00.Z", "2026-11-02T09:14:00Z "}) {
            CAPTURE(text);
            CHECK_FALSE(core::parse_rfc3339(text));
        }
    }
}
