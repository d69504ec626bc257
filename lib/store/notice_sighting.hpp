#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lib/core/notice.hpp"

namespace spoc::store {

/// Which notices a list holds.
enum class NoticeScope { current, all };

/// What notices are asked for.
struct NoticeFilter {
    NoticeScope scope = NoticeScope::current;
    std::string system;                               ///< only of this system; empty: of any
    std::int64_t limit = 0;                           ///< 0: no limit
    std::optional<core::Instant> changed_since = {};  ///< and those that were told differently since
};

/// What became of a notice that was read.
struct NoticeSighting {
    enum class Change { added, updated, none };

    std::int64_t id = 0;
    Change change = Change::none;
};

}  // namespace spoc::store
