#pragma once

#include "lib/core/rates.hpp"
#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// The page for the system manager: how the cases of a system stood in a period, by the template `brief`. An
/// empty `system` means the first one.
Outgoing brief_letter(const Desk& desk, const std::string& system, const core::Period& period,
                      const std::string& text);

}  // namespace spoc::desk
