#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// An instant together with the offset it was written with, so that a log is exported as it was recorded.
struct Timestamp {
    Instant at{};
    std::chrono::minutes offset{};

    auto operator<=>(const Timestamp&) const = default;
};

/// `instant` with the offset of `zone` at that moment.
Timestamp timestamp(Instant instant, const Zone& zone);

/// Reads RFC 3339 with an offset or `Z`. A fraction of a second is dropped. Nothing else is accepted.
std::optional<Timestamp> parse_rfc3339(std::string_view text);

/// "2026-11-02T09:14:00+01:00"; an offset of zero is written "+00:00".
std::string rfc3339(Timestamp timestamp);
void append_rfc3339(std::string& out, Timestamp timestamp);
std::string rfc3339(Instant instant, const Zone& zone);

/// Reads "2026-11-02" if that is a date of the calendar.
std::optional<Date> parse_date(std::string_view text);
/// "2026-11-02".
std::string iso(Date date);

}  // namespace spoc::core
