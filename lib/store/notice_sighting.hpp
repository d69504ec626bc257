#pragma once

#include <cstdint>

#include "lib/core/notice.hpp"

namespace spoc::store {

/// Which notices a list holds.
enum class NoticeScope { current, all };

/// What became of a notice that was read.
struct NoticeSighting {
    enum class Change { added, updated, none };

    std::int64_t id = 0;
    Change change = Change::none;
};

}  // namespace spoc::store
