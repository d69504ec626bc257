#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

TEST_SUITE("replay") {
    TEST_CASE("what had not occurred, or was not recorded yet, is not there") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto one = tests::open_defect(store, "one", "2026-03-02T09:00:00+01:00");
        const auto two = tests::open_defect(store, "two", "2026-03-04T09:00:00+01:00");
        auto late =
            tests::event(one, "answered", "2026-03-05T09:00:00+01:00", R"({"from":"vendor","text":"sent"})");
        late.occurred_at = tests::time("2026-03-02T10:00:00+01:00");
        tests::append(store, late);
        const auto on_the_third = tests::time("2026-03-03T00:00:00+01:00").at;

        const auto seen = store.replayed(on_the_third, {});
        CHECK(tests::numbers(seen.list({})) == "1");
        CHECK(seen.history(one).size() == 2);
        CHECK(tests::numbers(seen.search("sent", 5)) == "1");
        CHECK(seen.origin() == store.origin());
        CHECK_THROWS_AS(seen.summary(two), core::NotFound);

        const auto known = store.replayed(on_the_third, on_the_third);
        CHECK(known.history(one).size() == 1);
        CHECK(known.search("sent", 5).empty());
        CHECK(known.counts(on_the_third, on_the_third).of(core::CaseType::defect).open == 1);
    }

    TEST_CASE("a store at its own latest moment is replayed as it is") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "one");
        tests::append(store, tests::event(id, "reported", "2026-03-02T10:00:00+01:00",
                                          R"({"to":"vendor","ref":"INC-9"})"));
        auto other = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(other, "colliding");
        tests::import_text(store, tests::exported(other));
        const auto replayed = store.replayed(*store.latest_occurred(), store.latest_recorded());
        CHECK(tests::derived(replayed) == tests::derived(store));
        CHECK(tests::exported(replayed) == tests::exported(store));
        CHECK(replayed.resolve("INC-9") == id);
    }
}
