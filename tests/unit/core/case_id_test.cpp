#include "lib/core/case_id.hpp"

#include <doctest/doctest.h>

using namespace spoc;

TEST_SUITE("case id") {
    TEST_CASE("a case id is read in any mix of upper and lower case") {
        CHECK(core::parse_case_id("bom-12") == core::CaseId{"BOM", 12});
        CHECK(core::text(core::CaseId{"BOM", 12}) == "BOM-12");
    }

    TEST_CASE("what lacks a system, a number or a dash is no case id") {
        for (const auto* const text :
             {"", "12", "-12", "BOM-", "BOM-x", "BOM-0", "BOM--1", "B M-1", "BOM-99999999999999999999"}) {
            CAPTURE(text);
            CHECK_FALSE(core::parse_case_id(text));
        }
    }
}
