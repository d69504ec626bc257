#pragma once

#include <optional>
#include <string_view>

#include "lib/core/time.hpp"

namespace spoc::mime {

/// Reads the date of a mail: RFC 5322 with its obsolete forms (no weekday, years of two digits, no seconds,
/// names of zones, comments), the form of asctime, and RFC 3339. A zone that nobody knows, or none, is UTC.
/// Absent if anything is left to guess.
std::optional<core::Timestamp> read_mail_date(std::string_view header);

}  // namespace spoc::mime
