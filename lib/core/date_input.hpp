#pragma once

#include <string_view>

#include "lib/core/time.hpp"

namespace spoc::core {

/// Where a time that people type lies as far as their words leave it open: `14:30`, `man`, `7. april`.
enum class Direction {
    past,    ///< of something that happened
    future,  ///< of a deadline or a promise
};

/// What a day stands for that is typed without a time.
enum class BareDay {
    begins,  ///< its first second
    ends,    ///< its last second, as in "by Friday"
};

/// What a typed time is read against.
struct TimeReading {
    Instant now;
    const Zone& zone;
    Direction direction = Direction::past;
    BareDay bare_day = BareDay::begins;
};

/// Reads a time that people type, in English or Danish:
/// RFC 3339; `2026-11-20 14:30`; `2026-11-20`; `20.11.2026 14.30`, `20/11`, `20. nov. kl. 9`, `20 Nov`;
/// `14:30`, `kl. 14.30`, `9am`; `now`, `nu`; `-2h`, `+3d`, `2 timer siden`, `in 2 days`, `om 2 dage`;
/// `yesterday 9:15`, `i går 9.15`, `today`, `i morgen`, `overmorgen`; `man`, `fredag 9`, `last Friday`,
/// `next Monday`, `sidste fredag`, `næste mandag`.
/// A day without a time is its beginning; what is open lies on the nearest day in `direction`, today included
/// for a time of day that fits. Throws Misuse: for what cannot be read, and for a time that the clock change
/// skips or repeats, naming the two readings.
Timestamp read_time(std::string_view typed, const TimeReading& reading);

}  // namespace spoc::core
