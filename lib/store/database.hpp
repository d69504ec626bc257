#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "lib/core/time.hpp"

struct sqlite3_stmt;

namespace spoc::store {

/// Ends a statement of SQLite.
struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
};
/// A statement as SQLite has it. SQLite::Statement counts its owners at every cell that is read, which is
/// half of what a long list costs.
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// Bytes for a BLOB column.
struct Blob {
    std::string_view bytes;
};

/// One connection. Every failure of SQLite leaves here as a StoreError that names the file.
class Database {
public:
    enum class Access { read_write, read_only };

    /// Opens the file, which exists, or ":memory:".
    Database(const std::string& path, Access access, std::chrono::milliseconds wait);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    const std::string& path() const { return path_; }
    bool is_file() const { return path_ != ":memory:"; }

    /// Runs statements that give no rows.
    void execute(const std::string& sql);

    /// Starts a transaction that writes; waits for another writer, then gives up.
    void begin();
    /// The same without waiting; false if another program is writing.
    bool begin_at_once();
    void commit();
    /// Gives up what was written since begin(). Never throws.
    void rollback() noexcept;
    bool in_transaction() const;
    /// Has `write` called before the next statement is taken or executed here, or not at all if a rollback
    /// comes first. What asks connection() itself calls write_held_back() before.
    void write_first(std::function<void()> write) { held_back_ = std::move(write); }
    /// Has it called now, if there is something.
    void write_held_back();
    /// Lets this connection keep more of the file in memory, for work that goes all over it.
    void widen_cache();

    SQLite::Database& connection() { return *connection_; }

    /// Throws what `error` means to the user.
    [[noreturn]] void fail(const SQLite::Exception& error) const;
    /// The same of what SQLite gave back.
    [[noreturn]] void fail(int code) const;

private:
    friend class Query;
    struct Prepared {
        const char* sql;
        Statement statement;
    };
    struct Patience {
        std::chrono::milliseconds wait;
        std::chrono::steady_clock::time_point since;
    };
    static int wait_for_writer(void* patience, int calls);

    Statement prepare(std::string_view sql);
    /// Takes a statement out of the cache, or prepares it.
    Statement take(const char* sql);
    void put_back(const char* sql, Statement statement) noexcept;

    std::string path_;
    Patience patience_;
    std::unique_ptr<SQLite::Database> connection_;
    std::vector<Prepared> idle_;
    std::function<void()> held_back_;
};

/// Everything read in its scope is of one moment; and the file is locked and looked at once, not at every
/// query.
class Snapshot {
public:
    explicit Snapshot(Database& database);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

private:
    Database& database_;
    bool is_mine_;  ///< not if there was a transaction already
};

/// Says of a query that the values bound to it outlive its runs, and need not be copied.
struct Lent {};

/// One run of a statement: prepared at most once for a connection, bound, stepped, and reset at the end.
class Query {
public:
    /// `sql` is a literal: its address is what it is remembered by.
    template <typename... Values>
    Query(Database& database, const char* sql, const Values&... values)
        : database_(database), sql_(sql), statement_(database.take(sql)) {
        bind(values...);
    }
    template <typename... Values>
    Query(Lent, Database& database, const char* sql, const Values&... values)
        : database_(database), sql_(sql), statement_(database.take(sql)), is_lent_(true) {
        bind(values...);
    }
    /// For SQL that is put together: prepared for this run only.
    Query(Database& database, const std::string& sql);
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    /// Binds the next parameters.
    template <typename... Values>
    void bind(const Values&... values) {
        (bind_one(values), ...);
    }
    /// Steps to the next row; false if there is none.
    bool next();
    /// Runs to the end and resets, so that it can be bound and run again. Gives the number of rows changed.
    std::int64_t run();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    int number(int column) const;
    /// Text or bytes. The view lasts until the next step.
    std::string_view view(int column) const;
    std::string text(int column) const { return std::string(view(column)); }
    core::Instant instant(int column) const { return core::Instant{core::Seconds{integer(column)}}; }
    std::optional<std::int64_t> optional_integer(int column) const;
    std::optional<core::Instant> optional_instant(int column) const;
    int columns() const;

private:
    template <typename T>
    void bind_one(const T& value) {
        ++bound_;
        if constexpr (std::is_same_v<T, Blob>) {
            bind_blob(value.bytes);
        } else if constexpr (std::is_same_v<T, core::Instant>) {
            bind_integer(value.time_since_epoch().count());
        } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            bind_integer(static_cast<std::int64_t>(value));
        } else if constexpr (std::is_convertible_v<T, std::string_view>) {
            bind_text(value);
        } else {
            --bound_;
            value ? bind_one(*value) : bind_null();
        }
    }
    void bind_integer(std::int64_t value);
    void bind_text(std::string_view value);
    void bind_blob(std::string_view value);
    void bind_null();
    /// Throws if SQLite did not take a value.
    void check(int code) const;

    Database& database_;
    const char* sql_ = nullptr;
    Statement statement_;
    int bound_ = 0;
    bool is_lent_ = false;  ///< what is bound outlives the run
};

/// Opens or makes the store's file, readable to its owner only, and brings its schema up to date.
std::unique_ptr<Database> open_file(const std::string& path, std::chrono::milliseconds wait);

}  // namespace spoc::store
