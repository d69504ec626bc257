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

    TEST_CASE("bytes that are no UTF-8 are replaced when written") {
        CHECK(core::json(core::Value("a\xff")) == "\"a\xef\xbf\xbd\"");
    }
}
