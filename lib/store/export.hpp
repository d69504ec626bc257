#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "lib/core/time.hpp"

namespace spoc::store {

struct Parts;

/// See Store::export_lines.
void give_lines(const Parts& parts, std::optional<core::Instant> since,
                const std::function<void(std::string_view)>& write);

}  // namespace spoc::store
