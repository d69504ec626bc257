#include "lib/core/search_text.hpp"

#include <doctest/doctest.h>

#include "lib/core/json.hpp"

using namespace spoc;

TEST_SUITE("search text") {
    TEST_CASE("text is folded to small letters without marks, one space between words") {
        CHECK(core::fold_search_text("Blåbærgrød på ØEN, Århus & ÆRØ") ==
              "blaabaergroed paa oeen aarhus aeroe");
        CHECK(core::fold_search_text("  Crème  brûlée\n\tÑandú-12 ") == "creme brulee nandu 12");
        CHECK(core::fold_search_text("Ärger Öl Übung Straße") == "aerger oel ubung strasse");
        CHECK(core::fold_search_text("ﬁlm Ⅻ ２４") == "film xii 24");
        CHECK(core::fold_search_text("“citat” – tankestreg…") == "citat tankestreg");
        CHECK(core::fold_search_text("Ελλάδα Москва 東京") == "ελλαδα москва 東京");
        CHECK(core::fold_search_text("").empty());
        CHECK(core::fold_search_text("!?").empty());
    }

    TEST_CASE("a letter and a mark of its own are the same as the letter with the mark") {
        CHECK(core::fold_search_text("A\u030Arhus bla\u030A o\u0308l a\u0308 e\u0301") ==
              "aarhus blaa oel ae e");
        CHECK(core::fold_search_text("\u030A x\u030A") == "x");
    }

    TEST_CASE("a soft hyphen does not part a word, and bytes that are no UTF-8 do") {
        CHECK(core::fold_search_text("kvit\u00ADtering") == "kvittering");
        CHECK(core::fold_search_text("a\xff"
                                     "b\xc3") == "a b");
    }

    TEST_CASE("what people wrote is searched, and the words of the log are not") {
        core::Event event;
        event.data = core::parse_json(
            R"({"type":"defect","system":"BOM","title":"Titel","retest":["trin 1","trin 2"],"places":{"a":"sted"},"category":2,"to":"vendor","empty":""})");
        CHECK(core::written_text(event) == "Titel\ntrin 1\ntrin 2\nsted");
    }
}
