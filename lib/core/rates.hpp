#pragma once

#include <compare>
#include <map>
#include <span>

#include "lib/core/clock.hpp"

namespace spoc::core {

/// From `from` until just before `until`.
struct Period {
    Instant from;
    Instant until;

    bool holds(Instant at) const { return from <= at && at < until; }
};

/// What a rate is about.
struct RateKey {
    int category = 0;
    ClockName clock = ClockName::response;
    auto operator<=>(const RateKey&) const = default;
};

/// How many clocks met their target and how many missed it.
struct Rate {
    std::int64_t met = 0;
    std::int64_t missed = 0;
    int fractile = 90;  ///< share, in per cent, that the agreement wants

    std::int64_t all() const { return met + missed; }
    /// Share met, in tenths of a per cent, rounded down.
    std::int64_t permille() const { return all() == 0 ? 0 : met * 1000 / all(); }
    bool held() const { return met * 100 >= all() * fractile; }
};

using Rates = std::map<RateKey, Rate>;

/// Counts the clocks of a case that stopped, or were missed, within a period. A clock that is open and not
/// yet due counts in neither; nor does one that is void. Status updates are one clock, missed if any of its
/// rounds was.
void count(Rates& rates, std::span<const Clock> clocks, RateKey key, int fractile, const Period& period);

}  // namespace spoc::core
