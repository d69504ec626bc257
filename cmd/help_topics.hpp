#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spoc::render {
class Wording;
}

namespace spoc::cmd {

/// The names of what `spoc help` explains beside the commands.
std::vector<std::string_view> help_topics();

/// What `spoc help TOPIC` prints; nothing if there is no such topic.
std::optional<std::string> help_topic(std::string_view name, const render::Wording& say);

}  // namespace spoc::cmd
