#include "lib/core/rates.hpp"

#include <doctest/doctest.h>

#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

const core::Period june = {.from = at("2026-06-01T00:00:00+02:00"), .until = at("2026-07-01T00:00:00+02:00")};
constexpr core::RateKey response_of_2 = {.category = 2, .clock = core::ClockName::response};

core::Clock clock(core::ClockState state, const char* due, const char* stopped) {
    core::Clock made{.name = core::ClockName::response, .state = state};
    if (*due != 0) {
        made.due_at = at(due);
    }
    if (*stopped != 0) {
        made.stopped_at = at(stopped);
    }
    return made;
}

core::Rate counted(const core::Clock& each) {
    core::Rates rates;
    core::count(rates, std::span(&each, 1), response_of_2, 80, june);
    return rates.contains(response_of_2) ? rates[response_of_2] : core::Rate{};
}

}  // namespace

TEST_SUITE("rates") {
    TEST_CASE("an update clock whose last round was met counts as missed if an earlier one was") {
        auto each = clock(core::ClockState::met, "2026-06-02T12:00:00+02:00", "2026-06-02T11:00:00+02:00");
        CHECK(counted(each).met == 1);
        each.misses = 1;
        CHECK(counted(each).met == 0);
        CHECK(counted(each).missed == 1);
    }

    TEST_CASE("a period holds its first instant and not its last") {
        CHECK(june.holds(june.from));
        CHECK(june.holds(june.until - core::Seconds{1}));
        CHECK_FALSE(june.holds(june.until));
    }

    TEST_CASE("a clock counts where it stopped, and a missed one also where it fell due") {
        using core::ClockState;
        const auto met =
            counted(clock(ClockState::met, "2026-07-02T08:00:00+02:00", "2026-06-30T08:00:00+02:00"));
        CHECK(met.met == 1);
        CHECK(met.missed == 0);
        CHECK(met.fractile == 80);
        CHECK(
            counted(clock(ClockState::met, "2026-06-30T08:00:00+02:00", "2026-05-30T08:00:00+02:00")).all() ==
            0);
        CHECK(counted(clock(ClockState::missed, "2026-06-30T08:00:00+02:00", "2026-07-02T08:00:00+02:00"))
                  .missed == 1);
        CHECK(counted(clock(ClockState::missed, "2026-05-30T08:00:00+02:00", "2026-06-02T08:00:00+02:00"))
                  .missed == 1);
        CHECK(counted(clock(ClockState::missed, "2026-06-30T08:00:00+02:00", "")).missed == 1);
        CHECK(counted(clock(ClockState::missed, "2026-07-30T08:00:00+02:00", "")).all() == 0);
    }

    TEST_CASE("a clock that runs, pauses or is void counts in neither") {
        using core::ClockState;
        for (const auto state :
             {ClockState::running, ClockState::paused, ClockState::void_, ClockState::not_started}) {
            CHECK(counted(clock(state, "2026-06-30T08:00:00+02:00", "")).all() == 0);
        }
    }

    TEST_CASE("a share is held if it reaches the fractile, and rounded down") {
        CHECK(core::Rate{.met = 9, .missed = 1, .fractile = 90}.held());
        CHECK_FALSE(core::Rate{.met = 8, .missed = 1, .fractile = 90}.held());
        CHECK(core::Rate{.met = 8, .missed = 1, .fractile = 90}.permille() == 888);
        CHECK(core::Rate{}.held());
        CHECK(core::Rate{}.permille() == 0);
    }
}
