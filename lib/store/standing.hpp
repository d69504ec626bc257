#pragma once

#include <string>
#include <vector>

#include "lib/core/summary.hpp"

namespace spoc::store {

/// What is derived from the events of one case.
struct Standing {
    core::CaseSummary summary;
    std::vector<std::string> references;  ///< folded: by which the case is found beside its number
};

/// Computes it from the events in the order written, and asks the store nothing. The rules' calendars and
/// zone remember what they are asked: one thread at a time may use them.
Standing standing(core::History history, const core::Rules& rules);

}  // namespace spoc::store
