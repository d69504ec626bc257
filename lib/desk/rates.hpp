#pragma once

#include <string_view>

#include "lib/core/rates.hpp"
#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// The rates of a period, over the defects of a system, or of all if `system` is empty.
core::Rates rates(const Desk& desk, std::string_view system, const core::Period& period);

/// The month that `typed` names ("2026-11"), or a year ("2026"), or two days ("2026-10-01..2026-12-31");
/// empty: the month that `desk.now` lies in. In the zone of the first system. Throws Misuse.
core::Period period(const Desk& desk, std::string_view typed);

}  // namespace spoc::desk
