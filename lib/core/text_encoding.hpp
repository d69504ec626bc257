#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spoc::core {

/// How the bytes of a text file stand for letters.
enum class TextEncoding {
    utf8,
    utf8_marked,  ///< with a byte order mark
    utf16_le,
    utf16_be,
    utf16_le_marked,
    utf16_be_marked,
    latin1,  ///< ISO 8859-1, or windows-1252 where that has letters for its control characters
};

/// A file that is text, as UTF-8.
struct ReadableText {
    std::string text;
    TextEncoding encoding = TextEncoding::utf8;
};

/// Reads a file as text. Absent if it is none: it holds control characters or bytes that no encoding here
/// explains, or it is of a kind that only looks like text, such as PDF.
std::optional<ReadableText> readable_text(std::string_view bytes);

/// The bytes of a text in its encoding.
std::string encoded(const ReadableText& text);

/// One character at the front of a text; bytes that are no UTF-8 are a character of their own.
struct Character {
    char32_t code = 0;
    std::size_t size = 0;  ///< in bytes
    bool valid = true;
};
/// `text` is not empty.
Character first_character(std::string_view text);

void append_utf8(std::string& out, char32_t code);
bool is_utf8(std::string_view text);
/// The text with every byte that is no UTF-8 replaced by U+FFFD.
std::string with_utf8_only(std::string_view text);

/// Whether a character is a letter or a digit of any alphabet, or an accent on one.
bool is_letter_or_digit(char32_t code);

/// Whether the piece of `text` from `at` with `size` bytes has neither letter nor digit beside it.
bool stands_alone_at(std::string_view text, std::size_t at, std::size_t size);

}  // namespace spoc::core
