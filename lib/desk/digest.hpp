#pragma once

#include <string>

#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// What a party has of ours that is open: the cases that it has the ball of or that were reported to it,
/// those that are most urgent first; the system manager is told of all. By the template `digest`, in the
/// party's language. `system` may be empty: of every system.
Outgoing digest(const Desk& desk, const core::Party& party, const std::string& system);

}  // namespace spoc::desk
