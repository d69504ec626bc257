#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/core/summary.hpp"

namespace spoc::core {

/// The step of the ladder that is next for a case, and when it is due.
struct RungProposal {
    std::string rung;
    std::optional<ClockName> clock;  ///< absent: for failed fixes, slipped promises or reopenings
    Instant at;                      ///< from then on it is proposed
};

/// The earliest next step: for each clock that still runs, and for each condition that is no clock's, the
/// lowest rung that speaks of it and was not yet used for it. A rung is not proposed before the one below has
/// had its own time to be answered in. Nothing for a case that is closed, not reported, or whose fix awaits
/// our verdict.
std::optional<RungProposal> next_proposal(const History& history, const Case& folded,
                                          std::span<const Clock> clocks, const Rules& rules);

/// The rung above the highest one that was used for whatever reason; the lowest if none was, the highest if
/// all were.
std::size_t next_rung_index(const History& history, const Rules& rules);

/// Until when a rung that is used at `at` has time to answer, in the municipality's hours; absent if the
/// ladder gives none.
std::optional<Instant> answer_by(const Rung& rung, const Rules& rules, Instant at);

/// The place of a rung on the ladder. Throws NotFound.
std::size_t rung_index(const Rules& rules, std::string_view name);

/// Something that KOMBIT would ask about before it acts.
struct Weakness {
    std::string code;  ///< such as "no-vendor-ref"
    Sentence text;
};

/// What is weak about escalating a case as it stands at `now`.
std::vector<Weakness> weaknesses(const History& history, const Case& folded, std::span<const Clock> clocks,
                                 const Rules& rules, std::span<const Interface> interfaces, Instant now);

}  // namespace spoc::core
