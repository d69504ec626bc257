#include "lib/render/time_left.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"
#include "lib/settings/settings.hpp"

using namespace spoc;

namespace {

const render::Wording english(render::Language::english);
const render::Wording danish(render::Language::danish);

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

/// What is built in: the office is open on working days from 8 to 16.
const core::Terms& terms() {
    static const auto settings = settings::load({});
    return settings.terms;
}

std::string left(const render::Wording& say, std::string_view now, std::string_view due) {
    return render::open_time_left(say, at(due), at(now), &terms().calendar("office"));
}

}  // namespace

TEST_SUITE("time left") {
    TEST_CASE("hours that are open are counted, and no others") {
        CHECK(left(danish, "2026-11-02T09:00:00+01:00", "2026-11-02T12:00:00+01:00") == "om 3 arbejdstimer");
        CHECK(left(english, "2026-11-02T15:00:00+01:00", "2026-11-03T10:00:00+01:00") ==
              "in 3 business hours");
        CHECK(left(danish, "2026-11-02T09:00:00+01:00", "2026-11-02T10:00:00+01:00") == "om 1 arbejdstime");
        CHECK(left(danish, "2026-11-02T09:15:00+01:00", "2026-11-02T10:00:00+01:00") ==
              "om 45 arbejdsminutter");
    }

    TEST_CASE("what has passed is told as such") {
        CHECK(left(danish, "2026-11-02T15:30:00+01:00", "2026-11-02T12:00:00+01:00") ==
              "3 arbejdstimer over fristen");
        CHECK(left(english, "2026-11-03T09:00:00+01:00", "2026-11-02T15:00:00+01:00") ==
              "2 business hours late");
    }

    TEST_CASE("days are counted where they are many; holidays and weekends are none") {
        // From the Wednesday before Easter to the Thursday after it.
        CHECK(left(english, "2026-04-01T09:00:00+02:00", "2026-04-09T12:00:00+02:00") == "in 3 working days");
        CHECK(left(danish, "2026-11-12T09:00:00+01:00", "2026-11-02T12:00:00+01:00") ==
              "8 arbejdsdage over fristen");
    }

    TEST_CASE("where nothing is open in between, and where it is months, time is what everybody counts") {
        CHECK(left(english, "2026-11-07T09:00:00+01:00", "2026-11-08T12:00:00+01:00") == "in 1 day");
        CHECK(left(danish, "2026-11-02T09:00:00+01:00", "2027-02-02T09:00:00+01:00") == "om 92 dage");
        CHECK(render::open_time_left(english, at("2026-11-02T11:30:00+01:00"),
                                     at("2026-11-02T09:00:00+01:00"), nullptr) == "in 2 hours");
        CHECK(left(english, "2026-11-02T09:00:00+01:00", "2026-11-02T09:00:30+01:00") == "now");
    }

    TEST_CASE("a clock has the calendar of its agreement; real time and unknown systems have none") {
        const auto reported = at("2026-11-02T09:00:00+01:00");
        const auto* const update =
            render::clock_calendar(terms(), "BOM", 2, reported, core::ClockName::update);
        REQUIRE(update != nullptr);
        CHECK(update->name() == "window");
        CHECK(render::clock_calendar(terms(), "BOM", 2, reported, core::ClockName::response) == nullptr);
        CHECK(render::clock_calendar(terms(), "XYZ", 2, reported, core::ClockName::response) == nullptr);
        CHECK(render::clock_calendar(terms(), "BOM", 99, reported, core::ClockName::fix) == nullptr);
    }
}
