#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/notice.hpp"

namespace spoc::core {

/// From `from` until just before `until`.
struct TimeSpan {
    Instant from;
    Instant until;
    bool operator==(const TimeSpan&) const = default;
};

/// When a notice says that something was out of order, as it is known at `now`: an incident from its
/// beginning (else its publication) until it was over, a maintenance from start to end. Nothing for other
/// kinds, for what was cancelled, and for what has not begun. What goes on lasts until `now`.
std::optional<TimeSpan> outage(const Notice& notice, Instant now);

/// What a defect might be attributed to.
struct Concern {
    std::string_view system;
    std::span<const std::string> interfaces;  ///< those that the system uses, or the one the defect names
};

/// The notices by which a system, or one of its interfaces, was out of order at `instant`, latest first.
std::vector<Notice> outages_at(Instant instant, std::span<const Notice> notices, const Concern& concern,
                               Instant now);

/// How long incidents kept the concern out of order within `period`, overlaps counted once, less the
/// maintenance that was announced before it began.
Seconds unannounced_downtime(std::span<const Notice> notices, const Concern& concern, TimeSpan period,
                             Instant now);

}  // namespace spoc::core
