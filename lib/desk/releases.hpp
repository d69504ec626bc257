#pragma once

#include <string_view>
#include <vector>

#include "lib/core/release.hpp"
#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// What a release text says, and what it means for the cases that are open.
struct ReleaseReport {
    core::Release release;
    std::vector<core::CaseSummary> open;  ///< the open defects and wishes of the system, by number
    core::ReleaseMatch match;

    /// One of `open`.
    const core::CaseSummary& summary(const core::CaseId& id) const;
    const core::ReleaseItem& item(const core::ReleaseClaim& claim) const { return release.items[claim.item]; }
};

/// Reads a release text that was published at `published`, and holds it against the open cases of `system`.
ReleaseReport read_release(const Desk& desk, std::string_view text, core::Instant published,
                           std::string_view system);

/// Whether a claim can be written down: its case is an open defect that does not await a verdict on this
/// release already.
bool can_be_applied(const ReleaseReport& report, const core::ReleaseClaim& claim);

/// Records that the vendor announces the fix in this release, now.
core::CaseSummary apply(const Desk& desk, const ReleaseReport& report, const core::ReleaseClaim& claim);

}  // namespace spoc::desk
