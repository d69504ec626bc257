#pragma once

#include <cstdint>
#include <string>

namespace spoc::store {

/// The newest event of one origin: what its whole history is vouched for by.
struct ChainHead {
    std::int64_t seq = 0;
    std::string hash;  ///< hexadecimal
};

}  // namespace spoc::store
