#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace spoc::desk {

/// What stands in a file; nothing if it cannot be read.
std::string content_of(const std::filesystem::path& file);

/// Calls `each` for the plain files of a folder with what stands in them. Links are not followed; a folder
/// that is not there has no files.
void each_file(
    const std::filesystem::path& folder,
    const std::function<void(const std::filesystem::path& file, const std::string& content)>& each);

}  // namespace spoc::desk
