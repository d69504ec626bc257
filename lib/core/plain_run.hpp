#pragma once

#include <cstddef>
#include <string_view>

namespace spoc::core {

/// How many bytes `text` begins with that are printable ASCII or a letter from U+00C0 to U+00FF in UTF-8:
/// what nearly every text here consists of, and what needs no second look. The rest is to be looked at
/// character by character.
std::size_t plain_run(std::string_view text);

}  // namespace spoc::core
