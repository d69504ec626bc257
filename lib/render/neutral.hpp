#pragma once

#include <string>
#include <string_view>

namespace spoc::render {

/// Text from outside, safe to show on a terminal: control and escape characters, C1, bidi overrides and
/// isolates and characters without width that could hide something are made visible; bytes that are no UTF-8
/// become U+FFFD. Line feeds and tabs stay.
std::string neutral(std::string_view text);

/// The same on one line: line breaks and tabs become spaces.
std::string one_line(std::string_view text);

/// The same for cells that programs read: every control character becomes a space.
std::string plain_cell(std::string_view text);
void append_plain_cell(std::string& out, std::string_view text);

}  // namespace spoc::render
