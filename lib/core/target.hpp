#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// How long something may take, in the unit that the agreement counts in.
struct Target {
    enum class Unit {
        real_minutes,  ///< `30min`: round the clock
        real_hours,    ///< `4h`
        open_minutes,  ///< `90bmin`: while the calendar is open
        open_hours,    ///< `8bh`
        working_days,  ///< `2bd`: the close of the n-th working day after the starting day
    };

    std::int64_t amount = 0;
    Unit unit = Unit::real_hours;

    bool is_real() const { return unit == Unit::real_minutes || unit == Unit::real_hours; }
    bool is_open_time() const { return unit == Unit::open_minutes || unit == Unit::open_hours; }
    bool is_working_days() const { return unit == Unit::working_days; }
    /// The length of a target that is no working days.
    Seconds length() const;

    bool operator==(const Target&) const = default;
};

/// Reads "30min", "4h", "90bmin", "8bh" or "2bd". Throws Misuse that says what is wrong and what would be
/// right.
Target parse_target(std::string_view text);

/// As it is written: "8bh".
std::string text(const Target& target);

}  // namespace spoc::core
