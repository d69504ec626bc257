#pragma once

#include <span>
#include <string_view>

#include "lib/core/case.hpp"

namespace spoc::core {

/// Throws ImpossibleTransition, with the reason, if an event of this kind cannot be added to the case by its
/// user. Logs that are imported are history and are not asked.
void require_possible(const Case& before, EventKind kind);

/// Throws ImpossibleTransition unless the case is of this type: a wish is not verified, a defect not backed.
void require_type(const Case& before, CaseType type);

/// The words that a case of this type may be closed with.
std::span<const std::string_view> endings(CaseType type);
/// Whether `outcome` is a word that a case of this type may be closed with.
bool closes_as(CaseType type, std::string_view outcome);

}  // namespace spoc::core
