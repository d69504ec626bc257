#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lib/core/agreement.hpp"
#include "lib/core/case.hpp"
#include "lib/core/reckoning.hpp"

namespace spoc::core {

/// What the clocks need to know of a history, gathered in one pass.
struct Track {
    /// A moment, and the category that held when it came.
    struct Mark {
        Instant at;
        std::optional<int> category;
        const Event* event = nullptr;
    };
    /// A failed verification, or a reopening after a fix.
    struct Failure {
        Instant at;
        Instant announced;  ///< when the fix that failed was announced, else `at`
    };
    struct Promise {
        Mark made;
        Instant by;
    };

    std::optional<Mark> reported;  ///< the first report to the vendor
    std::vector<Mark> words;       ///< the vendor's own words since then, receipts left out
    std::vector<Promise> promises;
    std::optional<Mark> workaround;  ///< the first one of the vendor
    std::vector<Failure> failures;
    std::optional<Mark> fixed;  ///< the fix that holds: its announcement, else the verdict
    bool fixed_by_announcement = false;
    std::optional<Instant> awaiting;  ///< the announcement that awaits a verdict, the latest
    std::vector<Pause> holding;       ///< by holders of the ball, and while the case was closed
    std::vector<Pause> verdicts;      ///< while a fix awaited a verdict
    std::optional<Instant> closed;    ///< it is closed now, since then
    std::optional<int> category;      ///< at the end of the history
    std::vector<Mark> categories;     ///< each change, with the category it changed to
};

/// Gathers a track. `agreement` decides who pauses, and whether a workaround lowers the category.
Track track(const History& history, const Case& folded, const AgreementTerms& agreement,
            std::string_view vendor);

}  // namespace spoc::core
