#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/error.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::tests {

/// Everything that is wrong with a configuration, a line each; empty if nothing is.
inline std::vector<std::string> faults_of(std::string_view text) {
    std::vector<std::string> lines;
    try {
        settings::load_text(text, "spoc.toml");
    } catch (const core::ConfigError& error) {
        lines.push_back(error.sentence().english());
        for (const auto& detail : error.details()) {
            lines.push_back(detail.english());
        }
    }
    return lines;
}

/// The one thing that is wrong; several are shown one after the other, so that a comparison fails.
inline std::string fault_of(std::string_view text) {
    std::string all;
    for (const auto& line : faults_of(text)) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return all;
}

}  // namespace spoc::tests
