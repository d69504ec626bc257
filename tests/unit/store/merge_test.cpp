#include <algorithm>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

constexpr auto noon = "2026-03-02T12:00:00+01:00";

void note(store::Store& store, const core::CaseId& id, std::string_view text) {
    auto event = tests::event(id, "noted", noon);
    event.data.set("text", text);
    tests::append(store, event);
}

/// Takes everything that `from` has into `into`.
store::ImportReport merge(const store::Store& from, store::Store& into) {
    return tests::import_text(into, tests::exported(from));
}

/// What `from` recorded itself, as export --since gives it.
std::string own_lines(const store::Store& from) {
    std::string own;
    from.export_lines({}, [&](std::string_view line) {
        own += line.find(from.origin() + "\",\"seq") == std::string_view::npos ? "" : line;
    });
    return own;
}

std::vector<std::string> sorted_lines(const store::Store& store) {
    std::vector<std::string> lines;
    store.export_lines({}, [&](std::string_view line) { lines.emplace_back(line); });
    std::ranges::sort(lines);
    return lines;
}

/// The texts of a case's notes, in order.
std::string notes(const store::Store& store, const core::CaseId& id) {
    std::string all;
    for (const auto& event : store.history(id)) {
        all.append(event.text("text")).append(event.text("text").empty() ? "" : ";");
    }
    return all;
}

}  // namespace

TEST_SUITE("merge") {
    TEST_CASE("two logs that both moved on from one become the same log") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "common");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        merge(desk, deputy);
        for (int i = 0; i < 20; ++i) {
            note(desk, {"BOM", 1}, "desk");
            note(deputy, {"BOM", 1}, "deputy");
        }
        CHECK(merge(desk, deputy).faulty == 0);
        CHECK(merge(deputy, desk).faulty == 0);
        CHECK(sorted_lines(desk) == sorted_lines(deputy));
        CHECK(desk.history({"BOM", 1}) == deputy.history({"BOM", 1}));
        CHECK(desk.summary({"BOM", 1}) == deputy.summary({"BOM", 1}));
        CHECK(merge(deputy, desk).added == 0);
    }

    TEST_CASE("a case whose number is taken here gets the next free one, and its old tag still finds it") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's first");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's first");
        tests::open_defect(deputy, "deputy's second");
        note(deputy, {"BOM", 1}, "x");
        CHECK(merge(deputy, desk).faulty == 0);
        CHECK(desk.summary({"BOM", 2}).title == "deputy's first");
        CHECK(desk.summary({"BOM", 3}).title == "deputy's second");
        CHECK(notes(desk, {"BOM", 2}) == "x;");
        CHECK(desk.resolve("BOM-1") == core::CaseId{"BOM", 1});
        CHECK(desk.known_as("BOM-1") == std::vector<core::CaseId>{{"BOM", 1}, {"BOM", 2}});
        CHECK(desk.known_as("BOM-2") ==
              std::vector<core::CaseId>{{"BOM", 3}, {"BOM", 2}});  // as mails mean it
        CHECK(desk.resolve("BOM-2") == core::CaseId{"BOM", 2});
        CHECK(desk.known_as("x").empty());
        CHECK(merge(deputy, desk).added == 0);
        CHECK(desk.doctor(tests::time("2026-03-05T12:00:00+01:00").at).empty());
    }

    TEST_CASE("a case that another store's event names is called as it is called here") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's first");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's first");
        tests::open_defect(deputy, "deputy's second");
        tests::append(deputy, tests::event({"BOM", 2}, "linked", noon, R"({"to":"BOM-1","as":"related"})"));
        merge(deputy, desk);
        CHECK(desk.history({"BOM", 3}).back().text("to") == "BOM-2");
        CHECK(deputy.history({"BOM", 2}).back().text("to") == "BOM-1");
        CHECK(merge(desk, deputy).faulty == 0);
        CHECK(sorted_lines(desk) == sorted_lines(deputy));
        CHECK(desk.doctor(tests::time("2026-03-05T12:00:00+01:00").at).empty());
    }

    TEST_CASE("a tag that only another store gave finds its case") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "one");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        auto transaction = deputy.begin();
        auto wish = tests::event({}, "recorded", noon, R"({"type":"wish","title":"w","system":"FBS"})");
        transaction.open_case("FBS", wish);
        transaction.commit();
        merge(deputy, desk);
        CHECK(desk.resolve("FBS-1") == core::CaseId{"FBS", 2});
    }

    TEST_CASE("what is done here on a renumbered case comes home to the store that opened it") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's");
        merge(deputy, desk);
        note(desk, {"BOM", 2}, "done at the desk");
        note(desk, {"BOM", 2}, "and more");
        CHECK(merge(desk, deputy).faulty == 0);
        CHECK(notes(deputy, {"BOM", 1}) == "done at the desk;and more;");
        CHECK(deputy.resolve("BOM-2").number == 2);  // the desk's own case, renumbered here
        CHECK(deputy.summary({"BOM", 2}).title == "desk's");
        CHECK(sorted_lines(desk) == sorted_lines(deputy));
    }

    TEST_CASE("a third store's events reach the case that it means by the name") {
        auto first = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(first, "first's");
        auto second = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(second, "second's");
        auto third = store::Store::in_memory(tests::plain_rules());
        merge(second, third);
        note(third, {"BOM", 1}, "third about second's");
        CHECK(merge(third, first).faulty == 0);
        CHECK(notes(first, {"BOM", 1}).empty());
        CHECK(notes(first, {"BOM", 2}) == "third about second's;");
        note(third, {"BOM", 1}, "later");
        CHECK(merge(third, first).added == 1);
        CHECK(notes(first, {"BOM", 2}) == "third about second's;later;");
    }

    TEST_CASE("a merged store is restored to itself, a third store's events under a shared name included") {
        auto first = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(first, "first's");
        auto second = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(second, "second's");
        auto third = store::Store::in_memory(tests::plain_rules());
        merge(second, third);
        merge(second, first);  // which calls it BOM-2
        note(third, {"BOM", 1}, "third about second's");
        CHECK(merge(third, first).faulty == 0);
        note(third, {"BOM", 1}, "later");
        CHECK(merge(third, first).faulty == 0);
        REQUIRE(notes(first, {"BOM", 2}) == "third about second's;later;");

        auto restored = store::Store::in_memory(tests::plain_rules());
        CHECK(merge(first, restored).faulty == 0);
        CHECK(tests::exported(restored) == tests::exported(first));
        CHECK(notes(restored, {"BOM", 1}).empty());
        CHECK(notes(restored, {"BOM", 2}) == notes(first, {"BOM", 2}));
        CHECK(merge(third, restored).added == 0);
    }

    TEST_CASE("what a third store adds about a name that two cases share reaches the case that it means") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's");
        merge(desk, deputy);
        merge(deputy, desk);
        auto third = store::Store::in_memory(tests::plain_rules());
        merge(desk, third);  // whose first BOM-1 is the desk's
        note(third, {"BOM", 1}, "third's");
        note(third, {"BOM", 1}, "and more");
        CHECK(tests::import_text(deputy, own_lines(third)).faulty == 0);
        CHECK(notes(deputy, {"BOM", 1}).empty());
        CHECK(notes(deputy, {"BOM", 2}) == "third's;and more;");
        CHECK(tests::import_text(desk, own_lines(third)).faulty == 0);
        CHECK(notes(desk, {"BOM", 1}) == "third's;and more;");
        auto restored = store::Store::in_memory(tests::plain_rules());
        CHECK(merge(desk, restored).faulty == 0);
        CHECK(notes(restored, {"BOM", 1}) == "third's;and more;");
    }

    TEST_CASE(
        "what a store adds under a name that became two cases' since is refused without its whole log") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's");
        auto third = store::Store::in_memory(tests::plain_rules());
        merge(desk, third);
        note(third, {"BOM", 1}, "third's");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's");
        merge(desk, deputy);
        const auto report = tests::import_text(deputy, own_lines(third));
        REQUIRE(report.faulty == 1);
        CHECK(report.faults.front().reason.english() ==
              "BOM-1 is the name of two cases here: import the whole log of that store");
        CHECK(merge(third, deputy).faulty == 0);
        CHECK(notes(deputy, {"BOM", 2}) == "third's;");
        note(third, {"BOM", 1}, "later");
        CHECK(tests::import_text(deputy, own_lines(third)).faulty == 0);
        deputy.rebuild();
        note(third, {"BOM", 1}, "last");
        CHECK(tests::import_text(deputy, own_lines(third)).faulty == 0);
        CHECK(notes(deputy, {"BOM", 2}) == "third's;later;last;");
    }

    TEST_CASE("a name given to a case that is not here is refused") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's");
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(deputy, "deputy's");
        merge(deputy, desk);
        note(desk, {"BOM", 2}, "a");
        std::string own;
        desk.each_event({}, [&](const core::Event&) {});
        desk.export_lines({}, [&](std::string_view line) {
            own += line.find(deputy.origin() + "\",\"seq") == std::string_view::npos ? line : "";
        });
        auto third = store::Store::in_memory(tests::plain_rules());
        const auto report = tests::import_text(third, own);
        REQUIRE(report.faulty > 0);
        CHECK(report.faults.front().reason.english() == "the case that it gives a name to is not here");
    }

    TEST_CASE("a renumbered case whose event is here from another origin is refused without a trace") {
        auto desk = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(desk, "desk's");
        constexpr auto line =
            R"({"id":"0192f3a0-7c1e-7a52-9d3b-000000000001","case":"BOM-7","kind":"recorded","occurred_at":"2026-11-02T09:14:00+01:00","recorded_at":"2026-11-02T09:20:31+01:00","data":{"type":"wish","title":"a","system":"BOM"}})";
        auto deputy = store::Store::in_memory(tests::plain_rules());
        tests::import_text(deputy, line);
        tests::import_text(desk, line);
        const auto before = tests::derived(desk);
        CHECK(tests::import_text(desk, tests::exported(deputy), store::OnFault::keep_going).faulty == 1);
        CHECK(tests::derived(desk) == before);
    }
}
