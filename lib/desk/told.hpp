#pragma once

#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// What of a case's history may be told to a party: what happened to the case, and what was said between us
/// and those whom the party may hear. The vendor hears itself. Who stands higher on the ladder hears those
/// below. The highest, who judges between all, hears every party but the system manager. Nobody hears what
/// the municipality wrote down for itself, nor what a colleague said.
core::History told(const Desk& desk, const core::History& history, const core::Party& to);

}  // namespace spoc::desk
