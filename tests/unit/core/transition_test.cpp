#include "lib/core/transition.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;
using core::EventKind;

namespace {

Story reported() {
    return Story("defect").then("reported", {{"to", "vendor"}});
}
Story closed() {
    return reported().then("closed", {{"outcome", "fixed"}});
}

}  // namespace

TEST_SUITE("transitions") {
    TEST_CASE("a closed case takes only what does no harm, and can be reopened") {
        const auto before = closed().folded();
        for (const auto kind :
             {EventKind::noted, EventKind::linked, EventKind::attached, EventKind::edited,
              EventKind::answered, EventKind::receipt, EventKind::backed, EventKind::reopened}) {
            CHECK_NOTHROW(core::require_possible(before, kind));
        }
        for (const auto kind : {EventKind::reported, EventKind::verified, EventKind::closed,
                                EventKind::escalated, EventKind::promised, EventKind::categorised}) {
            CHECK_THROWS_WITH_AS(core::require_possible(before, kind),
                                 "BOM-7 is closed; spoc report reopen BOM-7 opens it again",
                                 core::ImpossibleTransition);
        }
    }

    TEST_CASE("an open case cannot be reopened") {
        CHECK_THROWS_WITH_AS(core::require_possible(reported().folded(), EventKind::reopened),
                             "BOM-7 is not closed, so it cannot be reopened", core::ImpossibleTransition);
    }

    TEST_CASE("one reminds and escalates only what was reported") {
        const auto fresh = Story("defect").folded();
        CHECK_THROWS_WITH_AS(core::require_possible(fresh, EventKind::reminded),
                             "BOM-7 has not been reported to anybody yet; spoc report send BOM-7 does that",
                             core::ImpossibleTransition);
        CHECK_THROWS_AS(core::require_possible(fresh, EventKind::escalated), core::ImpossibleTransition);
        CHECK_NOTHROW(core::require_possible(fresh, EventKind::analysed));
        CHECK_NOTHROW(core::require_possible(reported().folded(), EventKind::reminded));
        CHECK_NOTHROW(core::require_possible(reported().folded(), EventKind::escalated));
    }

    TEST_CASE("a command is for cases of its type") {
        CHECK_NOTHROW(core::require_type(Story("wish").folded(), core::CaseType::wish));
        CHECK_THROWS_AS(core::require_type(Story("wish").folded(), core::CaseType::defect),
                        core::ImpossibleTransition);
    }

    TEST_CASE("each type is closed in its own words") {
        using core::CaseType;
        CHECK(core::closes_as(CaseType::defect, "fixed"));
        CHECK(core::closes_as(CaseType::defect, "no-defect"));
        CHECK_FALSE(core::closes_as(CaseType::defect, "done"));
        CHECK(core::closes_as(CaseType::wish, "declined"));
        CHECK_FALSE(core::closes_as(CaseType::wish, "local"));
        CHECK(core::closes_as(CaseType::question, "answered"));
        CHECK_FALSE(core::closes_as(CaseType::question, "fixed"));
    }
}
