#include "lib/core/movements.hpp"

#include <random>

#include <doctest/doctest.h>

#include "tests/unit/core/calendars.hpp"

using namespace spoc::core;
using spoc::tests::copenhagen;
using namespace std::chrono_literals;

namespace {

constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};

/// A case that is turned from open to closed and back at each of the times.
Case turning(const std::vector<Instant>& turns) {
    Case content;
    content.recorded_at.at = turns.front();
    for (std::size_t at = 0; at < turns.size(); ++at) {
        content.balls.push_back({.since = turns[at], .holder = at % 2 == 0 ? "vendor" : "", .why = {}});
    }
    content.state = turns.size() % 2 == 0 ? CaseState::closed : CaseState::reported;
    return content;
}

}  // namespace

TEST_SUITE("movements") {
    TEST_CASE("what is open before and after, and what came and went, add up") {
        std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases in every run
        const auto zone = copenhagen();
        for (int round = 0; round < 300; ++round) {
            const auto hour = [&](int most) {
                return std::chrono::hours{random() % static_cast<unsigned>(most)};
            };
            const Period period{.from = monday + hour(2000), .until = monday + 2000h + hour(2000)};
            MovementCount count(period, 12, *zone);
            std::int64_t open = 0;
            for (int each = 0; each < 20; ++each) {
                std::vector<Instant> turns{monday + hour(4000)};
                for (auto more = random() % 5; more > 0; --more) {
                    turns.push_back(turns.back() + 1h + hour(500));
                }
                std::erase_if(turns, [&](Instant at) { return at >= period.until; });
                if (!turns.empty()) {
                    open += count.add(turning(turns), {}) ? 1 : 0;
                }
            }
            const auto& moved = count.result();
            CHECK(moved.open == open);
            CHECK(moved.open_before + moved.recorded + moved.reopened - moved.closed == moved.open);
            REQUIRE(moved.weeks.size() == 12);
            CHECK(moved.weeks.back().open == moved.open);
            for (std::size_t week = 1; week < moved.weeks.size(); ++week) {
                const auto& now = moved.weeks[week];
                CHECK(moved.weeks[week - 1].open + now.opened - now.closed == now.open);
            }
            std::int64_t aged = 0;
            for (const auto age : moved.ages) {
                aged += age;
            }
            CHECK(aged == moved.open);
        }
    }

    TEST_CASE("a ball is held in the period only, and by nobody while the case is closed") {
        const auto zone = copenhagen();
        MovementCount count({.from = monday, .until = monday + 100h}, 1, *zone);
        count.add(turning({monday - 50h, monday + 10h, monday + 90h}), {});
        CHECK(count.result().held.at("vendor") == 20h);
        CHECK(count.result().held.size() == 1);
    }

    TEST_CASE("weeks begin on Mondays of the zone") {
        const auto zone = copenhagen();
        const MovementCount count({.from = monday, .until = monday + 24h * 9}, 2, *zone);
        REQUIRE(count.result().weeks.size() == 2);
        CHECK(count.result().weeks[0].begins == monday - 1h);
        CHECK(count.result().weeks[1].begins == monday - 1h + 24h * 7);
    }
}
