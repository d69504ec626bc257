#pragma once

#include <cstdint>
#include <functional>

namespace spoc::store {

/// Is told now and then how much of long work is done, and of how much; 0: nobody knows the whole.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

}  // namespace spoc::store
