#pragma once

#include <string>
#include <string_view>

namespace spoc::render {

/// How many columns of a terminal `text` takes: wide characters and emoji two, combining marks none.
int display_width(std::string_view text);

/// `text` in at most `width` columns; what is cut off is replaced by an ellipsis. Never cuts a character
/// apart.
std::string truncated(std::string_view text, int width);

/// `text` folded at spaces into lines of at most `width` columns, each but the first after `indent` spaces.
/// Line breaks in the text stay. No line ends with a blank.
std::string wrapped(std::string_view text, int width, int indent = 0);

}  // namespace spoc::render
