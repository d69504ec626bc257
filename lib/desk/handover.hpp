#pragma once

#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// What somebody must know to stand in for the user: what is to be done first, every open case, what others
/// have promised, what lies in the outbox and whom to turn to. Of one system, the first one if none is named;
/// `period` and `text` are the user's own words.
Outgoing handover(const Desk& desk, const std::string& system, const std::string& period,
                  const std::string& text);

}  // namespace spoc::desk
