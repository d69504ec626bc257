#pragma once

#include <span>

#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// What of a case's history may be told to the receivers of one letter: what happened to the case, and what
/// was said between us and those whom each receiver may hear. The vendor hears itself. Who stands higher on
/// the ladder hears those below. The highest, who judges between all, hears every party. Nobody but the
/// system manager hears the system manager, and nobody hears what the municipality wrote down for itself, nor
/// what a colleague said. An event may be told without its words. The system manager, who is one of us, may
/// get a copy of anything.
core::History told(const Desk& desk, const core::History& history, std::span<const core::Party* const> to);

/// The whole history, with the words taken away that the receivers may not hear: to be reckoned with.
core::History reckoned(const Desk& desk, const core::History& history,
                       std::span<const core::Party* const> to);

}  // namespace spoc::desk
