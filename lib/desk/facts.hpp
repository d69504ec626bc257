#pragma once

#include "lib/desk/desk.hpp"
#include "lib/render/wording.hpp"

namespace spoc::desk {

/// Puts the facts of a case into the values of a letter: its deadlines and how late they are, what the
/// agreement is, the reminders and answers, and what happened.
void add_facts(core::Value& values, const Desk& desk, const CaseFile& file, const render::Wording& say);

/// Whether the municipality wrote an event down for itself: no letter and no dossier tells of it.
bool is_for_us_alone(const core::Event& event);

}  // namespace spoc::desk
