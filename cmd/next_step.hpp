#pragma once

#include <string>

#include "lib/core/summary.hpp"
#include "lib/render/wording.hpp"

namespace spoc::cmd {

/// What the user may type next, now that a case stands like this: "Next: spoc report send BOM-12"; empty if
/// nothing is to be done.
std::string next_step(const core::CaseSummary& summary, core::Instant now, const render::Wording& say);

}  // namespace spoc::cmd
