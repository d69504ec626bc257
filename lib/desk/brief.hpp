#pragma once

#include "lib/desk/figures.hpp"
#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// The system that `code` names; the first one if it is empty.
const core::System& briefed_system(const Desk& desk, const std::string& code);

/// The period that `typed` names, as period() reads it; empty: since the last brief that was sent, else the
/// month so far.
core::Period brief_period(const Desk& desk, const core::System& system, const std::string& typed);

/// The page for the system manager, as text and as HTML with charts, by the templates `brief` and
/// `brief-page`. When it goes, the store remembers until when it counted.
Outgoing brief_letter(const Desk& desk, const core::System& system, const Figures& figures,
                      const std::string& text);

}  // namespace spoc::desk
