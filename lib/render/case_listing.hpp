#pragma once

#include "lib/core/summary.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/listing.hpp"

namespace spoc::render {

/// One row of a list of cases, as programs see it: the members that `report --json` promises, and some more.
/// Times are in the system's zone.
core::Value case_row(const core::CaseSummary& summary, const core::Zone& zone);

/// The columns of a list of cases. `now` tells what is overdue.
Listing case_listing(const Wording& say, const Reader& reader);

}  // namespace spoc::render
