#include <array>
#include <set>

#include <doctest/doctest.h>

#include "lib/core/media_type.hpp"
#include "lib/core/nearest.hpp"
#include "lib/core/place.hpp"

namespace core = spoc::core;

TEST_SUITE("words") {
    TEST_CASE("a slip of the pen is near the word that was meant, another word is not") {
        constexpr std::array<std::string_view, 5> known = {"report", "escalate", "verify", "wishlist",
                                                           "status"};
        CHECK(core::nearest("reprot", known) == "report");
        CHECK(core::nearest("verfy", known) == "verify");
        CHECK(core::nearest("statsu", known) == "status");
        CHECK(core::nearest("escalation", known) == "escalate");
        CHECK_FALSE(core::nearest("banana", known));
        CHECK_FALSE(core::nearest("", known));
        CHECK_FALSE(core::nearest("report", {}));
    }

    TEST_CASE("a file is what its content and its name agree on") {
        using std::string_view;
        CHECK(core::media_type("skærm.png", "\x89PNG\r\n\x1a\n") == "image/png");
        CHECK(core::media_type("skærm", "\xff\xd8\xff\xe0") == "image/jpeg");
        CHECK(core::media_type("svar.PDF", "%PDF-1.7") == "application/pdf");
        CHECK(core::media_type("LOG.TXT", "linje\n") == "text/plain");
        CHECK(core::media_type("side.html", "<p>") == "text/html");
        CHECK(core::media_type("side.html", "\x89PNG\r\n\x1a\n") == "image/png");
        CHECK(core::media_type("ark.xlsx", string_view("PK\x03\x04", 4)).ends_with("spreadsheetml.sheet"));
        CHECK(core::media_type("arkiv", string_view("PK\x03\x04", 4)) == "application/zip");
        CHECK(core::media_type("uden navn", "æøå\n") == "text/plain");
        CHECK(core::media_type("kerne.bin", string_view("\0\1", 2)) == "application/octet-stream");
        CHECK(core::media_type("kerne.txt", string_view("\0\1", 2)) == "application/octet-stream");
    }

    TEST_CASE("a place stands in front of its sentence and can be taken away") {
        const auto missing = core::sentence("there is no agreement {}", "Drft");
        const auto keyed =
            core::placed({.file = "spoc.toml", .line = 12, .key = "system.agreement"}, missing);
        CHECK(keyed.english() == "spoc.toml:12: system.agreement: there is no agreement Drft");
        CHECK(core::without_place(keyed.text) == missing.text);
        const auto plain = core::placed({.file = "spoc.toml", .line = 3, .key = ""}, missing);
        CHECK(plain.english() == "spoc.toml:3: there is no agreement Drft");
        CHECK(core::without_place(plain.text) == missing.text);
        CHECK(core::without_place(missing.text) == missing.text);
    }

    TEST_CASE("every kind of failure has a word of its own") {
        using core::ErrorCode;
        std::set<std::string_view> words;
        for (const auto code :
             {ErrorCode::misuse, ErrorCode::not_found, ErrorCode::store, ErrorCode::config,
              ErrorCode::outside, ErrorCode::privacy, ErrorCode::not_ready, ErrorCode::transition,
              ErrorCode::no_audience, ErrorCode::conflict, ErrorCode::failed}) {
            CHECK_FALSE(core::word(code).empty());
            words.insert(core::word(code));
        }
        CHECK(words.size() == 11);
        CHECK(core::word(ErrorCode::not_found) == "not-found");
        CHECK(core::word(ErrorCode::no_audience) == "no-audience");
    }
}
