#include "lib/core/wish.hpp"

#include <doctest/doctest.h>

#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

TEST_SUITE("wishes") {
    TEST_CASE("a benefit is three numbers with any words between them") {
        CHECK(core::read_benefit("12 × 5 × 20") == core::Benefit{.people = 12, .minutes = 5, .times = 20});
        CHECK(core::read_benefit("12 sagsbehandlere, 5 minutter, 20 gange om måneden")->minutes_a_month() ==
              1200);
        CHECK_FALSE(core::read_benefit("12 × 5"));
        CHECK_FALSE(core::read_benefit("1 2 3 4"));
        CHECK_FALSE(core::read_benefit("meget"));
        CHECK(core::read_benefit("99999999 × 1 × 1")->people == 1'000'000);
        CHECK(core::read_benefit("99999999999999999999999 × 1 × 1")->people == 1'000'000);
        CHECK_FALSE(core::read_benefit("-1 × 2"));
    }

    TEST_CASE("one who backs a wish twice counts once, with what was said last") {
        auto story = Story("wish");
        story.then("backed", {{"by", "Mette"}, {"benefit", "3 × 10 × 20"}})
            .then("backed", {{"by", "Jens"}})
            .then("backed", {{"by", "Mette"}, {"benefit", "6 × 10 × 20"}})
            .then("backed", {{"by", "Mette"}, {"municipality", "Nabo"}})
            .then("backed", {{"by", "Ole"}, {"municipality", "Nabo"}, {"benefit", "1 × 30 × 1"}});
        const auto wish = core::wish_of(story.history());
        REQUIRE(wish.backers.size() == 4);
        CHECK(wish.backers[0].by == "Mette");
        CHECK(wish.backers[0].benefit == "6 × 10 × 20");
        CHECK(wish.score.backers == 4);
        CHECK(wish.score.municipalities == 1);
        CHECK(wish.score.minutes == 1230);
        CHECK(wish.score.total() == 4 + 5 + 20);
    }

    TEST_CASE("a wish remembers where it was handed to and what was decided") {
        auto story = Story("wish");
        story.then("submitted", {{"to", "system-manager"}}).then("submitted", {{"to", "kombit"}});
        story.then("decided", {{"outcome", "approved"}, {"by", "kombit"}, {"release", "4.2"}});
        const auto wish = core::wish_of(story.history());
        CHECK(wish.submitted_to == "kombit");
        CHECK(wish.submitted_at == story.history()[2].occurred_at);
        CHECK(wish.outcome == "approved");
        CHECK(wish.decided_by == "kombit");
        CHECK(wish.release == "4.2");
        CHECK(core::wish_of(Story("wish").history()).outcome.empty());
    }
}
