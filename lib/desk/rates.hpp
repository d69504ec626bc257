#pragma once

#include <string_view>

#include "lib/core/rates.hpp"
#include "lib/desk/desk.hpp"
#include "lib/render/wording.hpp"

namespace spoc::desk {

/// The rates of a period, over the defects of a system, or of all if `system` is empty.
core::Rates rates(const Desk& desk, std::string_view system, const core::Period& period);

/// The month that `typed` names ("2026-11"), or a year ("2026"), or two days ("2026-10-01..2026-12-31");
/// empty: the month that `desk.now` lies in. In the zone of the first system. Throws Misuse.
core::Period period(const Desk& desk, std::string_view typed);

/// From its first day to its last, in words.
std::string period_text(const render::Wording& say, const core::Period& period, const core::Zone& zone);

/// What a letter says of one rate: `clock`, `percent`, `met`, `all`, `wanted`.
core::Value rate_line(const std::string& heading, const core::Rate& rate);

}  // namespace spoc::desk
