#pragma once

#include <string>

#include "lib/core/notice.hpp"
#include "lib/core/summary.hpp"

namespace spoc::store {

/// A case that a search found, and where the best match stands.
struct SearchHit {
    core::CaseSummary summary;
    core::Event event;  ///< the event whose text fits best
    std::string line;   ///< the line of its text that matched
};

/// A notice that a search found.
struct NoticeHit {
    core::Notice notice;
    std::string line;  ///< the line of its text that matched
};

}  // namespace spoc::store
