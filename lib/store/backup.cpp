#include "lib/store/backup.hpp"

#include <new>
#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/store/database.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace spoc::store {

namespace {

constexpr int done = 101;  // SQLITE_DONE

[[noreturn]] void fail(const std::string& to, int number) {
    throw core::StoreError("the copy {} cannot be written: {}", to, std::generic_category().message(number));
}

void create(const std::string& file, const std::string& to) {
    ::unlink(file.c_str());
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        fail(to, errno);
    }
    ::close(descriptor);
}

void remove_all(const std::string& file) noexcept {
    ::unlink(file.c_str());
    try {
        for (const auto* const suffix : {"-journal", "-wal", "-shm"}) {
            ::unlink((file + suffix).c_str());
        }
    } catch (const std::bad_alloc&) {
        return;  // then they stay; what is wrong is told anyway
    }
}

/// In steps, all of one state of the source: its connection reads from the first to the last.
void copy_in_steps(SQLite::Backup& backup, Database& source, const Progress& progress) {
    constexpr int pages_a_step = 2'000;
    int result = 0;
    const Snapshot snapshot(source);
    while ((result = backup.executeStep(pages_a_step)) != done) {
        if (result != 0) {
            throw SQLite::Exception("the source is locked", result);
        }
        const std::int64_t all = backup.getTotalPageCount();
        progress(all - backup.getRemainingPageCount(), all);
    }
}

void copy_pages(Database& source, const std::string& file, const Progress& progress) {
    Database target(file, Database::Access::read_write, std::chrono::seconds{5});
    try {
        SQLite::Backup backup(target.connection(), source.connection());
        if (progress) {
            copy_in_steps(backup, source, progress);
        } else if (const int result = backup.executeStep(); result != done) {
            throw SQLite::Exception("the source is locked", result);
        }
    } catch (const SQLite::Exception& error) {
        source.fail(error);
    }
    target.execute(
        "PRAGMA journal_mode = DELETE");  // one file, complete in itself, until it is opened as a store
    target.execute("PRAGMA journal_mode = WAL");
}

}  // namespace

std::string unfinished_copy(const std::string& to) {
    return fmt::format("{}.{}.part", to, ::getpid());
}

void copy_store(Database& source, const std::string& to, OnExisting on_existing, const Progress& progress) {
    if (::access(to.c_str(), F_OK) == 0) {
        if (on_existing == OnExisting::keep) {
            return;
        }
        throw core::StoreError("{} exists already; a copy never replaces a file", to);
    }
    const auto unfinished = unfinished_copy(to);
    create(unfinished, to);
    try {
        copy_pages(source, unfinished, progress);
        if (::link(unfinished.c_str(), to.c_str()) != 0) {
            fail(to, errno);
        }
    } catch (...) {
        remove_all(unfinished);
        throw;
    }
    ::unlink(unfinished.c_str());
}

}  // namespace spoc::store
