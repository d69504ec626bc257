#pragma once

#include <string_view>
#include <vector>

namespace spoc::cmd {

/// Command lines to begin with, for `-h`: those of a verb, or of all verbs of a noun.
std::vector<std::string_view> help_examples(std::string_view noun, std::string_view verb);

}  // namespace spoc::cmd
