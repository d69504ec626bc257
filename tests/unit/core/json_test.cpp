#include "lib/core/json.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

using namespace spoc;

TEST_SUITE("json") {
    TEST_CASE("what is read is written again in the same order and with the same types") {
        const auto* const text = R"({"b":[1,-2,2.5,true,null],"a":{"æ":"linje\n\"to\""},"":""})";
        CHECK(core::json(core::parse_json(text)) == text);
    }

    TEST_CASE("a member named twice keeps its last value") {
        CHECK(core::json(core::parse_json(R"({"a":1,"a":2})")) == R"({"a":2})");
    }

    TEST_CASE("broken text names the place, and bottomless nesting is refused") {
        CHECK_THROWS_WITH_AS(core::parse_json(R"({"a":)"),
                             "this is not JSON: something is wrong at character 6", core::Failed);
        CHECK_THROWS_AS(core::parse_json(std::string(101, '[') + std::string(101, ']')), core::Failed);
    }

    TEST_CASE("a number keeps its value to the last bit, or becomes the nearest real number") {
        for (const auto* const text :
             {"0.1", "0.30000000000000004", "5e-324", "1.7976931348623157e+308", "123456789.12345679",
              "2.2250738585072014e-308", "9223372036854775807", "-9223372036854775808", "0"}) {
            CAPTURE(text);
            CHECK(core::json(core::parse_json(text)) == text);
        }
        CHECK(core::json(core::parse_json("-0")) == "0");
        CHECK(core::json(core::parse_json("9223372036854775808")) == "9.223372036854776e+18");
        CHECK(core::json(core::parse_json("-9223372036854775809")) == "-9.223372036854776e+18");
        CHECK(core::json(core::parse_json("1e-400")) == "0.0");
        CHECK_THROWS_AS(core::parse_json("[1e400]"), core::Failed);
    }

    TEST_CASE(
        "a mark at the front that some editors write is passed over, and counts in the place of a fault") {
        CHECK(core::json(core::parse_json("\xEF\xBB\xBF[1]")) == "[1]");
        CHECK_THROWS_WITH_AS(core::parse_json("\xEF\xBB\xBF[x]"),
                             "this is not JSON: something is wrong at character 5", core::Failed);
    }

    TEST_CASE("what is no JSON is refused") {
        for (const auto* const text : {"",
                                       " ",
                                       "nul",
                                       "01",
                                       "1.",
                                       ".5",
                                       "+1",
                                       "[1,]",
                                       R"({"a":1,})",
                                       "[1 2]",
                                       "\"\t\"",
                                       "\"\\x\"",
                                       R"("\ud800")",
                                       R"("\udc00")",
                                       R"("\ud800\u0041")",
                                       "\"\xff\"",
                                       "\"\xc0\xaf\"",
                                       "\"\xed\xa0\x80\"",
                                       "// so\n1",
                                       "[1]]",
                                       "NaN"}) {
            CAPTURE(text);
            CHECK_THROWS_AS(core::parse_json(text), core::Failed);
        }
        CHECK(core::json(core::parse_json(R"("\ud83d\ude00\u00e6\/")")) == "\"😀æ/\"");
    }

    TEST_CASE("bytes that are no UTF-8 are replaced when written") {
        CHECK(core::json(core::Value("a\xff")) == "\"a\xef\xbf\xbd\"");
    }
}
