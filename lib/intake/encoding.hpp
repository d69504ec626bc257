#pragma once

#include <string>
#include <string_view>

namespace spoc::intake {

/// Decodes a document to UTF-8: by its byte order mark, by the encoding that its XML declaration names
/// (UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252, US-ASCII), by where its first zero bytes stand.
/// What says nothing and is no UTF-8 is taken as windows-1252. Bytes that mean nothing, and NUL, become
/// U+FFFD.
std::string to_utf8(std::string_view bytes);

/// The same text with everything that is no UTF-8, and NUL, replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// Appends a code point; U+FFFD for what is none, and for NUL.
void append_character(std::string& out, char32_t code_point);

/// What a byte means in windows-1252, which is also how ISO-8859-1 is read in practice.
char32_t windows_1252(unsigned char byte);

}  // namespace spoc::intake
