#include "lib/core/redaction.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"

using namespace spoc;
using namespace std::string_literals;

namespace {

core::Removal removal(std::vector<std::string> texts = {}) {
    return {.today = std::chrono::year{2026} / 11 / 2, .texts = std::move(texts), .words = {}};
}

core::Value json(std::string_view text) {
    return core::parse_json(text);
}

}  // namespace

TEST_SUITE("redaction") {
    TEST_CASE("every digit of a number goes, however it is written") {
        CHECK(core::without("Borger 010190-1234 ringede", removal()) == "Borger ██████-████ ringede");
        CHECK(core::without("010190%2D1234", removal()) == "██████%2D████");
        CHECK(core::without("0 &#48;10190-1234", removal()).find("1234") == std::string::npos);
        CHECK(core::without("intet her: 12345", removal()) == "intet her: 12345");
    }

    TEST_CASE("a number within base64 takes the whole block with it") {
        const auto left =
            core::without("før\nQm9yZ2VyIDAxMDE5MC0xMjM0IHJpbmdlZGUgaSBkYWc=\nefter", removal());
        CHECK(left == "før\n█\nefter");
    }

    TEST_CASE("a private key goes from its first line to its last") {
        CHECK(core::without("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb",
                            removal()) == "a\n█\nb");
        CHECK(core::without("a\n-----BEGIN PRIVATE KEY-----\nMIIE\nof which the end is lost", removal()) ==
              "a\n█");
    }

    TEST_CASE("a text goes in any case and over the end of a line") {
        CHECK(core::without("Ring til JENS\n  Hansen.", removal({"Jens Hansen"})) == "Ring til █.");
        CHECK(core::without("a.c abc", removal({"a.c"})) == "█ abc");
    }

    TEST_CASE("files keep their encoding, save where that has no bar") {
        CHECK(core::bytes_without("\xE5 010190-1234", removal()) == "å ██████-████");
        CHECK(core::bytes_without("\x89PNG\r\n\x1A\n\x00", removal()) == "\x89PNG\r\n\x1A\n\x00");
        const std::string wide("0\0001\0000\0001\0009\0000\000-\0001\0002\0003\0004\000", 22);
        CHECK(core::bytes_without(wide, removal()).find("1\0002"s) == std::string::npos);
    }

    TEST_CASE("words of the log, parties and digests stay") {
        std::vector<std::string> places;
        const auto data = json(
            R"({"type":"defect","from":"vendor","sha256":"a0101901234b","text":"010190-1234","steps":["x","010190-1234"]})");
        const auto left = core::data_without("noted", data, removal({"vendor", "defect"}), places);
        CHECK(
            core::json(left) ==
            R"({"type":"defect","from":"vendor","sha256":"a0101901234b","text":"██████-████","steps":["x","██████-████"]})");
        CHECK(places == std::vector<std::string>{"text", "steps"});
    }

    TEST_CASE(
        "digests of what was removed stay, and so do the places of a redaction, not those of the gate") {
        std::vector<std::string> places;
        const auto notice = json(R"({"places":["title"],"removed":["0101901234ab"],"reason":"title"})");
        CHECK(core::json(core::data_without("redacted", notice, removal({"title"}), places)) ==
              R"({"places":["title"],"removed":["0101901234ab"],"reason":"█"})");
        const auto gate = json(R"({"reason":"x","places":["attachment Jens.txt, line 1"]})");
        CHECK(core::json(core::data_without("gate-overridden", gate, removal({"Jens"}), places)) ==
              R"({"reason":"x","places":["attachment █.txt, line 1"]})");
        CHECK(places == std::vector<std::string>{"reason", "places"});
    }

    TEST_CASE("a file may change into another, or go, and into nothing else") {
        const std::string was(64, 'a');
        const std::string now(64, 'b');
        const auto file = [](const std::string& digest, std::string_view size) {
            return json(R"({"sha256":")" + digest + R"(","size":)" + std::string(size) + "}");
        };
        CHECK(core::is_redaction(file(was, "9"), file(now, "7")));
        CHECK(core::is_redaction(file(was, "9"), file("", "0")));
        CHECK_FALSE(core::is_redaction(file(was, "9"), file(was, "7")));
        CHECK_FALSE(core::is_redaction(file(was, "9"), file("", "7")));
        CHECK_FALSE(core::is_redaction(file("", "0"), file(now, "7")));
        CHECK_FALSE(core::is_redaction(file(was, "9"), file("../../etc", "7")));
        CHECK_FALSE(core::is_redaction(file(was, "9"), file(now, "\"7\"")));
    }

    TEST_CASE("what cannot be left of the same is no redaction of both") {
        const auto one = json(R"({"title":"Fejl hos █","redacted":true})");
        const auto other = json(R"({"title":"Noget andet","redacted":true})");
        CHECK_FALSE(core::is_redaction(other, core::left_by_both(one, other)));
        CHECK_FALSE(core::is_redaction(json(R"({"a":"b"})"), json(R"({"a":"b","redacted":1})")));
    }

    TEST_CASE("words are found in any case, with whatever white space between them, and nothing like them") {
        const auto left = [](std::string_view text, const std::string& sought) {
            return core::without(text, removal({sought}));
        };
        CHECK(left("af JENS  \n HANSEN, ja", " Jens Hansen\n") == "af █, ja");
        CHECK(left("ÅSE og åse", "Åse") == "█ og █");
        CHECK(left("JensHansen og Jens-Hansen", "Jens Hansen") == "JensHansen og Jens-Hansen");
        CHECK(left("Jens", "Jens Hansen") == "Jens");
        CHECK(left("aab", "ab") == "a█");
        CHECK(left("J\xF8rgen", "gen") == "J\xF8r█");
        CHECK(left("x", std::string(200'000, 'x')) == "x");
    }

    TEST_CASE("a word is removed where it stands alone") {
        auto words = removal();
        words.words = {"prod"};
        CHECK(core::without("prod, PROD og produktion i xprod; åprod prodå 1prod /prod/", words) ==
              "█, █ og produktion i xprod; åprod prodå 1prod /█/");
    }

    TEST_CASE("what has less is a redaction, what has something else is none") {
        const auto data = json(R"({"from":"vendor","text":"en borger ringede","n":1})");
        CHECK(core::is_redaction(data,
                                 json(R"({"from":"vendor","text":"en █ ringede","n":1,"redacted":true})")));
        CHECK(core::is_redaction(data, json(R"({"from":"vendor","text":"█","n":1})")));
        CHECK(core::is_redaction(data, data));
        for (const auto* const other :
             {R"({"from":"vendor","text":"to █ ringede","n":1})",
              R"({"from":"vendor","text":"en █ ringe","n":1})",
              R"({"from":"█","text":"en borger ringede","n":1})", R"({"from":"vendor","text":"█","n":2})",
              R"({"from":"vendor","text":"█"})", R"({"from":"vendor","text":"█","n":1,"more":2})",
              R"({"from":"vendor","text":["█"],"n":1})", R"({"from":"vendor","text":"","n":1})"}) {
            CAPTURE(other);
            CHECK_FALSE(core::is_redaction(data, json(other)));
        }
    }

    TEST_CASE("a promise keeps its time, and a backer may lose the name") {
        CHECK_FALSE(core::is_redaction(json(R"({"by":"2026-11-02T09:00:00+01:00"})"), json(R"({"by":"█"})")));
        CHECK(core::is_redaction(json(R"({"by":"Jens Hansen"})"), json(R"({"by":"█"})")));
    }

    TEST_CASE("what two redactions have both left has what neither removed, in either order") {
        const auto one = json(R"({"a":"█ b c","list":["x","█"]})");
        const auto other = json(R"({"a":"a b █","list":["█","y"]})");
        const auto left = core::left_by_both(one, other);
        CHECK(core::json(left) == R"({"a":"█","list":["█","█"]})");
        CHECK(core::left_by_both(other, one) == left);
        CHECK(core::left_by_both(left, one) == left);
        CHECK(core::left_by_both(json(R"("a █")"), json(R"("█")")) == json(R"("█")"));
    }
}
