#include "lib/core/plain_run.hpp"

#include <cstdint>
#include <cstring>

namespace spoc::core {

namespace {

constexpr std::size_t word_size = sizeof(std::uint64_t);

/// A word that has `byte` in each of its places.
constexpr std::uint64_t each(std::uint64_t byte) {
    return byte * 0x0101'0101'0101'0101U;
}

/// Whether all of the eight bytes are printable ASCII. Of the three terms the first has the highest bit of
/// some byte set if and only if some byte is below 0x20, the second if some is 0x7F, the third if some is
/// above that.
bool is_printable(std::uint64_t word) {
    const auto low = (word - each(0x20)) & ~word;
    const auto flipped = word ^ each(0x7F);
    const auto deletes = (flipped - each(1)) & ~flipped;
    return ((low | deletes | word) & each(0x80)) == 0;
}

bool is_printable(char byte) {
    return byte >= ' ' && byte <= '~';
}

/// The two bytes of a character from U+00C0 to U+00FF.
bool begins_with_latin(std::string_view text) {
    return text.size() >= 2 && text[0] == '\xC3' && (static_cast<unsigned char>(text[1]) & 0xC0U) == 0x80U;
}

}  // namespace

std::size_t plain_run(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = 0;
        if (text.size() - at >= word_size) {
            std::memcpy(&word, text.data() + at, word_size);
            if (is_printable(word)) {
                at += word_size;
                continue;
            }
        }
        if (is_printable(text[at])) {
            ++at;
        } else if (begins_with_latin(text.substr(at))) {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

}  // namespace spoc::core
