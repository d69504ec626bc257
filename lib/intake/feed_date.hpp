#pragma once

#include <optional>
#include <string_view>

#include "lib/core/zone.hpp"

namespace spoc::intake {

/// Reads the dates that feeds write: RFC 822 and what is made of it (no weekday or a wrong one, years of two
/// digits, no seconds, names of zones), RFC 3339, and the shortened forms of W3C-DTF. Without a zone, or with
/// one that nobody knows, a time is UTC (RFC 2822, 4.3); a date alone is its first second. Nothing for what
/// cannot be read, or lies before 1900.
std::optional<core::Instant> read_feed_date(std::string_view text);

}  // namespace spoc::intake
