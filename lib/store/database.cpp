#include "lib/store/database.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/store/migrations.hpp"
#include "lib/store/sqlite_memory.hpp"
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace spoc::store {

namespace {

using namespace std::chrono_literals;

/// The process that writes to the store now, as far as the system tells: in WAL mode a writer holds the byte
/// 120 of the shared-memory file (sqlite.org/walformat.html, "WAL locks"). The file stays open: to close it
/// would drop the locks that this process's own connection has on it.
std::optional<pid_t> writer_of(const std::string& path) {
    const int file = ::open((path + "-shm").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return std::nullopt;
    }
    struct flock lock {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 120;
    lock.l_len = 1;
    const bool held = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0;
    return held ? std::optional(lock.l_pid) : std::nullopt;
}

[[noreturn]] void fail_busy(const std::string& path, std::chrono::milliseconds waited) {
    const auto seconds = static_cast<double>(waited.count()) / 1000;
    if (const auto writer = writer_of(path)) {
        throw core::StoreError("the store {} is being written by process {}; gave up after {} seconds", path,
                               *writer, seconds);
    }
    throw core::StoreError("the store {} is in use by another program; gave up after {} seconds", path,
                           seconds);
}

[[noreturn]] void fail_file(const std::string& path, int number) {
    throw core::StoreError("the store {} cannot be opened: {}", path,
                           std::generic_category().message(number));
}

/// The entry of a new file lasts once its folder is synced. A folder that cannot be is no reason to stop.
void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        static_cast<void>(::fsync(descriptor));
        ::close(descriptor);
    }
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// Makes the folder, readable to its owner only, with those above it that are missing.
void make_folder(const std::filesystem::path& folder, const std::string& path) {
    if (folder.empty() || ::access(folder.c_str(), F_OK) == 0) {
        return;
    }
    make_folder(folder.parent_path(), path);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        fail_file(path, errno);
    }
    sync_folder(folder_of(folder));
}

/// A link in the store's place that another user made could lead anywhere; the user's own is followed.
void refuse_foreign_link(const std::string& path) {
    struct stat status {};
    const bool is_link = ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
    if (is_link && status.st_uid != ::geteuid() && status.st_uid != 0) {
        throw core::StoreError("{} is a link that another user made, and is not followed", path);
    }
}

/// Makes the file if there is none. An existing one is not opened: closing it would drop the locks that
/// another connection of this process holds on it.
void make_file(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            fail_file(path, EISDIR);
        }
        return;
    }
    make_folder(std::filesystem::path(path).parent_path(), path);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0 && errno != EEXIST) {
        fail_file(path, errno);
    }
    if (file >= 0) {
        ::close(file);
        sync_folder(folder_of(path));
    }
}

/// One thread alone uses SQLite, and nobody asks how much memory it has taken: both are counted and locked
/// for at every allocation unless it is told so, once, before it is used.
void be_alone() {
    [[maybe_unused]] static const bool told = [] {
        give_sqlite_memory();
        return sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) == SQLITE_OK &&
               sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    }();
}

int open_flags(Database::Access access) {
    return SQLITE_OPEN_NOMUTEX |
           (access == Database::Access::read_only ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE);
}

}  // namespace

Database::Database(const std::string& path, Access access, std::chrono::milliseconds wait)
    : path_(path), patience_{wait, {}} {
    be_alone();
    try {
        connection_ = std::make_unique<SQLite::Database>(path, open_flags(access));
    } catch (const SQLite::Exception& error) {
        fail(error);
    }
    sqlite3_busy_handler(connection_->getHandle(), &Database::wait_for_writer, &patience_);
}

Database::~Database() = default;

int Database::wait_for_writer(void* patience, int calls) {
    auto& waiting = *static_cast<Patience*>(patience);
    const auto now = std::chrono::steady_clock::now();
    if (calls == 0) {
        waiting.since = now;
    }
    if (now - waiting.since >= waiting.wait) {
        return 0;
    }
    // Short and uneven naps: nobody is overtaken for long, and nobody keeps step with anybody.
    std::this_thread::sleep_for(500us + 137us * ((calls * 7 + ::getpid()) % 23));
    return 1;
}

void Database::fail(const SQLite::Exception& error) const {
    switch (error.getErrorCode() & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            fail_busy(path_, patience_.wait);
        case SQLITE_FULL:
            throw core::StoreError("the disk that holds the store {} is full", path_);
        case SQLITE_READONLY:
            throw core::StoreError("the store {} cannot be written: {}", path_, error.getErrorStr());
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw core::StoreError("the store {} cannot be opened: {}", path_, error.getErrorStr());
        case SQLITE_NOTADB:
            throw core::StoreError("{} is no store of spoc", path_);
        case SQLITE_CORRUPT:
            throw core::StoreError("the store {} is damaged: {}", path_, error.what());
        default:
            throw core::StoreError("the store {} cannot be used: {}", path_, error.what());
    }
}

void Database::fail(int code) const {
    fail(SQLite::Exception(connection_->getHandle(), code));
}

void Database::write_held_back() {
    if (const auto write = std::exchange(held_back_, nullptr)) {
        write();
    }
}

void Database::execute(const std::string& sql) {
    write_held_back();
    try {
        connection_->exec(sql);
    } catch (const SQLite::Exception& error) {
        fail(error);
    }
}

void Database::begin() {
    execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
}

bool Database::begin_at_once() {
    execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
    const auto wait = std::exchange(patience_.wait, 0ms);
    const int code = connection_->tryExec("BEGIN IMMEDIATE");
    patience_.wait = wait;
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        fail(code);
    }
    return code == SQLITE_OK;
}

void Database::commit() {
    int moved = 0;
    sqlite3_file_control(connection_->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) {
        throw core::StoreError(
            "the store {} was removed or replaced while this command ran; nothing was recorded", path_);
    }
    execute("COMMIT");
}

void Database::rollback() noexcept {
    held_back_ = nullptr;
    static_cast<void>(connection_->tryExec("ROLLBACK"));
}

void Database::widen_cache() {
    execute("PRAGMA cache_size = -65536");  // KiB
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(connection_->getHandle()) == 0;
}

Statement Database::prepare(std::string_view sql) {
    write_held_back();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection_->getHandle(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
    return Statement(statement);
}

Statement Database::take(const char* sql) {
    write_held_back();
    const auto found = std::ranges::find(idle_, sql, &Prepared::sql);
    if (found == idle_.end()) {
        return prepare(sql);
    }
    auto statement = std::move(found->statement);
    idle_.erase(found);
    return statement;
}

void Database::put_back(const char* sql, Statement statement) noexcept {
    sqlite3_reset(statement.get());
    try {
        idle_.push_back({sql, std::move(statement)});
    } catch (const std::bad_alloc&) {
        return;  // it is prepared again the next time
    }
}

void Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

Snapshot::Snapshot(Database& database) : database_(database), is_mine_(!database.in_transaction()) {
    if (is_mine_) {
        database_.execute("BEGIN");
    }
}

Snapshot::~Snapshot() {
    if (is_mine_) {
        database_.rollback();
    }
}

Query::Query(Database& database, const std::string& sql)
    : database_(database), statement_(database.prepare(sql)) {}

Query::~Query() {
    if (sql_ != nullptr) {
        database_.put_back(sql_, std::move(statement_));
    }
}

bool Query::next() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        database_.fail(code);
    }
    return code == SQLITE_ROW;
}

std::int64_t Query::run() {
    if (next()) {
        database_.fail(SQLITE_ERROR);  // what gives rows is read with next()
    }
    const auto changed = sqlite3_changes(database_.connection().getHandle());
    sqlite3_reset(statement_.get());
    bound_ = 0;
    return changed;
}

bool Query::is_null(int column) const {
    assert(column < sqlite3_data_count(statement_.get()));
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
    assert(column < sqlite3_data_count(statement_.get()));
    return sqlite3_column_int64(statement_.get(), column);
}

int Query::number(int column) const {
    assert(column < sqlite3_data_count(statement_.get()));
    return sqlite3_column_int(statement_.get(), column);
}

std::string_view Query::view(int column) const {
    assert(column < sqlite3_data_count(statement_.get()));
    auto* const cell = sqlite3_column_value(statement_.get(), column);  // may be read: there is one thread
    const auto* const bytes = static_cast<const char*>(sqlite3_value_blob(cell));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view{bytes, static_cast<std::size_t>(sqlite3_value_bytes(cell))};
}

int Query::columns() const {
    return sqlite3_column_count(statement_.get());
}

std::optional<std::int64_t> Query::optional_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<core::Instant> Query::optional_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
}

void Query::bind_integer(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), bound_, value));
}

void Query::bind_text(std::string_view value) {
    check(sqlite3_bind_text64(statement_.get(), bound_, value.empty() ? "" : value.data(), value.size(),
                              is_lent_ ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind_blob(std::string_view value) {
    check(sqlite3_bind_blob64(statement_.get(), bound_, value.empty() ? "" : value.data(), value.size(),
                              is_lent_ ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

void Query::bind_null() {
    ++bound_;
    check(sqlite3_bind_null(statement_.get(), bound_));
}

void Query::check(int code) const {
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
}

std::unique_ptr<Database> open_file(const std::string& path, std::chrono::milliseconds wait) {
    for (const auto* const suffix : {"", "-wal", "-shm"}) {
        refuse_foreign_link(path + suffix);
    }
    make_file(path);
    auto database = std::make_unique<Database>(path, Database::Access::read_write, wait);
    migrate(*database);
    return database;
}

}  // namespace spoc::store
