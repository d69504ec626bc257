#pragma once

#include <optional>
#include <string_view>

namespace spoc::intake {

/// What a named entity of HTML stands for, such as "oslash"; names are case-sensitive.
std::optional<char32_t> named_entity(std::string_view name);

}  // namespace spoc::intake
