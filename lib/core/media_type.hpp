#pragma once

#include <string_view>

namespace spoc::core {

/// The media type of a file, by what it begins with and by the ending of its name; unknown content is
/// "application/octet-stream".
std::string_view media_type(std::string_view name, std::string_view content);

}  // namespace spoc::core
