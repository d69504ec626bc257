#include "lib/core/event.hpp"

#include <doctest/doctest.h>

#include "lib/core/json.hpp"

using namespace spoc;

TEST_SUITE("event") {
    TEST_CASE("every kind has its interchange word, and an unknown word is an unknown kind") {
        for (int kind = 0; kind < static_cast<int>(core::EventKind::unknown); ++kind) {
            const auto each = static_cast<core::EventKind>(kind);
            CHECK(core::event_kind(core::word(each)) == each);
        }
        CHECK(core::event_kind("teleported") == core::EventKind::unknown);
    }

    TEST_CASE("a category is read whether it was written as a number or as text") {
        core::Event event;
        event.data = core::parse_json(R"({"category":2})");
        CHECK(event.category() == 2);
        event.data = core::parse_json(R"({"category":"3"})");
        CHECK(event.category() == 3);
        event.data = core::parse_json(R"({"category":"grave"})");
        CHECK_FALSE(event.category());
    }

    TEST_CASE("what occurred after now, or was recorded after the moment asked about, is not visible") {
        const auto at = [](int second) { return core::Timestamp{core::Instant{core::Seconds{second}}, {}}; };
        core::Event early;
        early.occurred_at = at(10);
        early.recorded_at = at(50);
        const core::History history{early};
        CHECK(core::visible(history, at(10).at, {}).size() == 1);
        CHECK(core::visible(history, at(9).at, {}).empty());
        CHECK(core::visible(history, at(60).at, at(49).at).empty());
        CHECK(core::visible(history, at(60).at, at(50).at).size() == 1);
    }
}
