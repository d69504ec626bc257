#include "lib/core/sha256.hpp"

#include <doctest/doctest.h>

#include "lib/core/hex.hpp"
using namespace spoc;

TEST_SUITE("sha256") {
    TEST_CASE("the examples of FIPS 180-4 have their digests") {
        CHECK(core::hex(core::sha256({})) ==
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(core::hex(core::sha256({"abc"})) ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(core::hex(core::sha256({std::string(1'000'000, 'a')})) ==
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    TEST_CASE("pieces are digested as the text they make") {
        CHECK(core::sha256({"a", "", "bc"}) == core::sha256({"abc"}));
    }
}
