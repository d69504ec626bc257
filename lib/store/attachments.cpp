#include "lib/store/attachments.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/store/digest.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace spoc::store {

namespace {

constexpr std::size_t digest_length = 64;

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw core::StoreError("the attachment {} cannot be written: {}", file.string(),
                           std::generic_category().message(errno));
}

/// A file descriptor that is closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    int number() const { return number_; }

private:
    int number_;
};

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) {
        fail(folder);
    }
}

/// A link that another user made could lead anywhere; the user's own is followed.
void refuse_foreign_link(const std::filesystem::path& folder) {
    struct stat status {};
    const bool is_link = ::lstat(folder.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
    if (is_link && status.st_uid != ::geteuid() && status.st_uid != 0) {
        throw core::StoreError("{} is a link that another user made, and is not followed", folder.string());
    }
}

void make_folder(const std::filesystem::path& folder) {
    refuse_foreign_link(folder);
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
        const auto above = folder.parent_path();
        sync_folder(above.empty() ? "." : above);
    } else if (errno != EEXIST) {
        fail(folder);
    }
}

void write_all(int descriptor, std::string_view content, const std::filesystem::path& file) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR) {
            fail(file);
        }
        content.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

void write_synced(const std::filesystem::path& file, std::string_view content) {
    ::unlink(file.c_str());
    const Descriptor descriptor(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (descriptor.number() < 0) {
        fail(file);
    }
    write_all(descriptor.number(), content, file);
    if (::fsync(descriptor.number()) != 0) {
        fail(file);
    }
}

/// Writes a file, whole and lasting, or leaves nothing of it.
void write_whole(const std::filesystem::path& file, const std::filesystem::path& unfinished,
                 std::string_view content) {
    try {
        write_synced(unfinished, content);
        if (::rename(unfinished.c_str(), file.c_str()) != 0) {
            fail(file);
        }
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
    sync_folder(file.parent_path());
}

bool is_digest(std::string_view text) {
    return text.size() == digest_length &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

[[noreturn]] void fail_missing(std::string_view digest) {
    throw core::NotFound("there is no attachment {}", digest);
}

}  // namespace

std::filesystem::path Attachments::file(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2);
}

std::string Attachments::keep(std::string_view content) {
    auto digest = hex(sha256(content));
    if (folder_.empty()) {
        in_memory_.try_emplace(digest, content);
        return digest;
    }
    const auto target = file(digest);
    std::error_code unknown;
    if (std::filesystem::file_size(target, unknown) == content.size()) {
        return digest;
    }
    make_folder(folder_);
    make_folder(target.parent_path());
    const std::filesystem::path unfinished = fmt::format("{}.{}.part", target.string(), ::getpid());
    write_whole(target, unfinished, content);
    return digest;
}

std::string Attachments::read(std::string_view digest) const {
    if (folder_.empty()) {
        const auto found = in_memory_.find(digest);
        if (found == in_memory_.end()) {
            fail_missing(digest);
        }
        return found->second;
    }
    std::ifstream in;
    if (is_digest(digest)) {
        in.open(file(digest), std::ios::binary);
    }
    if (!in.is_open()) {
        fail_missing(digest);
    }
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (hex(sha256(content)) != digest) {
        throw core::StoreError("the attachment {} is damaged: its content no longer fits its digest",
                               file(digest).string());
    }
    return content;
}

bool Attachments::has(std::string_view digest) const {
    return folder_.empty() ? in_memory_.contains(digest)
                           : is_digest(digest) && std::filesystem::exists(file(digest));
}

void Attachments::remove(std::string_view digest) {
    if (folder_.empty()) {
        in_memory_.erase(std::string(digest));
    } else if (is_digest(digest) && ::unlink(file(digest).c_str()) != 0 && errno != ENOENT) {
        throw core::StoreError("the attachment {} cannot be removed: {}", file(digest).string(),
                               std::generic_category().message(errno));
    }
}

std::vector<std::string> Attachments::digests() const {
    std::vector<std::string> found;
    std::error_code absent;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_, absent)) {
        auto digest = entry.path().parent_path().filename().string() + entry.path().filename().string();
        if (is_digest(digest)) {
            found.push_back(std::move(digest));
        }
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace spoc::store
