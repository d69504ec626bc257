#include "lib/store/store.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

unsigned mode(const std::string& file) {
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_SUITE("store") {
    TEST_CASE("a store that is not there is made, for its owner's eyes only") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("deep/down/spoc.db");
        const auto store = store::Store::open(file, tests::plain_rules());
        CHECK(mode(file) == 0600);
        CHECK(mode(file + "-wal") == 0600);
        CHECK(mode(folder.file("deep")) == 0700);
        CHECK(mode(folder.file("deep/down")) == 0700);
        CHECK(store.path() == file);
        CHECK(store.origin().size() == 36);
        CHECK_FALSE(store.latest_occurred());
        CHECK_FALSE(store.latest_recorded());
        CHECK_FALSE(store.head());
    }

    TEST_CASE("what was committed is there when the store is opened again") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        std::string origin;
        {
            auto store = store::Store::open(file, tests::plain_rules());
            tests::open_defect(store, "Kvitteringen mangler");
            origin = store.origin();
        }
        const auto store = store::Store::open(file, tests::plain_rules());
        CHECK(store.origin() == origin);
        CHECK(store.summary({"BOM", 1}).title == "Kvitteringen mangler");
        CHECK(store.moved().empty());
        CHECK(store.head()->seq == 1);
        CHECK(store.latest_occurred() == tests::time("2026-03-02T09:00:00+01:00").at);
    }

    TEST_CASE("all cases are numbered in one sequence, whatever their system and type") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto transaction = store.begin();
        const auto first = transaction.open_case("BOM", tests::defect("a", "2026-03-02T09:00:00+01:00"));
        auto wish = tests::event({}, "recorded", "2026-03-02T09:00:00+01:00",
                                 R"({"type":"wish","title":"b","system":"FBS"})");
        const auto second = transaction.open_case("FBS", wish);
        transaction.commit();
        CHECK(first.case_id == core::CaseId{"BOM", 1});
        CHECK(second.case_id == core::CaseId{"FBS", 2});
        CHECK(tests::open_defect(store, "c") == core::CaseId{"BOM", 3});
    }

    TEST_CASE("without a commit nothing is kept, and the numbers are free again") {
        auto store = store::Store::in_memory(tests::plain_rules());
        {
            auto transaction = store.begin();
            transaction.open_case("BOM", tests::defect("a", "2026-03-02T09:00:00+01:00"));
            CHECK(transaction.history({"BOM", 1}).size() == 1);
        }
        CHECK(tests::exported(store).empty());
        CHECK(store.list({}).empty());
        CHECK(tests::open_defect(store, "b").number == 1);
    }

    TEST_CASE("there is one transaction at a time in a store") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto transaction = store.begin();
        CHECK_THROWS_AS(store.begin(), core::StoreError);
        auto moved = std::move(transaction);
        moved.commit();
        CHECK_NOTHROW(store.begin());
    }

    TEST_CASE("each event is chained to the one before it") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        tests::append(store, tests::event(id, "noted", "2026-03-02T10:00:00+01:00", R"({"text":"æ"})"));
        std::string previous(store::chain_start);
        store.each_event({}, [&](const core::Event& event) {
            const auto line = core::json(core::line_without_hash(event));
            CHECK(event.hash == store::hex(store::sha256(previous + "\n" + line)));
            CHECK(event.origin == store.origin());
            previous = event.hash;
        });
        CHECK(store.head()->hash == previous);
        CHECK(store.head("elsewhere") == std::nullopt);
    }

    TEST_CASE("an event that cannot be is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        const auto noted = [&](core::CaseId about) {
            return tests::event(about, "noted", "2026-03-02T10:00:00+01:00");
        };
        CHECK_THROWS_WITH_AS(tests::append(store, noted({"BOM", 7})), "there is no case BOM-7",
                             core::NotFound);
        CHECK_THROWS_WITH_AS(tests::append(store, noted({"FBS", 1})), "there is no case FBS-1",
                             core::NotFound);
        auto late = noted(id);
        late.occurred_at = tests::time("2026-03-02T10:00:01+01:00");
        CHECK_THROWS_AS(tests::append(store, late), core::Misuse);
        auto second = tests::defect("b", "2026-03-02T10:00:00+01:00");
        second.case_id = id;
        CHECK_THROWS_AS(tests::append(store, second), core::ImpossibleTransition);
        auto transaction = store.begin();
        CHECK_THROWS_AS(transaction.open_case("FBS", tests::defect("b", "2026-03-02T10:00:00+01:00")),
                        core::Misuse);
        CHECK_THROWS_AS(transaction.open_case("BOM", noted({})), core::Misuse);
    }

    TEST_CASE("an event without data has none, and one with a known id is refused") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto noted = tests::event(tests::open_defect(store, "a"), "noted", "2026-03-02T10:00:00+01:00");
        noted.data = {};
        const auto stored = tests::append(store, noted);
        CHECK(core::json(stored.data) == "{}");
        CHECK(store.event(stored.id) == stored);
        CHECK_FALSE(store.event("0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80"));
        noted.id = stored.id;
        CHECK_THROWS_AS(tests::append(store, noted), core::Conflict);
    }

    TEST_CASE("an event in the log is never changed and never removed") {
        auto store = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(store, "a");
        CHECK_THROWS_AS(store.database().execute("UPDATE event SET actor = 'x'"), core::StoreError);
        CHECK_THROWS_AS(store.database().execute("DELETE FROM event"), core::StoreError);
        CHECK(store.history({"BOM", 1}).front().actor == "Support");
    }

    TEST_CASE("history begins with what opened the case, and goes on as things occurred") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a", "2026-03-02T09:00:00+01:00");
        const auto late_entry = [&](std::string_view occurred, std::string_view text) {
            auto event = tests::event(id, "noted", "2026-03-02T12:00:00+01:00");
            event.occurred_at = tests::time(occurred);
            event.data = core::Members{{"text", text}};
            tests::append(store, event);
        };
        late_entry("2026-03-02T11:00:00+01:00", "3");
        late_entry("2026-03-02T10:00:00+01:00", "2");
        late_entry("2026-03-01T10:00:00+01:00", "1");
        late_entry("2026-03-02T11:00:00+01:00", "4");
        std::string order;
        for (const auto& event : store.history(id)) {
            order += event.text("text").empty() ? "recorded" : std::string(event.text("text"));
        }
        CHECK(order == "recorded1234");
        CHECK_THROWS_AS(store.history({"BOM", 2}), core::NotFound);
    }

    TEST_CASE("a case is named by its number, its id in any case of letters, or the vendor's reference") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto one = tests::open_defect(store, "a");
        const auto two = tests::open_defect(store, "b");
        tests::append(store, tests::event(two, "answered", "2026-03-02T10:00:00+01:00",
                                          R"({"from":"vendor","ref":"INC-0099"})"));
        CHECK(store.resolve("1") == one);
        CHECK(store.resolve("BOM-2") == two);
        CHECK(store.resolve("bom-2") == two);
        CHECK(store.resolve("inc-0099") == two);
        CHECK(store.resolve("INC 0099") == two);
        CHECK_THROWS_WITH_AS(store.resolve("3"), "there is no case 3", core::NotFound);
        CHECK_THROWS_WITH_AS(store.resolve("FBS-1"), "there is no case FBS-1", core::NotFound);
        CHECK_THROWS_WITH_AS(store.resolve(""), "there is no case ", core::NotFound);
        tests::append(store, tests::event(one, "receipt", "2026-03-02T10:00:00+01:00",
                                          R"({"from":"vendor","ref":"inc-0099"})"));
        CHECK_THROWS_WITH_AS(store.resolve("INC-0099"),
                             "the reference INC-0099 is that of several cases: BOM-1, BOM-2", core::Misuse);
        CHECK(store.with_reference("INC-0099").size() == 2);
        CHECK_THROWS_AS(store.summary({"FBS", 1}), core::NotFound);
    }

    TEST_CASE("a changed agreement moves the deadlines of open cases, and says so") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        auto store = store::Store::open(file, tests::plain_rules());
        const auto open = tests::open_defect(store, "open");
        const auto closed = tests::open_defect(store, "closed");
        for (const auto& id : {open, closed}) {
            tests::append(store,
                          tests::event(id, "reported", "2026-03-02T10:00:00+01:00", R"({"to":"vendor"})"));
        }
        tests::append(store,
                      tests::event(closed, "closed", "2026-03-02T10:01:00+01:00", R"({"as":"withdrawn"})"));
        const auto before = store.summary(open).next_due_at;
        const auto again = store::Store::open(file, tests::strict_rules());
        REQUIRE(again.moved().size() == 1);
        CHECK(again.moved().front().id == open);
        CHECK(again.moved().front().from == before);
        CHECK(again.moved().front().to == again.summary(open).next_due_at);
        CHECK(before.value() > again.moved().front().to.value());
        CHECK(store.adopt(tests::strict_rules()).empty());
        CHECK(store.doctor(tests::time("2026-03-03T10:00:00+01:00").at).empty());
    }

    TEST_CASE("a system's new vendor makes closed cases be computed anew too") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        tests::append(store, tests::event(id, "reported", "2026-03-02T10:00:00+01:00", R"({"to":"vendor"})"));
        tests::append(store,
                      tests::event(id, "closed", "2026-03-02T10:01:00+01:00", R"({"as":"withdrawn"})"));
        CHECK(store.summary(id).reported_at);
        store.adopt(tests::other_vendor_rules());
        CHECK_FALSE(store.summary(id).reported_at);
        CHECK(store.doctor(tests::time("2026-03-03T10:00:00+01:00").at).empty());
    }

    TEST_CASE("what the desk remembers is there until something else is remembered") {
        auto store = store::Store::in_memory(tests::plain_rules());
        CHECK_FALSE(store.remembered("brief"));
        for (const auto* const value : {"one", "two"}) {
            auto transaction = store.begin();
            transaction.remember("brief", value);
            transaction.commit();
            CHECK(store.remembered("brief") == value);
        }
    }
}
