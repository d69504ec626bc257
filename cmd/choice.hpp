#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lib/render/wording.hpp"

namespace spoc::cmd {

class World;

/// How the user's language shows a word of the log.
using Shown = std::string (*)(const render::Wording& say, std::string_view word);

/// The one of `words` that was typed for an option: as it stands, or as the user's language shows it, in any
/// case. Throws Misuse, with all of them, if it is none; for programs as they stand alone.
std::string chosen(std::string_view option, const std::string& typed, std::span<const std::string_view> words,
                   Shown shown, World& world);

}  // namespace spoc::cmd
