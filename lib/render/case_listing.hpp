#pragma once

#include "lib/core/summary.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/listing.hpp"

namespace spoc::render {

/// One row of a list of cases, as programs see it: the members that `report --json` promises, and some more.
/// Times are in the system's zone.
core::Value case_row(const core::CaseSummary& summary, const core::Zone& zone);

/// Appends a case as a line of the plain list: what the columns of `case_listing` hold, divided by tabs.
/// Lists of all cases are long, and this is many times faster than to go by case_row().
void append_case_line(std::string& out, const core::CaseSummary& summary, const core::Zone& zone);

/// The columns of a list of cases. `now` tells what is overdue.
Listing case_listing(const Wording& say, const Reader& reader);

}  // namespace spoc::render
