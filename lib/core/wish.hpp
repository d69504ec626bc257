#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/case.hpp"

namespace spoc::core {

/// What a wish would save: people × minutes × times a month.
struct Benefit {
    std::int64_t people = 1;
    std::int64_t minutes = 0;
    std::int64_t times = 1;

    std::int64_t minutes_a_month() const { return people * minutes * times; }
    bool operator==(const Benefit&) const = default;
};

/// Reads "12 × 5 × 20", with any words between the numbers: people, minutes, times a month. Nothing if the
/// text does not hold exactly three numbers.
std::optional<Benefit> read_benefit(std::string_view text);

/// Somebody who wants a wish fulfilled.
struct Backer {
    std::string by;
    std::string municipality;  ///< empty: our own
    std::string benefit;       ///< as written
    std::optional<Benefit> saved;
};

/// What counts for a wish. Each part can be shown on its own, so that a rank can be explained.
struct WishScore {
    std::int64_t backers = 0;         ///< different backers
    std::int64_t municipalities = 0;  ///< different other municipalities
    std::int64_t minutes = 0;         ///< saved a month, all backers together

    /// A backer counts 1, another municipality 5 more, and each hour saved a month 1.
    std::int64_t total() const { return backers + 5 * municipalities + minutes / 60; }
    auto operator<=>(const WishScore&) const = default;
};

/// A wish, as its events add up. One who backs it twice counts once, with what was said last.
struct Wish {
    std::vector<Backer> backers;
    WishScore score;
    std::string submitted_to;  ///< the party it was last handed to; empty if none
    std::optional<Timestamp> submitted_at;
    std::string outcome;  ///< of the latest decision; empty if none
    std::string decided_by;
    std::string release;
};

/// Replays the history of a wish. Backers of wishes that were merged into it come as `backed` events of its
/// own.
Wish wish_of(const History& history);

}  // namespace spoc::core
