#pragma once

#include <string>
#include <string_view>

namespace spoc::core {

/// Bytes as small hexadecimal digits, two each; write_hex() replaces `text` by them.
std::string hex(std::string_view bytes);
void write_hex(std::string& text, std::string_view bytes);
/// Writes the digits and returns where it stopped.
char* write_digits(char* into, std::string_view bytes);

}  // namespace spoc::core
