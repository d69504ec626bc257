#pragma once

#include <string_view>

#include "lib/core/value.hpp"

namespace spoc::settings {

/// Reads a defect report that was written down as TOML into the members of `recorded`: `title`, `category`,
/// `retest` (a list) and the fields of `core::defect_fields`. `source` names the text in errors. Throws
/// Misuse with line, key and what is wrong for anything that is no TOML, no field of a report, or of the
/// wrong type.
core::Value read_report_file(std::string_view text, std::string_view source);

}  // namespace spoc::settings
