#include "lib/store/digest.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "lib/core/error.hpp"
#include <sodium.h>

namespace spoc::store {

namespace {

/// The two digits of each byte.
constexpr auto digits = [] {
    constexpr std::string_view each = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> pairs{};
    for (std::size_t byte = 0; byte < pairs.size(); ++byte) {
        pairs.at(byte) = {each[byte / 16], each[byte % 16]};
    }
    return pairs;
}();
constexpr std::size_t uuid_size = 16;

const unsigned char* unsigned_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

int nibble(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Writes two digits for each byte and returns where it stopped.
char* write_digits(char* into, std::string_view bytes) {
    for (const char byte : bytes) {
        std::memcpy(into, digits[static_cast<unsigned char>(byte)].data(), 2);
        into += 2;
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
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), unsigned_bytes(content),
                       content.size());
    return digest;
}

std::string chain_hash(std::string_view previous_hex, std::string_view line) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, unsigned_bytes(previous_hex), previous_hex.size());
    crypto_hash_sha256_update(&state, unsigned_bytes("\n"), 1);
    crypto_hash_sha256_update(&state, unsigned_bytes(line), line.size());
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
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

std::string from_hex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return {};
    }
    std::string bytes(text.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return {};
        }
        bytes[i] = static_cast<char>(high * 16 + low);
    }
    return bytes;
}

std::string uuid_bytes(std::string_view text) {
    constexpr std::size_t written = 36;
    if (text.size() != written) {
        return {};
    }
    std::string packed;
    packed.reserve(2 * uuid_size);
    for (std::size_t i = 0; i < written; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) {
            return {};
        }
        if (!dash) {
            packed += text[i];
        }
    }
    return from_hex(packed);
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
    auto* into = write_digits(text.data(), bytes.substr(0, 4));
    for (std::size_t at = 4; at < 10; at += 2) {
        into = write_digits(into + 1, bytes.substr(at, 2));
    }
    write_digits(into + 1, bytes.substr(10));
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
