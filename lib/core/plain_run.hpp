#pragma once

#include <cstddef>
#include <string_view>

namespace spoc::core {

/// How many bytes `text` begins with that are printable ASCII or a character from U+00C0 to U+00FF (æ, ø, å
/// and the like) in UTF-8: what nearly every text here consists of, and what needs no second look. The rest
/// is to be looked at character by character.
std::size_t plain_run(std::string_view text);

}  // namespace spoc::core
