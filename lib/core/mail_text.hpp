#pragma once

#include <string>
#include <string_view>

namespace spoc::core {

/// What somebody wrote in a mail themselves: without quoted mails, the lines that introduce them, and the
/// signature. The whole text, if nothing would be left.
std::string own_words(std::string_view text);

}  // namespace spoc::core
