#include "cmd/output_file.hpp"

#include <cstdlib>
#include <filesystem>

#include "cmd/interrupt.hpp"
#include "lib/core/error.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace spoc::cmd {

namespace fs = std::filesystem;

OutputFile::OutputFile(const std::string& path) : path_(path) {
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (fs::exists(status) && !fs::is_regular_file(status)) {  // a device or a pipe is written to as it is
        stream_.open(path, std::ios::binary);
    } else {
        target_ = fs::is_symlink(path, failure) ? fs::weakly_canonical(path, failure).string() : path;
        make_beside();
        stream_.open(beside_, std::ios::binary);
    }
    if (!stream_) {
        throw core::Failed("the file {} cannot be written", path_);
    }
}

void OutputFile::make_beside() {
    auto name = target_ + ".XXXXXX";
    const int file = ::mkstemp(name.data());
    if (file < 0) {
        throw core::Failed("the file {} cannot be written", path_);
    }
    ::close(file);
    beside_ = name;
    remove_on_interrupt(beside_);
    std::error_code failure;
    const auto before = fs::status(target_, failure);
    if (fs::exists(before)) {
        fs::permissions(beside_, before.permissions(), failure);
    }
}

OutputFile::~OutputFile() {
    if (!beside_.empty()) {
        stream_.close();
        std::error_code failure;
        fs::remove(beside_, failure);
        remove_on_interrupt({});
    }
}

bool OutputFile::keep() {
    stream_.close();
    bool written = !stream_.fail();
    if (written && !beside_.empty()) {
        const int file = ::open(beside_.c_str(), O_RDONLY | O_CLOEXEC);
        written = file >= 0 && ::fsync(file) == 0;
        ::close(file);
        std::error_code failure;
        if (written) {
            fs::rename(beside_, target_, failure);
        }
        written = written && !failure;
    }
    if (written) {
        beside_.clear();
        remove_on_interrupt({});
    }
    return written;
}

}  // namespace spoc::cmd
