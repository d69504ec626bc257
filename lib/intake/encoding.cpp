#include "lib/intake/encoding.hpp"

#include <algorithm>
#include <array>

#include "lib/core/plain_run.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::intake {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// What 0x80 to 0x9F mean in windows-1252; 0 for nothing.
constexpr std::array<char16_t, 32> windows_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

enum class ByteOrder { little, big };

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
    const auto first = byte_at(bytes, at);
    const auto second = byte_at(bytes, at + 1);
    return order == ByteOrder::big ? static_cast<char32_t>(first << 8U | second)
                                   : static_cast<char32_t>(second << 8U | first);
}

std::string from_utf16(std::string_view bytes, ByteOrder order) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        auto unit = at + 1 < bytes.size() ? unit_at(bytes, at, order) : replacement;
        if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) {
            const auto low = unit_at(bytes, at + 2, order);
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
            }
        }
        append_character(out, unit);
    }
    return out;
}

/// ISO-8859-15 differs from its elder sister by eight letters.
char32_t iso_8859_15(unsigned char byte) {
    switch (byte) {
        case 0xA4:
            return 0x20AC;
        case 0xA6:
            return 0x160;
        case 0xA8:
            return 0x161;
        case 0xB4:
            return 0x17D;
        case 0xB8:
            return 0x17E;
        case 0xBC:
            return 0x152;
        case 0xBD:
            return 0x153;
        case 0xBE:
            return 0x178;
        default:
            return windows_1252(byte);
    }
}

std::string from_bytes(std::string_view bytes, char32_t (*meaning)(unsigned char)) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        append_character(out, meaning(static_cast<unsigned char>(byte)));
    }
    return out;
}

/// The encoding that an XML declaration at the front names, in small letters; empty if none does.
std::string declared(std::string_view bytes) {
    const auto start = bytes.find("<?xml");
    const auto head = bytes.substr(std::min(start, bytes.size()), 256);
    const auto line = head.substr(0, head.find("?>"));
    auto at = line.find("encoding");
    if (start > 64 || at == std::string_view::npos) {
        return {};
    }
    at = line.find_first_of("'\"", at);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string name(line.substr(at + 1, line.find(line[at], at + 1) - at - 1));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

std::string from_declared(std::string_view bytes) {
    const auto name = declared(bytes);
    if (one_of(name, {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252",
                      "cp1252", "x-cp1252", "ansi"})) {
        return from_bytes(bytes, windows_1252);
    }
    if (one_of(name, {"iso-8859-15", "iso8859-15", "latin-9", "latin9"})) {
        return from_bytes(bytes, iso_8859_15);
    }
    if (one_of(name, {"utf-8", "utf8"}) || core::is_utf8(bytes)) {
        return valid_utf8(bytes);
    }
    return from_bytes(bytes, windows_1252);
}

}  // namespace

char32_t windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte > 0x9F) {
        return byte;
    }
    const auto high = windows_high.at(byte - 0x80U);
    return high == 0 ? replacement : char32_t{high};
}

void append_character(std::string& out, char32_t code_point) {
    const bool none =
        code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000);
    core::append_utf8(out, none ? replacement : code_point);
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (const auto plain = core::plain_run(text); plain > 0) {
            out.append(text.substr(0, plain));
            text.remove_prefix(plain);
            continue;
        }
        const auto character = core::first_character(text);
        if (character.valid && character.code != 0) {
            out.append(text.substr(0, character.size));
        } else {
            core::append_utf8(out, replacement);
        }
        text.remove_prefix(character.size);
    }
    return out;
}

std::string to_utf8(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return valid_utf8(bytes.substr(3));
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return from_utf16(bytes.substr(2), ByteOrder::little);
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return from_utf16(bytes.substr(2), ByteOrder::big);
    }
    if (bytes.starts_with("<\0"sv) || bytes.starts_with("{\0"sv)) {
        return from_utf16(bytes, ByteOrder::little);
    }
    if (bytes.starts_with("\0<"sv) || bytes.starts_with("\0{"sv)) {
        return from_utf16(bytes, ByteOrder::big);
    }
    return from_declared(bytes);
}

}  // namespace spoc::intake
