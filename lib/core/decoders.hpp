#pragma once

#include <optional>
#include <string_view>

#include "lib/core/disguise.hpp"

namespace spoc::core {

/// Undoes one code in a text; absent if there is nothing to undo.
using Decoder = std::optional<Reading::Decoded> (*)(std::string_view text);

/// Blocks of base64 that hold text.
std::optional<Reading::Decoded> decode_base64(std::string_view text);
/// "=2D" and lines that end with "=". A single "=12" that ends no word is taken as it is: "number=12".
std::optional<Reading::Decoded> decode_quoted_printable(std::string_view text);
/// "%2D".
std::optional<Reading::Decoded> decode_percent(std::string_view text);
/// "\u002d" and "\x2d".
std::optional<Reading::Decoded> decode_backslashes(std::string_view text);
/// "&#45;", "&#x2D;" and the named entities of dashes, spaces and of markup itself.
std::optional<Reading::Decoded> decode_entities(std::string_view text);
/// Tags that stand within words, such as <b> and <wbr>, and comments; other tags end a word.
std::optional<Reading::Decoded> strip_inline_markup(std::string_view text);

}  // namespace spoc::core
