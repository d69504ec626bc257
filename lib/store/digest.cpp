#include "lib/store/digest.hpp"

#include <algorithm>
#include <array>

#include "lib/core/error.hpp"
#include "lib/core/hex.hpp"
#include "lib/core/sha256.hpp"
#include <sodium.h>

namespace spoc::store {

namespace {

constexpr std::size_t uuid_size = 16;

/// The value of each hexadecimal digit; of what is none, `no_digit`.
constexpr unsigned char no_digit = 0xFF;
constexpr auto values = [] {
    std::array<unsigned char, 256> each{};
    each.fill(no_digit);
    for (unsigned char value = 0; value < 16; ++value) {
        each.at(static_cast<unsigned char>("0123456789abcdef"[value])) = value;
        each.at(static_cast<unsigned char>("0123456789ABCDEF"[value])) = value;
    }
    return each;
}();

/// Writes the bytes that digits stand for, two each, and returns where it stopped; null if one is no digit.
char* read_digits(char* into, std::string_view digits) {
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        const auto high = values[static_cast<unsigned char>(digits[at])];
        const auto low = values[static_cast<unsigned char>(digits[at + 1])];
        if ((high | low) == no_digit) {
            return nullptr;
        }
        *into++ = static_cast<char>(high * 16 + low);
    }
    return into;
}

std::array<unsigned char, uuid_size> chance() {
    if (sodium_init() < 0) {  // does nothing but the first time
        throw core::Failed("the system gives no random numbers");
    }
    std::array<unsigned char, uuid_size> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string uuid_of(std::array<unsigned char, uuid_size> bytes, unsigned version) {
    bytes[6] = static_cast<unsigned char>((version << 4U) | (bytes[6] & 0x0FU));
    bytes[8] = static_cast<unsigned char>(0x80U | (bytes[8] & 0x3FU));
    return uuid_text({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace

std::string sha256(std::string_view content) {
    return core::sha256({content});
}

std::string chain_hash(std::string_view previous_hex, std::string_view line) {
    return core::sha256({previous_hex, "\n", line});
}

std::string from_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    const bool is_hex = text.size() % 2 == 0 && read_digits(bytes.data(), text) != nullptr;
    return is_hex ? bytes : std::string();
}

std::string uuid_bytes(std::string_view text) {
    constexpr std::array<std::string_view::size_type, 4> dashes = {8, 13, 18, 23};
    constexpr std::size_t written = 36;
    if (text.size() != written) {
        return {};
    }
    std::string bytes(uuid_size, '\0');
    auto* into = bytes.data();
    std::size_t begin = 0;
    for (const auto dash : dashes) {
        into = text[dash] == '-' ? read_digits(into, text.substr(begin, dash - begin)) : nullptr;
        if (into == nullptr) {
            return {};
        }
        begin = dash + 1;
    }
    return read_digits(into, text.substr(begin)) != nullptr ? bytes : std::string();
}

std::string uuid_text(std::string_view bytes) {
    std::string text;
    write_uuid(text, bytes);
    return text;
}

void write_uuid(std::string& text, std::string_view bytes) {
    if (bytes.size() != uuid_size) {
        write_hex(text, bytes);
        return;
    }
    text.assign(36, '-');
    auto* into = core::write_digits(text.data(), bytes.substr(0, 4));
    for (std::size_t at = 4; at < 10; at += 2) {
        into = core::write_digits(into + 1, bytes.substr(at, 2));
    }
    core::write_digits(into + 1, bytes.substr(10));
}

std::string new_event_id(core::Instant at, std::int64_t count) {
    auto bytes = chance();
    const auto milliseconds =
        static_cast<std::uint64_t>(std::max<std::int64_t>(at.time_since_epoch().count(), 0)) * 1000;
    for (std::size_t i = 0; i < 6; ++i) {
        bytes.at(i) = static_cast<unsigned char>(milliseconds >> (8 * (5 - i)));
    }
    const auto counter =
        static_cast<std::uint32_t>(count);  // 12 bits beside the version, 6 beside the variant, 14 after
    bytes[6] = static_cast<unsigned char>(counter >> 28U);
    bytes[7] = static_cast<unsigned char>(counter >> 20U);
    bytes[8] = static_cast<unsigned char>((counter >> 14U) & 0x3FU);
    bytes[9] = static_cast<unsigned char>(counter >> 6U);
    bytes[10] = static_cast<unsigned char>(((counter & 0x3FU) << 2U) | (bytes[10] & 0x03U));
    return uuid_of(bytes, 7);
}

std::string new_origin() {
    return uuid_of(chance(), 4);
}

}  // namespace spoc::store
