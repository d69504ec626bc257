#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace spoc::cmd {

/// How the user's language shows a word of the log.
using Shown = std::function<std::string(std::string_view word)>;

/// The one of `words` that was typed for an option: as it stands, or as the user's language shows it, in any
/// case. Throws Misuse, with all of them, if it is none.
std::string chosen(std::string_view option, const std::string& typed, std::span<const std::string_view> words,
                   const Shown& shown);

}  // namespace spoc::cmd
