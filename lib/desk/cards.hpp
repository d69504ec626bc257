#pragma once

#include <string>
#include <vector>

#include "lib/core/card.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/wording.hpp"

namespace spoc::desk {

/// Every card, those that were used most first.
std::vector<core::Card> cards(const Desk& desk);

/// The card that `reference` names. Throws NotFound.
core::Card card(const Desk& desk, std::string_view reference);

/// A question that was answered in the same words before and is no card yet; nothing if there is none.
std::optional<core::CaseId> answered_alike(const Desk& desk, const core::CaseId& question,
                                           const std::string& answer);

/// Cards as Markdown and as a page, to be put on an intranet, by the templates `cards` and `cards-page`.
Outgoing card_pages(const Desk& desk, const std::vector<core::Card>& cards, const render::Wording& say);

}  // namespace spoc::desk
