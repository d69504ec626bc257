#include "lib/core/plain_run.hpp"

#include <algorithm>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/json.hpp"

namespace {

using namespace spoc;

/// The same, byte by byte.
std::size_t counted(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        if (byte >= 0x20 && byte < 0x7F) {
            at += 1;
        } else if (byte == 0xC3 && next >= 0x80 && next < 0xC0) {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

/// Texts that are mostly plain, with bytes at every place that are at the edges of it.
template <typename Check>
void each_text(const Check& check) {
    std::mt19937 chance(1);
    const std::string edges("\x00\x1f\x20\x22\x5c\x7e\x7f\x80\xa0\xbf\xc0\xc2\xc3\xc4\xff", 15);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto length = chance() % 40; length > 0; --length) {
            const auto kind = chance() % 16;
            if (kind == 0) {
                text += edges[chance() % edges.size()];
            } else if (kind == 1) {
                text += "ø";
            } else {
                text += static_cast<char>(' ' + static_cast<int>(chance() % 95));
            }
        }
        check(text);
    }
}

/// Whether a text is ASCII, of any kind, but for the ø.
bool is_text(std::string text) {
    for (auto at = text.find("ø"); at != std::string::npos; at = text.find("ø")) {
        text.replace(at, 2, "oe");
    }
    return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

TEST_SUITE("plain run") {
    TEST_CASE("eight bytes at a time say what one at a time says") {
        each_text([](const std::string& text) { REQUIRE(core::plain_run(text) == counted(text)); });
    }

    TEST_CASE("a text comes back as it was quoted, and nothing in quotes would break a line") {
        int back = 0;
        each_text([&](const std::string& text) {
            std::string json;
            core::append_json_text(json, text);
            REQUIRE(std::ranges::none_of(json, [](char byte) { return byte >= 0 && byte < 0x20; }));
            if (is_text(text)) {
                REQUIRE(*core::parse_json(json).text() == text);
                ++back;
            }
        });
        CHECK(back > 10'000);
    }
}
