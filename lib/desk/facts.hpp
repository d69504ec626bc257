#pragma once

#include "lib/desk/desk.hpp"
#include "lib/render/wording.hpp"

namespace spoc::desk {

/// Puts the facts of a case into the values of a letter to these receivers: its deadlines and how late they
/// are, what the agreement is, the reminders and answers, and what happened.
void add_facts(core::Value& values, const Desk& desk, const CaseFile& file,
               std::span<const core::Party* const> to, const render::Wording& say);

/// Puts in how often the deadlines of the case's category were held lately: `period` and the list `rates`.
void add_rates(core::Value& values, const Desk& desk, const core::Case& content, const render::Wording& say);

/// What the agreement calls the category of a case; empty if it has none.
std::string category_name(const Desk& desk, const core::Case& content);

}  // namespace spoc::desk
