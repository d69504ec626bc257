#pragma once

#include <string>
#include <string_view>

#include "lib/core/value.hpp"

namespace spoc::core {

/// Reads one JSON text (RFC 8259). Throws `Failed` with the position and the reason; nesting beyond 100
/// levels is refused, and so are numbers beyond what a real number can be, or with an exponent
/// beyond 2^31. A member named twice keeps its last value.
Value parse_json(std::string_view text);

/// Writes a value on one line, with no space between tokens. Bytes that are no UTF-8 become U+FFFD.
std::string json(const Value& value);

/// Appends `text` in quotation marks, as json() writes it.
void append_json_text(std::string& out, std::string_view text);

/// Writes a value for people to read, indented by two spaces.
std::string pretty_json(const Value& value);

}  // namespace spoc::core
