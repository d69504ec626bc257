#pragma once

#include <cstdint>
#include <functional>

#include "lib/store/transfer.hpp"

namespace spoc::store {

struct Parts;

/// Takes the lines of an interchange file in one transaction.
ImportReport take_lines(Parts& parts, const LineSource& next, OnFault on_fault,
                        const std::function<void(std::int64_t)>& progress);

}  // namespace spoc::store
