#include "lib/core/rates.hpp"

namespace spoc::core {

void count(Rates& rates, std::span<const Clock> clocks, RateKey key, int fractile, const Period& period) {
    for (const auto& clock : clocks) {
        const bool stopped = clock.stopped_at && period.holds(*clock.stopped_at);
        const bool fell_due = clock.due_at && period.holds(*clock.due_at);
        const bool late_before = clock.misses > 0;  // an earlier round of status updates
        const bool met = clock.state == ClockState::met && stopped && !late_before;
        const bool missed = (clock.state == ClockState::missed || late_before) && (stopped || fell_due);
        if (met || missed) {
            key.clock = clock.name;
            auto& rate = rates[key];
            rate.fractile = fractile;
            ++(met ? rate.met : rate.missed);
        }
    }
}

}  // namespace spoc::core
