#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/rates.hpp"

namespace spoc::core {

/// How the cases moved in one week, from Monday to Sunday, or up to the end of what is counted.
struct WeekOfCases {
    Instant begins;
    std::int64_t opened = 0;  ///< recorded or reopened
    std::int64_t closed = 0;
    std::int64_t open = 0;  ///< at its end
};

/// The ages, in whole days, up to which the open cases are counted together; those that are older come last.
inline constexpr std::array<int, 4> age_limits = {7, 30, 90, 365};

/// What happened to cases in a period, by the times at which it happened.
/// `open_before + recorded + reopened - closed == open`.
struct Movements {
    std::int64_t open_before = 0;  ///< when the period began
    std::int64_t recorded = 0;
    std::int64_t reported = 0;  ///< to the vendor, for the first time
    std::int64_t reopened = 0;
    std::int64_t closed = 0;
    std::int64_t open = 0;  ///< when the period ended
    std::int64_t escalated = 0;
    std::int64_t announced = 0;                              ///< fixes
    std::int64_t failed = 0;                                 ///< verifications
    std::vector<WeekOfCases> weeks;                          ///< oldest first
    std::array<std::int64_t, age_limits.size() + 1> ages{};  ///< of the cases that were open at the end
    std::map<std::string, Seconds> held;                     ///< who had the ball, in real time
};

/// Counts cases one by one.
class MovementCount {
public:
    /// Counts in `period`, and in the `weeks` weeks up to its end.
    MovementCount(const Period& period, int weeks, const Zone& zone);

    /// `history` up to the period's end, and what it adds up to; false if the case was closed by then.
    bool add(const Case& content, const History& history);

    const Movements& result() const { return result_; }

private:
    void open_from(Instant from, Instant until, bool first, bool ends);
    void hold(const BallSpan& span, Instant until);
    std::int64_t& age(Instant recorded);

    Period period_;
    Movements result_;
};

/// The part of a history that happened before `end`.
History happened_before(const History& history, Instant end);

}  // namespace spoc::core
