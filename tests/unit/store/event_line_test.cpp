#include "lib/store/event_line.hpp"

#include <doctest/doctest.h>

#include "lib/core/json.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

constexpr auto good =
    R"({"schema":1,"id":"0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80","case":"BOM-12","kind":"noted","occurred_at":"2026-11-02T09:14:00+01:00","recorded_at":"2026-11-02T09:20:31+01:00","actor":"Support","data":{"text":"a"}})";

/// The good line with one member set to something else.
std::string with(std::string_view member, std::string_view value) {
    auto line = core::parse_json(good);
    line.set(member, core::parse_json(value));
    return core::json(line);
}

std::string reason(const std::string& line) {
    try {
        store::parse_line(line);
        return "taken";
    } catch (const core::Failed& error) {
        return error.what();
    }
}

}  // namespace

TEST_SUITE("event line") {
    TEST_CASE("the line that a hash covers is the interchange line without its hash") {
        auto event = tests::event({"BOM", 12}, "noted", "2026-03-02T09:00:00+01:00",
                                  R"({"text":"linje\nto \"æøå\" \u0001","list":[1,2.5,null]})");
        event.id = "0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80";
        event.actor = "Åse \"A\" \\ B\x7f";
        event.origin = "here";
        event.seq = 7;
        const auto data = core::json(event.data);
        const auto parts = store::line_parts(event, "BOM-12", data);
        CHECK(store::canonical_line(parts) == core::json(core::line_without_hash(event)));
        auto whole = core::line_without_hash(event);
        whole.set("hash", "abc");
        std::string line;
        store::append_export_line(line, parts, "abc");
        CHECK(line == core::json(whole) + "\n");
    }

    TEST_CASE("a good line is read, whatever is left out that may be") {
        const auto incoming = store::parse_line(good);
        CHECK(incoming.event.case_id == core::CaseId{"BOM", 12});
        CHECK(incoming.event.origin.empty());
        CHECK(incoming.data == R"({"text":"a"})");
        CHECK(reason(with("actor", "null")) == "taken");
        CHECK(reason(with("data", "null")) == "taken");
        CHECK(reason(with("schema", "null")) == "taken");
        CHECK(reason(with("later", "true")) == "taken");
        CHECK(reason(with("kind", R"("teleported")")) == "taken");
    }

    TEST_CASE("a bad line says what is wrong with it") {
        CHECK(reason("{") == "this is not JSON: something is wrong at character 2");
        CHECK(reason("[]") == "this line is no JSON object");
        CHECK(reason(with("schema", "2")) == "this line is of a schema that is not known here; 1 is");
        CHECK(reason(with("id", "null")) == "there is no id");
        CHECK(reason(with("id", "12")) == "id is no text");
        CHECK(reason(with("id", R"("x")")) == "the id is no UUID: x");
        CHECK(reason(with("case", R"("12")")) == "12 is no name of a case; one such as BOM-12 is meant");
        CHECK(reason(with("case", R"("BOM-1000000000000")")) ==
              "BOM-1000000000000 is no name of a case; one such as BOM-12 is meant");
        CHECK(reason(with("kind", R"("")")) == "there is no kind");
        CHECK(reason(with("occurred_at", R"("yesterday")")) ==
              "occurred_at is no time with an offset: yesterday");
        CHECK(reason(with("recorded_at", R"("2026-11-02T09:13:59+01:00")")) ==
              "it occurred at 2026-11-02T09:14:00+01:00, after it was recorded at 2026-11-02T09:13:59+01:00");
        CHECK(reason(with("data", "[]")) == "the data of an event is an object");
        CHECK(reason(with("origin", R"("there")")) ==
              "origin, seq and hash belong together, and here they are not complete");
        CHECK(reason(with("seq", R"("1")")) ==
              "origin, seq and hash belong together, and here they are not complete");
    }

    TEST_CASE("what opens a case needs a type, a title, a system, and for a defect a category") {
        const auto flaw = [](std::string_view data) {
            const auto found =
                store::flaw(tests::event({"BOM", 1}, "recorded", "2026-03-02T09:00:00+01:00", data));
            return found ? found->english() : "none";
        };
        CHECK(flaw(R"({"title":"a","system":"BOM","category":1})") ==
              "a recorded event needs a type: defect, wish or question");
        CHECK(flaw(R"({"type":"defect","system":"BOM","category":1})") == "a recorded event needs a title");
        CHECK(flaw(R"({"type":"defect","title":"a","category":1})") == "a recorded event needs a system");
        CHECK(flaw(R"({"type":"defect","title":"a","system":"FBS","category":1})") ==
              "the case BOM-1 was recorded about the system FBS");
        CHECK(flaw(R"({"type":"defect","title":"a","system":"BOM"})") ==
              "a recorded defect needs a category");
        CHECK(flaw(R"({"type":"wish","title":"a","system":"BOM"})") == "none");
        CHECK(flaw(R"({"type":"defect","title":"a","system":"BOM","category":"2"})") == "none");
        CHECK(store::flaw(tests::event({"BOM", 1}, "", "2026-03-02T09:00:00+01:00"))->english() ==
              "an event needs a kind");
    }
}
