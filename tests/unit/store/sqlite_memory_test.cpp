#include <map>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/store/fixture.hpp"
#include <sqlite3.h>

using namespace spoc;

namespace {

/// A piece of SQLite's memory, and what was written to it.
struct Piece {
    char* bytes;
    std::string content;

    bool is_whole() const { return std::string_view(bytes, content.size()) == content; }
};

std::string noise(std::mt19937& chance, std::size_t size) {
    std::string text(size, '\0');
    for (auto& each : text) {
        each = static_cast<char>(chance() % 256);
    }
    return text;
}

/// Small sizes most of the time, so that pieces are given out again; large ones now and then.
std::size_t some_size(std::mt19937& chance) {
    return chance() % 8 == 0 ? 1 + chance() % 20'000 : 1 + chance() % 1200;
}

}  // namespace

TEST_SUITE("SQLite's memory") {
    TEST_CASE(
        "a piece keeps what is written to it, through every change of its size, until it is given back") {
        const auto store = store::Store::in_memory(tests::plain_rules());  // has said where it comes from
        std::mt19937 chance(7);
        std::map<int, Piece> pieces;
        for (int step = 0; step < 30'000; ++step) {
            const int name = static_cast<int>(chance() % 200);
            const auto size = some_size(chance);
            const auto found = pieces.find(name);
            if (found == pieces.end()) {
                auto content = noise(chance, size);
                auto* const bytes = static_cast<char*>(sqlite3_malloc64(size));
                REQUIRE(bytes != nullptr);
                REQUIRE(sqlite3_msize(bytes) >= size);
                REQUIRE(reinterpret_cast<std::uintptr_t>(bytes) % 8 == 0);
                content.copy(bytes, size);
                pieces[name] = {bytes, std::move(content)};
                continue;
            }
            auto& piece = found->second;
            REQUIRE(piece.is_whole());
            if (chance() % 2 == 0) {
                sqlite3_free(piece.bytes);
                pieces.erase(found);
                continue;
            }
            piece.bytes = static_cast<char*>(sqlite3_realloc64(piece.bytes, size));
            REQUIRE(piece.bytes != nullptr);
            piece.content.resize(std::min(piece.content.size(), size));
            REQUIRE(piece.is_whole());
        }
        for (const auto& [name, piece] : pieces) {
            CHECK(piece.is_whole());
            sqlite3_free(piece.bytes);
        }
    }
}
