#include "lib/core/retest.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

TEST_SUITE("retests") {
    TEST_CASE("a fix is verified by the steps of the report, else by how it was seen") {
        const auto planned =
            Story("defect", {{"steps", "Log ind"}, {"retest", core::List{"Åbn sagen", 7, "Indsend"}}});
        CHECK(core::joined(core::retest_plan(planned.folded())) == "Åbn sagen, Indsend");
        CHECK(core::joined(core::retest_plan(Story("defect", {{"steps", "Log ind"}}).folded())) == "Log ind");
        CHECK(core::retest_plan(Story("defect").folded()).empty());
    }

    TEST_CASE("a step's outcome is read as it is typed") {
        const auto failed = core::read_step_verdict("2=fail:stadig tom: se bilag", 2);
        CHECK(failed.step == 2);
        CHECK_FALSE(failed.passed);
        CHECK(failed.note == "stadig tom: se bilag");
        const auto passed = core::read_step_verdict("1=pass", 2);
        CHECK(passed.passed);
        CHECK(passed.note.empty());
    }

    TEST_CASE("what is no outcome is an error that shows what would be") {
        for (const auto* const wrong : {"", "pass", "1", "1=", "1=maybe", "=pass", "x=pass"}) {
            CAPTURE(wrong);
            CHECK_THROWS_AS(core::read_step_verdict(wrong, 2), core::Misuse);
        }
        CHECK_THROWS_WITH_AS(core::read_step_verdict("3=pass", 2), "there is no step 3; the plan has 2",
                             core::Misuse);
        CHECK_THROWS_AS(core::read_step_verdict("0=pass", 2), core::Misuse);
    }

    TEST_CASE("outcomes are kept with the words of their steps") {
        const auto list = core::verdict_list(
            {"Åbn sagen", "Indsend"},
            {{.step = 1, .passed = true, .note = ""}, {.step = 2, .passed = false, .note = "tom"}});
        const core::Value expected{
            core::List{core::Members{{"step", "Åbn sagen"}, {"outcome", "pass"}},
                       core::Members{{"step", "Indsend"}, {"outcome", "fail"}, {"note", "tom"}}}};
        CHECK(list == expected);
    }
}
