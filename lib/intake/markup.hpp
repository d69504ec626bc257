#pragma once

#include <string>
#include <string_view>

namespace spoc::intake {

/// Whether the gaps between blocks of a text, or its lines, stay line breaks.
enum class Lines { folded, kept };

/// The text that a piece of HTML shows: tags and what no reader sees (scripts, styles, comments) left out,
/// entities decoded, white space folded. A `<` that begins no tag stays: "5 < 6", and "<BOM>", which no page
/// closes. What was escaped twice is decoded twice.
std::string text_of_markup(std::string_view markup, Lines lines = Lines::folded);

/// The same for what ought to be plain text, but is read as markup if it looks like it.
std::string text_of_plain(std::string_view text, Lines lines = Lines::folded);

/// Every run of white space as one space, none at the ends; what is no UTF-8 replaced.
std::string fold_white_space(std::string_view text);

}  // namespace spoc::intake
