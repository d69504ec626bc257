#pragma once

#include <span>
#include <string_view>

namespace spoc::render {

/// One file of config/templates, built into the program.
struct BuiltInTemplate {
    std::string_view language;
    std::string_view name;
    std::string_view text;
};

std::span<const BuiltInTemplate> built_in_templates();

}  // namespace spoc::render
