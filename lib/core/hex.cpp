#include "lib/core/hex.hpp"

#include <array>
#include <cstring>

namespace spoc::core {

namespace {

/// The two digits of each byte.
constexpr auto pairs_of_digits = [] {
    constexpr std::string_view each = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> pairs{};
    for (std::size_t byte = 0; byte < pairs.size(); ++byte) {
        pairs.at(byte) = {each[byte / 16], each[byte % 16]};
    }
    return pairs;
}();

}  // namespace

char* write_digits(char* into, std::string_view bytes) {
    for (const char byte : bytes) {
        std::memcpy(into, pairs_of_digits[static_cast<unsigned char>(byte)].data(), 2);
        into += 2;
    }
    return into;
}

std::string hex(std::string_view bytes) {
    std::string text;
    write_hex(text, bytes);
    return text;
}

void write_hex(std::string& text, std::string_view bytes) {
    text.resize(bytes.size() * 2);
    write_digits(text.data(), bytes);
}

}  // namespace spoc::core
