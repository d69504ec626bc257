#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace spoc::core {

/// A point on the UTC line, in whole seconds.
using Instant = std::chrono::sys_seconds;
/// A length of time, in whole seconds.
using Seconds = std::chrono::seconds;
/// A civil date and time with no zone: what a clock on the wall shows.
using Civil = std::chrono::local_seconds;
/// A civil date.
using Date = std::chrono::year_month_day;

/// The rules of one time zone. The process's own zone never matters.
class Zone {
public:
    Zone() = default;
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    virtual ~Zone() = default;

    /// The IANA name, such as "Europe/Copenhagen".
    virtual const std::string& name() const = 0;
    /// What a clock on the wall shows at `instant`.
    virtual Civil civil(Instant instant) const = 0;
    /// When the wall shows `civil`. In the hour that a clock change skips it is the instant of the change,
    /// in the hour that it repeats the first of the two.
    virtual Instant instant(Civil civil) const = 0;
    /// Every instant at which the wall shows `civil`: none in a skipped hour, two in a repeated one.
    virtual std::vector<Instant> readings(Civil civil) const = 0;

    /// The civil date at `instant`.
    Date date(Instant at) const { return Date{std::chrono::floor<std::chrono::days>(civil(at))}; }
    /// How far the wall is ahead of UTC at `instant`.
    Seconds offset(Instant at) const { return civil(at).time_since_epoch() - at.time_since_epoch(); }
};

}  // namespace spoc::core
