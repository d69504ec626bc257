#include "tests/net/gzip.hpp"

#include <cstdint>

namespace spoc::tests {

namespace {

constexpr std::string_view header("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);

std::uint32_t crc32(std::string_view content) {
    std::uint32_t crc = ~0U;
    for (const char c : content) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

/// Least significant byte first.
void append_number(std::string& out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(number & 0xFFU);
        number >>= 8U;
    }
}

/// Puts bits together, the first into the lowest bit of a byte.
class Bits {
public:
    void append(std::string_view bits) {
        for (const char bit : bits) {
            byte_ |= (bit == '1' ? 1U : 0U) << count_;
            if (++count_ == 8) {
                out += static_cast<char>(byte_);
                byte_ = 0;
                count_ = 0;
            }
        }
    }

    std::string out;

private:
    unsigned byte_ = 0;
    unsigned count_ = 0;
};

}  // namespace

std::string gzip(std::string_view content) {
    std::string out(header);
    const auto size = static_cast<std::uint32_t>(content.size());
    out += '\x01';  // the last block, stored
    append_number(out, size, 2);
    append_number(out, ~size, 2);
    out += content;
    append_number(out, crc32(content), 4);
    append_number(out, size, 4);
    return out;
}

std::string gzip_bomb(std::size_t size) {
    Bits bits;
    bits.out = header;
    bits.append("110");       // the last block, fixed codes
    bits.append("01010000");  // a blank
    while (bits.out.size() < size) {
        bits.append("11000101");  // 258 times what stands
        bits.append("00000");     // one byte back
    }
    return bits.out;
}

}  // namespace spoc::tests
