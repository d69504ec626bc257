#include "lib/desk/folder.hpp"

#include <fstream>
#include <iterator>

namespace spoc::desk {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void each_file(const fs::path& folder,
               const std::function<void(const fs::path& file, const std::string& content)>& each) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (entry.symlink_status(failure).type() == fs::file_type::regular) {
            each(entry.path(), content_of(entry.path()));
        }
    }
}

}  // namespace spoc::desk
