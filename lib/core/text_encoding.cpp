#include "lib/core/text_encoding.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace spoc::core {

namespace {

using std::string_view;

constexpr string_view utf8_mark = "\xEF\xBB\xBF";
constexpr string_view little_mark = "\xFF\xFE";
constexpr string_view big_mark = "\xFE\xFF";
constexpr char32_t replacement = 0xFFFD;

/// What windows-1252 has at 0x80 to 0x9F; zero where it has nothing.
constexpr std::array<char32_t, 32> windows_letters = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Kinds of files that may be written in letters only, and whose words stand in them in codes of their own.
constexpr auto codes_in_letters = std::to_array<string_view>({"%PDF-", "{\\rtf", "%!PS"});

/// Whether it is of such a kind; what stands before its signature does not make it any other.
bool is_coded(string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        bytes.remove_prefix(utf8_mark.size());
    }
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
    return std::ranges::any_of(codes_in_letters,
                               [&](string_view signature) { return bytes.starts_with(signature); });
}

bool is_control(char32_t code) {
    const bool white = code == '\t' || code == '\n' || code == '\r' || code == '\f';
    return (code < 0x20 && !white) || code == 0x7F;
}

bool has_control(string_view text) {
    return std::ranges::any_of(text, [](char c) { return is_control(static_cast<unsigned char>(c)); });
}

enum class ByteOrder { little, big };

char16_t unit_at(string_view bytes, std::size_t at, ByteOrder order) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == ByteOrder::little ? static_cast<char16_t>(second << 8U | first)
                                      : static_cast<char16_t>(first << 8U | second);
}

std::optional<std::string> read_utf16(string_view bytes, ByteOrder order) {
    if (bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t code = unit_at(bytes, at, order);
        if (code >= 0xD800 && code <= 0xDBFF && at + 3 < bytes.size()) {
            const char32_t low = unit_at(bytes, at + 2, order);
            if (low < 0xDC00 || low > 0xDFFF) {
                return std::nullopt;
            }
            code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code <= 0xDFFF) {
            return std::nullopt;
        }
        if (is_control(code) || code == 0xFFFE || code == 0xFFFF) {
            return std::nullopt;
        }
        append_utf8(text, code);
    }
    return text;
}

/// UTF-16 without a mark shows by the empty halves of its ASCII characters: all in even or all in odd places.
std::optional<ReadableText> read_unmarked_utf16(string_view bytes) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        zeros.at(at % 2) += bytes[at] == '\0' ? 1U : 0U;
    }
    const auto order = zeros[1] >= zeros[0] ? ByteOrder::little : ByteOrder::big;
    if (std::min(zeros[0], zeros[1]) > 0) {
        return std::nullopt;
    }
    auto text = read_utf16(bytes, order);
    if (!text) {
        return std::nullopt;
    }
    return ReadableText{std::move(*text),
                        order == ByteOrder::little ? TextEncoding::utf16_le : TextEncoding::utf16_be};
}

std::optional<ReadableText> read_marked_utf16(string_view bytes) {
    const bool little = bytes.starts_with(little_mark);
    auto text = read_utf16(bytes.substr(2), little ? ByteOrder::little : ByteOrder::big);
    if (!text) {
        return std::nullopt;
    }
    return ReadableText{std::move(*text),
                        little ? TextEncoding::utf16_le_marked : TextEncoding::utf16_be_marked};
}

std::string from_latin1(string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t letter = byte >= 0x80 && byte < 0xA0 ? windows_letters.at(byte - 0x80U) : 0;
        append_utf8(text, letter != 0 ? letter : byte);
    }
    return text;
}

/// Characters that windows-1252 lacks were never in such a text; a question mark stands for them.
std::string to_latin1(string_view text) {
    std::string bytes;
    while (!text.empty()) {
        const auto character = first_character(text);
        const auto* const found = std::ranges::find(windows_letters, character.code);
        if (character.code < 0x100) {
            bytes += static_cast<char>(character.code);
        } else if (found != windows_letters.end()) {
            bytes += static_cast<char>(0x80 + (found - windows_letters.begin()));
        } else {
            bytes += '?';
        }
        text.remove_prefix(character.size);
    }
    return bytes;
}

void append_unit(std::string& out, char32_t unit, ByteOrder order) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    out += order == ByteOrder::little ? low : high;
    out += order == ByteOrder::little ? high : low;
}

std::string to_utf16(string_view text, ByteOrder order) {
    std::string bytes;
    while (!text.empty()) {
        const auto character = first_character(text);
        if (character.code >= 0x10000) {
            append_unit(bytes, 0xD800 + ((character.code - 0x10000) >> 10U), order);
            append_unit(bytes, 0xDC00 + ((character.code - 0x10000) & 0x3FFU), order);
        } else {
            append_unit(bytes, character.code, order);
        }
        text.remove_prefix(character.size);
    }
    return bytes;
}

std::size_t sequence_size(unsigned char first) {
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

}  // namespace

Character first_character(string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const auto size = sequence_size(first);
    const Character alone{.code = first, .size = 1, .valid = first < 0x80};
    if (size < 2 || size > text.size()) {
        return alone;
    }
    char32_t code = first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) {
            return alone;
        }
        code = code << 6U | (next & 0x3FU);
    }
    const bool too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    if (too_long || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return alone;
    }
    return {.code = code, .size = size, .valid = true};
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6U);
        put(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12U);
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    } else {
        put(0xF0 | code >> 18U);
        put(0x80 | (code >> 12U & 0x3FU));
        put(0x80 | (code >> 6U & 0x3FU));
        put(0x80 | (code & 0x3FU));
    }
}

bool is_utf8(string_view text) {
    while (!text.empty()) {
        const auto character = first_character(text);
        if (!character.valid) {
            return false;
        }
        text.remove_prefix(character.size);
    }
    return true;
}

std::string with_utf8_only(string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto character = first_character(text);
        if (character.valid) {
            out.append(text.substr(0, character.size));
        } else {
            append_utf8(out, replacement);
        }
        text.remove_prefix(character.size);
    }
    return out;
}

std::optional<ReadableText> readable_text(string_view bytes) {
    if (is_coded(bytes)) {
        return std::nullopt;
    }
    if (bytes.starts_with(little_mark) || bytes.starts_with(big_mark)) {
        return read_marked_utf16(bytes);
    }
    if (bytes.find('\0') != string_view::npos) {
        return read_unmarked_utf16(bytes);
    }
    if (has_control(bytes)) {
        return std::nullopt;
    }
    if (bytes.starts_with(utf8_mark) && is_utf8(bytes)) {
        return ReadableText{std::string(bytes.substr(utf8_mark.size())), TextEncoding::utf8_marked};
    }
    if (is_utf8(bytes)) {
        return ReadableText{std::string(bytes), TextEncoding::utf8};
    }
    return ReadableText{from_latin1(bytes), TextEncoding::latin1};
}

std::string encoded(const ReadableText& text) {
    switch (text.encoding) {
        case TextEncoding::utf8:
            return text.text;
        case TextEncoding::utf8_marked:
            return std::string(utf8_mark) + text.text;
        case TextEncoding::utf16_le:
            return to_utf16(text.text, ByteOrder::little);
        case TextEncoding::utf16_be:
            return to_utf16(text.text, ByteOrder::big);
        case TextEncoding::utf16_le_marked:
            return std::string(little_mark) + to_utf16(text.text, ByteOrder::little);
        case TextEncoding::utf16_be_marked:
            return std::string(big_mark) + to_utf16(text.text, ByteOrder::big);
        case TextEncoding::latin1:
            return to_latin1(text.text);
    }
    return text.text;
}

bool is_letter_or_digit(char32_t code) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
        case UTF8PROC_CATEGORY_MN:
            return true;
        default:
            return false;
    }
}

bool stands_alone_at(std::string_view text, std::size_t at, std::size_t size) {
    auto before = at == 0 ? 0 : at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) {
        --before;
    }
    const auto is_word = [&](std::string_view rest) {
        const auto character = first_character(rest);
        return character.valid && is_letter_or_digit(character.code);
    };
    const auto after = text.substr(at + size);
    return (at == 0 || !is_word(text.substr(before))) && (after.empty() || !is_word(after));
}

}  // namespace spoc::core
