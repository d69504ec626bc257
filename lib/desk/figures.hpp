#pragma once

#include <vector>

#include "lib/core/movements.hpp"
#include "lib/core/notice.hpp"
#include "lib/core/rates.hpp"
#include "lib/desk/desk.hpp"
#include "lib/desk/wishes.hpp"

namespace spoc::desk {

/// How a system stood at the end of a period, and what happened in it. Counted from the events by the time at
/// which they occurred, so that a past period counts the same today as then, but for what was written down
/// late.
struct Figures {
    core::Period period;  ///< ends now at the latest
    core::Movements movements;
    std::vector<core::CaseSummary> open;  ///< the defects that were open at the end, most urgent first
    std::vector<RankedWish> wishes;       ///< those that weigh most first
    std::int64_t wishes_recorded = 0;
    std::int64_t wishes_decided = 0;
    core::Rates rates;
    std::vector<core::Notice> notices;  ///< told in the period
    core::Seconds downtime{};           ///< that nobody had announced

    std::int64_t overdue() const;
    std::int64_t to_verify() const;
};

Figures figures(const Desk& desk, const core::System& system, const core::Period& period);

/// The same for programs.
core::Value figures_value(const Figures& figures, const core::Zone& zone);

}  // namespace spoc::desk
