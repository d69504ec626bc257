#include "lib/render/dates.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;
using namespace std::chrono_literals;

namespace {

const render::Wording english(render::Language::english);
const render::Wording danish(render::Language::danish);

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

render::Reader reader() {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    return {.zone = *zone, .now = at("2026-04-02T12:00:00+02:00")};
}

}  // namespace

TEST_SUITE("dates for people") {
    TEST_CASE("a moment of this year is written without it") {
        const auto moment = at("2026-04-07T09:00:00Z");
        CHECK(render::date_time(danish, moment, reader()) == "tir. 7. apr. kl. 11.00");
        CHECK(render::date_time(english, moment, reader()) == "Tue 7 Apr 11:00");
        CHECK(render::clock_time(danish, moment, reader()) == "11.00");
    }

    TEST_CASE("a moment of another year is written with it") {
        const auto moment = at("2025-12-31T23:30:00+01:00");
        CHECK(render::date_time(danish, moment, reader()) == "ons. 31. dec. 2025 kl. 23.30");
        CHECK(render::date_time(english, moment, reader()) == "Wed 31 Dec 2025 23:30");
    }

    TEST_CASE("a letter's date is written in full") {
        using namespace std::chrono;
        CHECK(render::long_date(danish, 2026y / May / 1) == "1. maj 2026");
        CHECK(render::long_date(english, 2026y / May / 1) == "1 May 2026");
    }

    TEST_CASE("a deadline is so far ahead or behind") {
        using enum render::Unit;
        CHECK(render::time_left(danish, 3h, business_hours) == "om 3 arbejdstimer");
        CHECK(render::time_left(danish, -48h, working_days) == "2 arbejdsdage over fristen");
        CHECK(render::time_left(danish, 24h, working_days) == "om 1 arbejdsdag");
        CHECK(render::time_left(english, 90min, real_time) == "in 1 hour 30 minutes");
        CHECK(render::time_left(english, -26h, real_time) == "1 day 2 hours late");
        CHECK(render::time_left(english, -20s, real_time) == "now");
    }

    TEST_CASE("a length has at most two units") {
        using enum render::Unit;
        CHECK(render::duration(english, 49h + 59min + 59s, real_time) == "2 days 1 hour");
        CHECK(render::duration(english, 24h + 5min, real_time) == "1 day");
        CHECK(render::duration(danish, 40h, business_hours) == "40 arbejdstimer");
        CHECK(render::duration(english, 0s, real_time) == "0 minutes");
        CHECK(render::duration(english, 12h, working_days) == "12 business hours");
        CHECK(render::short_duration(danish, 2h + 5min) == "2 t 5 min");
        CHECK(render::short_duration(english, 50h) == "2 d 2 h");
        CHECK(render::short_duration(english, 5min) == "5 min");
    }
}
