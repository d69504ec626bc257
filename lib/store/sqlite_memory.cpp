#include "lib/store/sqlite_memory.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include <sqlite3.h>

namespace spoc::store {

namespace {

/// Stands before every piece: as many bytes as SQLite may use of it. Pieces begin 8 bytes after a multiple
/// of 16.
using Size = std::uint64_t;
constexpr std::size_t step = 16;
constexpr std::size_t largest_small = 1024;  // with its size; larger ones are left to malloc()
constexpr std::size_t block_size = 32'768;

struct Free {
    Free* next;
};
std::array<Free*, largest_small / step + 1> free_pieces{};  // by size in steps
std::byte* block = nullptr;                                 // what is left of the latest
std::size_t block_left = 0;

std::size_t whole_steps(std::size_t bytes) {
    return (bytes + sizeof(Size) + step - 1) / step;
}

/// The size that stands before a piece.
Size& size_of(void* piece) {
    return *std::launder(reinterpret_cast<Size*>(static_cast<std::byte*>(piece) - sizeof(Size)));
}

void* piece_at(std::byte* place, std::size_t bytes) {
    ::new (place) Size(bytes - sizeof(Size));
    return place + sizeof(Size);
}

/// Cuts a piece off the latest block; what is left of one that is too small is lost.
void* cut(std::size_t bytes) {
    if (block_left < bytes) {
        auto* const fresh = static_cast<std::byte*>(std::malloc(block_size));
        if (fresh == nullptr) {
            return nullptr;
        }
        block = fresh;
        block_left = block_size;
    }
    auto* const place = block;
    block += bytes;
    block_left -= bytes;
    return piece_at(place, bytes);
}

void* take(int wanted) {
    const auto steps = whole_steps(static_cast<std::size_t>(wanted));
    const auto bytes = steps * step;
    if (bytes > largest_small) {
        auto* const place = static_cast<std::byte*>(std::malloc(bytes));
        return place == nullptr ? nullptr : piece_at(place, bytes);
    }
    auto*& first = free_pieces[steps];
    if (first == nullptr) {
        return cut(bytes);
    }
    auto* const taken = first;
    first = taken->next;
    return taken;
}

void give_back(void* piece) {
    const auto bytes = size_of(piece) + sizeof(Size);
    if (bytes > largest_small) {
        std::free(static_cast<std::byte*>(piece) - sizeof(Size));
        return;
    }
    auto*& first = free_pieces[bytes / step];
    first = ::new (piece) Free{first};
}

int usable(void* piece) {
    return static_cast<int>(size_of(piece));
}

int rounded_up(int wanted) {
    return static_cast<int>(whole_steps(static_cast<std::size_t>(wanted)) * step - sizeof(Size));
}

void* resize(void* piece, int wanted) {
    const auto is = size_of(piece) + sizeof(Size);
    const auto shall = whole_steps(static_cast<std::size_t>(wanted)) * step;
    if (is == shall) {
        return piece;
    }
    if (std::min(is, shall) > largest_small) {
        auto* const place = std::realloc(static_cast<std::byte*>(piece) - sizeof(Size), shall);
        return place == nullptr ? nullptr : piece_at(static_cast<std::byte*>(place), shall);
    }
    auto* const moved = take(wanted);
    if (moved != nullptr) {
        std::memcpy(moved, piece, static_cast<std::size_t>(std::min(wanted, usable(piece))));
        give_back(piece);
    }
    return moved;
}

int nothing(void* /*data*/) {
    return SQLITE_OK;
}

void nothing_more(void* /*data*/) {}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_watched = true;
#elif defined(__has_feature)
constexpr bool is_watched = __has_feature(address_sanitizer);
#else
constexpr bool is_watched = false;
#endif

}  // namespace

void give_sqlite_memory() {
    static sqlite3_mem_methods methods = {take,       give_back, resize,       usable,
                                          rounded_up, nothing,   nothing_more, nullptr};
    if (!is_watched) {
        sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    }
}

}  // namespace spoc::store
