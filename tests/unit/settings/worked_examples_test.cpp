#include "lib/settings/worked_examples.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/settings/support.hpp"

using namespace spoc;
using settings::Occasion;

namespace {

const core::Date around = std::chrono::year{2026} / 1 / 7;

settings::WorkedExample example(const settings::Settings& all, int category, Occasion occasion) {
    const auto examples = settings::worked_examples(all, around);
    const auto found = std::ranges::find_if(
        examples, [&](const auto& each) { return each.category == category && each.occasion == occasion; });
    REQUIRE(found != examples.end());
    return *found;
}

std::string when(const std::optional<core::Timestamp>& at) {
    return at ? core::rfc3339(*at) : "-";
}

}  // namespace

TEST_SUITE("worked examples of deadlines") {
    TEST_CASE("each category has four examples") {
        CHECK(settings::worked_examples(settings::load({}), around).size() == 20);
    }

    TEST_CASE("a grave defect on a Monday morning") {
        const auto found = example(settings::load({}), 1, Occasion::monday_morning);
        CHECK(when(found.reported_at) == "2026-01-12T10:00:00+01:00");
        CHECK(when(found.response_due) == "2026-01-12T10:15:00+01:00");
        CHECK(when(found.fix_due) == "2026-01-12T12:00:00+01:00");
    }

    TEST_CASE("at night the response target outside hours applies") {
        const auto found = example(settings::load({}), 1, Occasion::at_night);
        CHECK(when(found.reported_at) == "2026-01-13T02:00:00+01:00");
        CHECK(core::text(*found.response) == "30min");
        CHECK(when(found.response_due) == "2026-01-13T02:30:00+01:00");
    }

    TEST_CASE("a Friday afternoon runs into the next week") {
        const auto found = example(settings::load({}), 3, Occasion::friday_afternoon);
        CHECK(when(found.response_due) == "2026-01-19T11:30:00+01:00");
        CHECK(when(found.fix_due) == "2026-01-20T16:00:00+01:00");
    }

    TEST_CASE("the days of Easter do not count") {
        const auto found = example(settings::load({}), 3, Occasion::before_easter);
        CHECK(when(found.reported_at) == "2026-04-01T15:00:00+02:00");
        CHECK(when(found.response_due) == "2026-04-07T11:00:00+02:00");
        CHECK(when(found.fix_due) == "2026-04-08T16:00:00+02:00");
    }

    TEST_CASE("a version that is not yet in force has examples from its first day on") {
        const auto all = settings::load_text(
            "[[agreement]]\nname = \"A\"\nfrom = 2027-01-01\ncategory = [{ category = 1, fix = \"4h\" }]\n",
            "x");
        CHECK(when(example(all, 1, Occasion::monday_morning).reported_at) == "2027-01-04T10:00:00+01:00");
        CHECK(when(example(all, 1, Occasion::before_easter).reported_at) == "2027-03-24T15:00:00+01:00");
    }

    TEST_CASE("where the fix clock starts at the response, the fix is counted from the response's due") {
        const auto all = settings::load_text(
            "[[agreement]]\nname = \"A\"\nfrom = 2020-01-01\nstarts = \"response\"\n"
            "category = [{ category = 1, response = \"1h\", fix = \"4h\" }, { category = 2 }]\n",
            "x");
        CHECK(when(example(all, 1, Occasion::monday_morning).fix_due) == "2026-01-12T15:00:00+01:00");
        CHECK(when(example(all, 2, Occasion::monday_morning).fix_due) == "-");
    }
}
