#include "lib/delivery/courier.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/chrono.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

namespace spoc::delivery {

namespace {

[[noreturn]] void refuse(const std::string& path, int failure) {
    throw core::OutsideError("the message cannot be written to {}: {}", path, std::strerror(failure));
}

/// The characters of an id that are safe in the name of a file.
std::string safe_part(const std::string& message_id) {
    std::string part = message_id.substr(0, 100);
    std::ranges::replace_if(
        part,
        [](char c) {
            const auto lower = static_cast<char>(c | 0x20);
            return !(c >= '0' && c <= '9') && !(lower >= 'a' && lower <= 'z') && c != '-' && c != '@' &&
                   c != '.';
        },
        '_');
    return part.empty() ? "message" : part;
}

/// The name of a message without its ending; names sort by time.
std::string name_of(const Envelope& envelope) {
    return fmt::format("{:%Y%m%dT%H%M%SZ}-{}", fmt::gmtime(envelope.at.time_since_epoch().count()),
                       safe_part(envelope.message_id));
}

/// A file that is being written, and that is gone again unless it was kept.
class NewFile {
public:
    NewFile(const std::string& folder, const std::string& name)
        : path_(folder + "/." + name + ".tmp-" + std::to_string(getpid())),
          number_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {
        if (number_ < 0) {
            refuse(path_, errno);
        }
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        close(number_);
        unlink(path_.c_str());
    }

    void write(const std::string& bytes) {
        std::size_t written = 0;
        while (written < bytes.size()) {
            const auto size = ::write(number_, bytes.data() + written, bytes.size() - written);
            if (size < 0 && errno != EINTR) {
                refuse(path_, errno);
            }
            written += size > 0 ? static_cast<std::size_t>(size) : 0;
        }
        if (fsync(number_) != 0) {
            refuse(path_, errno);
        }
    }

    /// Gives it its name, or another one if that is taken.
    void keep(const std::string& folder, const std::string& name) const {
        for (int count = 1; count < 10'000; ++count) {
            const auto path = count == 1 ? fmt::format("{}/{}.eml", folder, name)
                                         : fmt::format("{}/{}-{}.eml", folder, name, count);
            if (link(path_.c_str(), path.c_str()) == 0 ||
                (errno == EPERM &&
                 renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0)) {
                return;
            }
            if (errno != EEXIST) {
                refuse(path, errno);
            }
        }
        refuse(folder, EEXIST);
    }

    void take_place_of(const std::string& path) const {
        if (rename(path_.c_str(), path.c_str()) != 0) {
            refuse(path, errno);
        }
    }

private:
    std::string path_;
    int number_;
};

/// A link in the place of the folder that another user made could lead anywhere; the user's own is followed.
void refuse_foreign_link(const std::string& folder) {
    struct stat status {};
    const bool is_link = lstat(folder.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
    if (is_link && status.st_uid != geteuid() && status.st_uid != 0) {
        throw core::OutsideError("{} is a link that another user made, and is not followed", folder);
    }
}

/// Makes sure that the names in a folder outlive a power cut. Gives the number of the failure, or 0.
int sync_names(const std::string& folder) {
    const int number = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int failure = number >= 0 && fsync(number) == 0 ? 0 : errno;
    if (number >= 0) {
        close(number);
    }
    return failure;
}

/// Makes the folder, for its owner only, with those above it that are missing, so that it outlives a power
/// cut.
void make_folder(const std::filesystem::path& folder) {
    if (folder.empty() || access(folder.c_str(), F_OK) == 0) {
        return;
    }
    const auto above = folder.parent_path();
    make_folder(above);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        refuse(folder, errno);
    }
    if (const int failure = sync_names(above.empty() ? "." : above.string()); failure != 0) {
        rmdir(folder.c_str());
        refuse(folder, failure);
    }
}

void keep_names(const std::string& folder) {
    if (const int failure = sync_names(folder); failure != 0) {
        throw Uncertain("the message stands in {}, but the disk did not confirm it: {}", folder,
                        std::strerror(failure));
    }
}

std::string first_line(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string()
                                      : text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

}  // namespace

std::vector<std::string> files_of(const std::string& folder, const Envelope& envelope) {
    const auto name = name_of(envelope);
    std::vector<std::string> found;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        const auto file = entry.path().filename().string();
        if (file.starts_with(name) && file.ends_with(".eml") &&
            entry.symlink_status(failure).type() == std::filesystem::file_type::regular) {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

void rewrite_file(const std::string& path, const std::string& bytes) {
    const std::filesystem::path whole(path);
    const auto folder = whole.parent_path().string();
    NewFile file(folder, whole.filename().string());
    file.write(bytes);
    file.take_place_of(path);
    keep_names(folder);
}

void FileCourier::deliver(const std::string& message, const Envelope& envelope) {
    refuse_foreign_link(folder_);
    make_folder(folder_);
    const auto name = name_of(envelope);
    NewFile file(folder_, name);
    file.write(message);
    file.keep(folder_, name);
    keep_names(folder_);
}

void SendmailCourier::deliver(const std::string& message, const Envelope&) {
    const auto name = command_.empty() ? std::string() : command_.front();
    const auto result = run_({.command = command_, .input = message});
    if (result.timed_out) {
        throw Uncertain("the mail program {} took too long", name);
    }
    if (result.too_much) {
        throw Uncertain("the mail program {} said more than anybody would read", name);
    }
    if (result.signal != 0) {
        throw Uncertain("the mail program {} was ended by signal {}", name, result.signal);
    }
    if (result.status == 127) {
        throw core::OutsideError("the mail program {} cannot be started: {}", name, first_line(result.err));
    }
    if (result.status != 0) {
        const auto reason = first_line(result.err);
        throw reason.empty()
            ? core::OutsideError("the mail program {} ended with status {}", name, result.status)
            : core::OutsideError("the mail program {} refused: {}", name, reason);
    }
}

std::unique_ptr<Courier> make_courier(const CourierChoice& choice, core::RunProgram run) {
    if (choice.courier == "file") {
        return std::make_unique<FileCourier>(choice.folder);
    }
    if (choice.courier == "sendmail") {
        return std::make_unique<SendmailCourier>(choice.command, std::move(run));
    }
    throw core::ConfigError("there is no courier {}; there are file and sendmail", choice.courier);
}

}  // namespace spoc::delivery
