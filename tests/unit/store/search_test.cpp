#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/database.hpp"
#include "lib/store/query_terms.hpp"
#include "lib/store/search_index.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

store::QueryTerms parsed(std::string_view query) {
    return store::parse_query(query, *tests::plain_rules().terms.systems.front().zone);
}

std::string expression(std::string_view query) {
    return store::match_expression(parsed(query));
}

/// 1: sign-on, 2: receipt, 3: a wish about the map, 4: closed.
store::Store small_corpus() {
    auto store = store::Store::in_memory(tests::plain_rules());
    tests::open_defect(store, "Login via MitID fejler", "2026-01-05T09:00:00+01:00");
    const auto receipt = tests::open_defect(store, "Ansøger får ingen kvittering på ansøgningen");
    tests::append(
        store,
        tests::event(receipt, "answered", "2026-03-02T10:00:00+01:00",
                     R"({"from":"vendor","ref":"INC-4711","text":"Hej\nVi ser på kvitteringen.\nMvh"})"));
    auto transaction = store.begin();
    transaction.open_case(
        "FBS", tests::event({}, "recorded", "2026-03-02T09:00:00+01:00",
                            R"({"type":"wish","title":"Større kort i byggesagen","system":"FBS"})"));
    transaction.commit();
    const auto closed = tests::open_defect(store, "Kortet er tomt");
    tests::append(store, tests::event(closed, "closed", "2026-03-02T10:00:00+01:00", R"({"as":"use"})"));
    return store;
}

std::string found(const store::Store& store, std::string_view query, std::size_t limit = 20) {
    return tests::numbers(store.search(query, limit));
}

}  // namespace

TEST_SUITE("search") {
    TEST_CASE("a query becomes an expression that can be no syntax error") {
        CHECK(expression("kvittering mangler") == R"("kvittering" * AND "mangler" *)");
        CHECK(expression("på en kvittering") == R"("paa" * AND "en" AND "kvittering" *)");
        CHECK(expression(R"("ingen kvittering" kort)") == R"("ingen kvittering" AND "kort" *)");
        CHECK(expression("INC-4711") == R"("inc 4711" *)");
        CHECK(expression(R"(abc"def ghi" OR* NEAR( {-^:)") ==
              R"("abc" * AND "def ghi" AND "or" AND "near" *)");
        CHECK(expression(R"("uafsluttet frase)") == R"("uafsluttet frase")");
        for (const auto* const nothing : {"", "  ", "\"\"", "*", "- ^ ( ) : .", "\"", "\"\"\""}) {
            CAPTURE(nothing);
            CHECK(expression(nothing).empty());
        }
    }

    TEST_CASE("terms become a filter, and what is no term is words") {
        const auto terms =
            parsed("system:bom TYPE:Defect state:fix-announced category:2 since:2026-11-02 http://x type:");
        CHECK(terms.filter.system == "BOM");
        CHECK(terms.filter.type == core::CaseType::defect);
        CHECK(terms.filter.state == core::CaseState::fix_announced);
        CHECK(terms.filter.category == 2);
        CHECK(terms.filter.since == tests::time("2026-11-02T00:00:00+01:00").at);
        CHECK(terms.phrases == std::vector<std::string>{"http x", "type"});
        CHECK(parsed("since:2026-11-02T09:00:00+01:00").filter.since ==
              tests::time("2026-11-02T09:00:00+01:00").at);
    }

    TEST_CASE("a term with a value that makes no sense is refused with an example") {
        CHECK_THROWS_WITH_AS(parsed("type:bug"),
                             "type:bug says nothing; type:defect, type:wish, type:question, "
                             "type:card, type:notice, type:mail is meant",
                             core::Misuse);
        CHECK_THROWS_AS(parsed("state:open"), core::Misuse);
        CHECK_THROWS_WITH_AS(parsed("category:x"), "category:x says nothing; category:2 is meant",
                             core::Misuse);
        CHECK_THROWS_WITH_AS(parsed("since:monday"), "since:monday says nothing; since:2026-11-02 is meant",
                             core::Misuse);
    }

    TEST_CASE("words are found in any case of letters, by their beginnings, with Danish letters either way") {
        const auto store = small_corpus();
        CHECK(found(store, "mitid") == "1");
        CHECK(found(store, "KVITT") == "2");
        CHECK(found(store, "ansoeger") == "2");
        CHECK(found(store, "ansøger FÅR") == "2");
        CHECK(found(store, "vt").empty());
        CHECK(found(store, "\"ingen kvittering\"") == "2");
        CHECK(found(store, "\"kvittering ingen\"").empty());
        CHECK(found(store, "inc-4711") == "2");
        CHECK(found(store, "vendor").empty());
        CHECK(found(store, "").empty());
        CHECK(found(store, "kort", 0).empty());
    }

    TEST_CASE("a hit is one case, with the event and the line that matched") {
        const auto store = small_corpus();
        const auto hits = store.search("kvitteringen ser", 5);
        REQUIRE(hits.size() == 1);
        CHECK(hits.front().summary.id.number == 2);
        CHECK(hits.front().event.kind() == core::EventKind::answered);
        CHECK(hits.front().line == "Vi ser på kvitteringen.");
        CHECK(store.search("kvittering", 5).size() == 1);
    }

    TEST_CASE("terms narrow a search, and alone they list") {
        const auto store = small_corpus();
        CHECK(found(store, "kort").size() == 3);
        CHECK(found(store, "kort type:wish") == "3");
        CHECK(found(store, "kort system:bom") == "4");
        CHECK(found(store, "kort state:closed") == "4");
        CHECK(found(store, "type:defect category:2 since:2026-03-01") == "2 4");
        CHECK(found(store, "type:defect", 1) == "1");
        CHECK(store.search("type:wish", 5).front().line == "Større kort i byggesagen");
    }

    TEST_CASE("the limit counts cases, not events") {
        auto store = small_corpus();
        for (int i = 0; i < 5; ++i) {
            tests::append(
                store, tests::event({"BOM", 1}, "noted", "2026-03-02T10:00:00+01:00", R"({"text":"kort"})"));
        }
        CHECK(store.search("kort", 3).size() == 3);
        CHECK(store.search("kort", 2).size() == 2);
    }

    TEST_CASE("cases with the same rare words are alike") {
        const auto store = small_corpus();
        const auto alike = store.similar("Der kommer ingen kvittering når ansøgningen sendes\nkvittering", 3);
        REQUIRE_FALSE(alike.empty());
        CHECK(alike.front().summary.id.number == 2);
        CHECK(store.similar("helt andre ting", 3).empty());
        CHECK(store.similar("", 3).empty());
        CHECK(store.similar("kortet kort", 1).empty());  // two short words, each in another case
    }

    TEST_CASE("two short words together make alike, one of them does not, a long one does") {
        auto store = store::Store::in_memory(tests::plain_rules());
        tests::open_defect(store, "Siden viser rød bjælke ved kvitteringen");
        tests::open_defect(store, "Siden loader langsomt");
        CHECK(tests::numbers(store.similar("rød bjælke på siden", 5)) == "1");
        CHECK(store.similar("siden hopper", 5).empty());
        CHECK(store.similar("siden", 5).size() == 2);
        CHECK(tests::numbers(store.similar("svarer langsomt", 5)) == "2");
        CHECK(tests::numbers(store.similar("kvitteringen mangler siden viser", 5)) == "1");
    }

    TEST_CASE("words that very many events have make nothing alike") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto transaction = store.begin();
        for (int i = 0; i < 600; ++i) {
            transaction.open_case("BOM", tests::defect(i == 300 ? "almindelig sjælden" : "almindelig",
                                                       "2026-03-02T09:00:00+01:00"));
        }
        transaction.commit();
        CHECK(store.similar("almindelig", 5).empty());
        CHECK(tests::numbers(store.similar("almindelig sjælden", 5)) == "301");
    }

    TEST_CASE("the pieces that many documents make are merged, and few are left as they are") {
        const tests::TemporaryFolder folder;
        const auto database = store::open_file(folder.file("spoc.db"), std::chrono::milliseconds{100});
        store::SearchIndex index(*database);
        const auto pieces = [&] {
            store::Query query(*database, "SELECT count(DISTINCT segid) FROM search_idx");
            return query.next() ? query.integer(0) : 0;
        };
        database->begin();
        index.begin_bulk();
        database->commit();
        constexpr std::int64_t made = 9;
        for (std::int64_t document = 1; document <= made; ++document) {  // each commit writes a piece
            database->begin();
            index.add(document, "kvittering " + std::to_string(document));
            database->commit();
        }
        REQUIRE(pieces() == made);
        index.end_bulk(made);
        CHECK(pieces() == made);
        index.end_bulk(1'000'000);
        CHECK(pieces() < 4);
        CHECK(index.size() == made);
        CHECK(index.is_sound());
        CHECK(index.rare({"kvittering"}, made).size() == 1);
    }

    TEST_CASE("the line that matched is the first one if no word stands in any") {
        CHECK(store::matching_line("\n  \nfirst\nsecond", {"absent"}) == "first");
        CHECK(store::matching_line("first\r\nsecond word\r\n", {"wor"}) == "second word");
        CHECK(store::matching_line("", {"a"}).empty());
    }
}
