#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace spoc::core {

/// The word of `known` that `typed` most likely was meant to be; nothing if none is close.
std::optional<std::string> nearest(std::string_view typed, std::span<const std::string_view> known);

}  // namespace spoc::core
