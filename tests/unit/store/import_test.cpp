#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

constexpr auto recorded =
    R"({"schema":1,"id":"0192f3a0-7c1e-7a52-9d3b-000000000001","case":"BOM-12","kind":"recorded","occurred_at":"2026-11-02T09:14:00+01:00","recorded_at":"2026-11-02T09:20:31+01:00","actor":"Support","data":{"type":"defect","title":"Blå knap","system":"BOM","category":2}})";
constexpr auto noted =
    R"({"schema":1,"id":"0192f3a0-7c1e-7a52-9d3b-000000000002","case":"BOM-12","kind":"noted","occurred_at":"2026-11-02T10:14:00+01:00","recorded_at":"2026-11-02T10:20:31+01:00","actor":"Support","data":{"text":"a"}})";

std::string lines(std::initializer_list<std::string_view> all) {
    std::string text;
    for (const auto line : all) {
        text.append(line).append(1, '\n');
    }
    return text;
}

std::string with(std::string_view line, std::string_view member, std::string_view value) {
    auto changed = core::parse_json(line);
    changed.set(member, core::parse_json(value));
    return core::json(changed);
}

std::string reasons(const store::ImportReport& report) {
    std::string text;
    for (const auto& fault : report.faults) {
        text += fmt::format("{}: {}\n", fault.line, fault.reason.english());
    }
    return text;
}

/// A store with two cases and some history.
store::Store grown_store() {
    auto store = store::Store::in_memory(tests::plain_rules());
    const auto one = tests::open_defect(store, "Kvittering \"mangler\"\nefter ansøgning");
    tests::append(
        store, tests::event(one, "reported", "2026-03-02T10:00:00+01:00", R"({"to":"vendor","via":"mail"})"));
    const auto two = tests::open_defect(store, "Kortet er tomt");
    tests::append(
        store, tests::event(one, "teleported", "2026-03-02T10:05:00-03:30", R"({"odd":[1,2.5,{"x":null}]})"));
    tests::append(store, tests::event(two, "closed", "2026-03-02T11:00:00+00:00", R"({"as":"use"})"));
    return store;
}

}  // namespace

TEST_SUITE("import and export") {
    TEST_CASE("what is exported and imported is exported as the same bytes") {
        const auto store = grown_store();
        auto other = store::Store::in_memory(tests::plain_rules());
        const auto report = tests::import_text(other, tests::exported(store));
        CHECK(report.lines == 5);
        CHECK(report.added == 5);
        CHECK(report.known == 0);
        CHECK(report.faulty == 0);
        CHECK(tests::exported(other) == tests::exported(store));
        CHECK(other.summary({"BOM", 1}) == store.summary({"BOM", 1}));
        CHECK(other.origin() != store.origin());
        CHECK(other.head(store.origin())->hash == store.head()->hash);
    }

    TEST_CASE("importing the same a second time changes nothing") {
        auto store = grown_store();
        const auto before = tests::exported(store);
        const auto projections = tests::derived(store);
        const auto report = tests::import_text(store, before);
        CHECK(report.added == 0);
        CHECK(report.known == 5);
        CHECK(tests::exported(store) == before);
        CHECK(tests::derived(store) == projections);
    }

    TEST_CASE("lines without an origin are recorded by the store that imports them") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto text = lines({recorded, noted});
        CHECK(tests::import_text(store, text).added == 2);
        CHECK(store.head()->seq == 2);
        CHECK(store.summary({"BOM", 12}).title == "Blå knap");
        CHECK(tests::open_defect(store, "next").number == 13);
        const auto again = tests::import_text(store, text);
        CHECK(again.known == 2);
        CHECK(again.faulty == 0);
        CHECK(store.head()->seq == 3);
    }

    TEST_CASE("blank lines, line ends of another system and a byte order mark do no harm") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto report = tests::import_text(
            store, "\xEF\xBB\xBF" + std::string(recorded) + "\r\n\r\n  \n" + noted + " \r\n");
        CHECK(report.lines == 4);
        CHECK(report.added == 2);
        CHECK(report.faulty == 0);
    }

    TEST_CASE("one line that cannot be taken, and nothing of the run is kept") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto report = tests::import_text(store, lines({recorded, "{", noted, R"([1])"}));
        CHECK(reasons(report) ==
              "2: this is not JSON: something is wrong at character 2\n4: this line is no JSON object\n");
        CHECK(report.faulty == 2);
        CHECK(report.added == 0);
        CHECK(tests::exported(store).empty());
        CHECK(store.list({}).empty());
    }

    TEST_CASE("told to keep going, every line that can be taken is kept") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto report =
            tests::import_text(store, lines({recorded, "{", noted}), store::OnFault::keep_going);
        CHECK(report.faulty == 1);
        CHECK(report.added == 2);
        CHECK(store.history({"BOM", 12}).size() == 2);
    }

    TEST_CASE("of very many faults the first thousand are told, and all are counted") {
        auto store = store::Store::in_memory(tests::plain_rules());
        std::string text;
        for (int i = 0; i < 1200; ++i) {
            text += "x\n";
        }
        const auto report = tests::import_text(store, text);
        CHECK(report.faulty == 1200);
        CHECK(report.faults.size() == 1000);
    }

    TEST_CASE("an event of a case that nobody recorded is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        CHECK(reasons(tests::import_text(store, lines({noted}))) ==
              "1: no line before it records the case BOM-12\n");
    }

    TEST_CASE("an event that names another system than its case is about is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto elsewhere = with(noted, "case", R"("FBS-12")");
        CHECK(reasons(tests::import_text(store, lines({recorded, elsewhere}))) ==
              "2: the case FBS-12 is BOM-12 here\n");
    }

    TEST_CASE("a known id with other content is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        tests::import_text(store, lines({recorded, noted}));
        for (const auto& changed : {with(noted, "data", R"({"text":"b"})"), with(noted, "actor", R"("x")"),
                                    with(noted, "kind", R"("answered")"),
                                    with(noted, "occurred_at", R"("2026-11-02T10:13:00+01:00")"),
                                    with(noted, "recorded_at", R"("2026-11-02T10:20:31+00:00")")}) {
            CAPTURE(changed);
            CHECK(reasons(tests::import_text(store, changed)) ==
                  "1: the event 0192f3a0-7c1e-7a52-9d3b-000000000002 is here with other content\n");
        }
        CHECK(reasons(tests::import_text(store, with(recorded, "actor", R"("x")"))) ==
              "1: the event 0192f3a0-7c1e-7a52-9d3b-000000000001 is here with other content\n");
    }

    TEST_CASE("a line without an origin that opens a case which is another here is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        tests::import_text(store, lines({recorded}));
        const auto other = with(recorded, "id", R"("0192f3a0-7c1e-7a52-9d3b-000000000009")");
        CHECK(reasons(tests::import_text(store, other)) == "1: BOM-12 is another case here\n");
    }

    TEST_CASE("a line that was changed after it was exported is refused") {
        const auto text = tests::exported(grown_store());
        auto changed = text;
        changed.replace(changed.find("tomt"), 4, "tamt");
        auto other = store::Store::in_memory(tests::plain_rules());
        const auto report = tests::import_text(other, changed);
        CHECK(report.faults.front().line == 3);
        CHECK(report.faults.front().reason.english() ==
              "its hash does not fit: this line, or one before it, is not what was recorded");
    }

    TEST_CASE("a line whose predecessor is missing is refused") {
        auto text = tests::exported(grown_store());
        auto other = store::Store::in_memory(tests::plain_rules());
        const auto second = text.find('\n') + 1;
        const auto third = text.find('\n', second) + 1;
        text.erase(second, third - second);
        const auto report = tests::import_text(other, text, store::OnFault::keep_going);
        CHECK(report.added == 1);
        CHECK(report.faulty == 3);
        CHECK(report.faults.front().reason.english().starts_with("it is number 3 of the origin "));
        CHECK(report.faults.front().reason.english().ends_with(", and number 2 is not here"));
    }

    TEST_CASE("another event in a known place of a chain is refused") {
        auto store = grown_store();
        auto line = core::parse_json(tests::exported(store).substr(0, tests::exported(store).find('\n')));
        line.set("id", "0192f3a0-7c1e-7a52-9d3b-000000000009");
        CHECK(reasons(tests::import_text(store, core::json(line))) ==
              "1: number 1 of the origin " + store.origin() + " is another event here\n");
        line = core::parse_json(tests::exported(store).substr(0, tests::exported(store).find('\n')));
        line.set("seq", 2);
        CHECK(tests::import_text(store, core::json(line)).faulty == 1);
    }

    TEST_CASE("an event of another origin with the id of one that is here is refused") {
        auto there = store::Store::in_memory(tests::plain_rules());
        tests::import_text(there, lines({recorded, noted}));
        auto here = store::Store::in_memory(tests::plain_rules());
        tests::import_text(here, lines({recorded, noted}));
        const auto report = tests::import_text(here, tests::exported(there));
        CHECK(report.faulty == 2);
        CHECK(report.faults.front().reason.english() ==
              "the event 0192f3a0-7c1e-7a52-9d3b-000000000001 is here already, from another origin");
    }

    TEST_CASE("an export since some moment begins with the first event recorded then, and can be imported") {
        auto store = grown_store();
        auto other = store::Store::in_memory(tests::plain_rules());
        tests::import_text(other, tests::exported(store));
        tests::append(store,
                      tests::event({"BOM", 1}, "noted", "2026-03-05T10:00:00+01:00", R"({"text":"new"})"));
        std::string since;
        store.export_lines(tests::time("2026-03-04T00:00:00Z").at,
                           [&](std::string_view line) { since += line; });
        CHECK(std::count(since.begin(), since.end(), '\n') == 1);
        CHECK(tests::import_text(other, since).added == 1);
        CHECK(tests::exported(other) == tests::exported(store));
        int events = 0;
        store.each_event(tests::time("2027-01-01T00:00:00Z").at, [&](const core::Event&) { ++events; });
        CHECK(events == 0);
    }

    TEST_CASE("progress is told after every thousand lines, and at the end") {
        auto store = store::Store::in_memory(tests::plain_rules());
        int line = 0;
        std::vector<std::int64_t> told;
        store.import_lines(
            [&](std::string& text) {
                text.clear();
                return ++line <= 2500;
            },
            store::OnFault::keep_nothing, [&](std::int64_t lines_read) { told.push_back(lines_read); });
        CHECK(told == std::vector<std::int64_t>{1000, 2000, 2500});
    }

    TEST_CASE("after a rebuild everything derived is byte by byte what it was") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto other = grown_store();
        tests::import_text(store, tests::exported(other));
        tests::open_defect(store, "own case");
        tests::append(store,
                      tests::event({"BOM", 3}, "receipt", "2026-03-02T10:00:00+01:00", R"({"ref":"INC-1"})"));
        auto colliding = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(colliding, "colliding case");
        tests::import_text(store, tests::exported(colliding));
        const auto before = tests::derived(store);
        CHECK(before.find("colliding") != std::string::npos);
        store.rebuild();
        CHECK(tests::derived(store) == before);
    }
}
