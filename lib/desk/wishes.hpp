#pragma once

#include <string>
#include <vector>

#include "lib/core/wish.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/wording.hpp"

namespace spoc::desk {

/// A wish and what it weighs.
struct RankedWish {
    core::CaseSummary summary;
    core::Wish wish;

    /// Whether the system manager has it and has not decided.
    bool awaits_owner() const;
    /// Whether nobody has decided on it.
    bool is_unanswered() const { return wish.outcome.empty(); }
    /// Whole days since it was handed on, else since it was recorded.
    std::int64_t days(core::Instant now) const;
};

/// Puts those that weigh most first; of two that weigh the same the older.
void rank(std::vector<RankedWish>& wishes);

/// The wishes that fit, ranked.
std::vector<RankedWish> ranked_wishes(const Desk& desk, const store::CaseFilter& filter);

/// "8 = 2 backers + 5 × 1 other municipalities + 1 hours a month".
std::string explained(const render::Wording& say, const core::WishScore& score);

/// The list as Markdown and as a page, for a meeting or an intranet, by the templates `wishlist` and
/// `wishlist-page`.
Outgoing wish_list(const Desk& desk, const std::vector<RankedWish>& wishes, const render::Wording& say);

}  // namespace spoc::desk
