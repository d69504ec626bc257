#include "cmd/attachments.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "lib/core/error.hpp"

namespace spoc::cmd {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
    std::error_code failure;
    std::ifstream file(path, std::ios::binary);
    if (!file || fs::is_directory(path, failure)) {
        throw core::Failed("the file {} cannot be read", path);
    }
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

}  // namespace

std::vector<desk::File> read_files(const std::vector<std::string>& paths, bool anonymised) {
    std::vector<desk::File> files;
    files.reserve(paths.size());
    for (const auto& path : paths) {
        files.push_back({.name = fs::path(path).filename().string(),
                         .content = bytes_of(path),
                         .anonymised = anonymised});
    }
    return files;
}

}  // namespace spoc::cmd
