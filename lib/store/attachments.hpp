#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace spoc::store {

/// Content kept by its SHA-256, in a folder beside the store: `attachments/ab/cdef...`. Readable to its owner
/// only.
class Attachments {
public:
    /// With an empty folder, content is kept in memory.
    explicit Attachments(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Keeps content for good and returns its digest in hexadecimal.
    std::string keep(std::string_view content);
    /// Throws NotFound, or StoreError if the content no longer fits its digest.
    std::string read(std::string_view digest) const;
    bool has(std::string_view digest) const;
    /// The digests of everything that is kept, in order.
    std::vector<std::string> digests() const;
    /// Content that is not wanted any more is gone.
    void remove(std::string_view digest);

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path file(std::string_view digest) const;

    std::filesystem::path folder_;
    std::map<std::string, std::string, std::less<>> in_memory_;
};

}  // namespace spoc::store
