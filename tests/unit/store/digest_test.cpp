#include "lib/store/digest.hpp"

#include <set>

#include <doctest/doctest.h>

#include "tests/unit/store/fixture.hpp"

using namespace spoc;

TEST_SUITE("digest") {
    TEST_CASE("a digest is that of FIPS 180-2") {
        CHECK(store::hex(store::sha256("abc")) ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    TEST_CASE("a chain hash covers the hash before it, a line end and the line") {
        const std::string before(store::chain_start);
        CHECK(store::chain_hash(before, "{}") == store::sha256(before + "\n{}"));
    }

    TEST_CASE("bytes are written as hexadecimal digits and read back, and nothing else is") {
        CHECK(store::hex(store::from_hex("00ffAb")) == "00ffab");
        CHECK(store::from_hex("0").empty());
        CHECK(store::from_hex("zz").empty());
    }

    TEST_CASE("a UUID is written as it was read, in small letters") {
        const auto* const text = "0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80";
        CHECK(store::uuid_text(store::uuid_bytes(text)) == text);
        CHECK(store::uuid_text(store::uuid_bytes("0192F3A0-7C1E-7A52-9D3B-3A4C5D6E7F80")) == text);
        for (const auto* const wrong :
             {"", "12", "0192f3a0x7c1e-7a52-9d3b-3a4c5d6e7f80", "0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f8g",
              "0192f3a0-7c1e-7a529-d3b-3a4c5d6e7f80"}) {
            CAPTURE(wrong);
            CHECK(store::uuid_bytes(wrong).empty());
        }
    }

    TEST_CASE("events recorded in one second have ids in the order they were recorded") {
        const auto at = tests::time("2026-03-02T09:00:00+01:00").at;
        std::string previous;
        for (std::int64_t count = 1; count < 5000; count += count < 100 ? 1 : 77) {
            const auto id = store::new_event_id(at, count);
            CHECK(previous < id);
            CHECK(id[14] == '7');
            CHECK(id.substr(0, 13) == "019cad8f-ac00");
            previous = id;
        }
        CHECK(store::new_event_id(at + core::Seconds{1}, 1) > previous);
    }

    TEST_CASE("two ids made for one instant and one count differ by chance") {
        std::set<std::string> ids;
        for (int i = 0; i < 100; ++i) {
            ids.insert(store::new_event_id({}, 1));
            ids.insert(store::new_origin());
        }
        CHECK(ids.size() == 200);
    }
}
