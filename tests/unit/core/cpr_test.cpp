#include "lib/core/cpr.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace spoc::core;

namespace {

std::size_t found(std::string_view text) {
    return find_cpr(text, Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}}).size();
}

}  // namespace

TEST_SUITE("CPR numbers") {
    TEST_CASE("digits within a digest or a UUID are no CPR number") {
        CHECK(found("hash 2601633873bd5d88a3c1e0f42b7d96550a1c2e3f405162738495a6b7c8d9e0f1") == 0);
        CHECK(found("e1459d03fd89c34ce9ca7129863191c532addc0dbd74f25b4f0101901234ab7e") == 0);
        CHECK(found("64fcf83a-cdc9-441f-b452-ad010190-1234") == 0);
        CHECK(found("0192f3a0-7c1e-7a52-010190-12345e6f7f80") == 0);
    }

    TEST_CASE("beside one, and among letters and digits that are no digest, they are") {
        CHECK(found("hash 2601633873bd5d88a3c1e0f42b7d96550a1c2e3f405162738495a6b7c8d9e0f1 010190-1234") ==
              1);
        CHECK(found("sag 010190-1234") == 1);
        CHECK(found("abc-010190-1234-def") == 1);
        CHECK(found("0101901234 0101901234 0101901234 0101901234") == 4);
        CHECK(found("11111111-11111111-11111111-010190-1234") == 1);
    }
}
