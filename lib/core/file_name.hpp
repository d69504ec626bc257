#pragma once

#include <string>
#include <string_view>

namespace spoc::core {

/// A name from outside as a name for a file in a folder of ours: its last path component, without control
/// characters and leading dots and tildes, at most 255 bytes of UTF-8, never empty and never the name of a
/// device.
std::string safe_file_name(std::string_view name);

}  // namespace spoc::core
