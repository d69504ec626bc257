#include <cstdio>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "lib/core/error.hpp"
#include "lib/store/database.hpp"
#include "lib/store/migrations.hpp"
#include "tests/unit/store/fixture.hpp"
#include <unistd.h>

using namespace spoc;

namespace {

std::string refusal(const std::string& file) {
    try {
        store::Store::open(file, tests::plain_rules());
        return "opened";
    } catch (const core::StoreError& error) {
        return error.what();
    }
}

/// Runs `work` in another process and says whether it ended well.
template <typename Work>
pid_t in_child(const Work& work) {
    const auto child = ::fork();
    if (child == 0) {
        try {
            work();
            ::_exit(0);
        } catch (const std::exception& error) {
            std::fputs(error.what(), stderr);
            ::_exit(1);
        }
    }
    return child;
}

bool ended_well(pid_t child) {
    int status = 1;
    ::waitpid(child, &status, 0);
    return status == 0;
}

}  // namespace

TEST_SUITE("store file") {
    TEST_CASE("what is no store is refused by name") {
        const tests::TemporaryFolder folder;
        tests::write_file(folder.file("text"), std::string(5000, 'x'));
        CHECK(refusal(folder.file("text")) == folder.file("text") + " is no store of spoc");
        tests::write_file(folder.file("other.db"), "");
        tests::run_sql(folder.file("other.db"), "CREATE TABLE t (a)");
        CHECK(refusal(folder.file("other.db")) == folder.file("other.db") + " is no store of spoc");
        tests::run_sql(folder.file("other.db"), "PRAGMA user_version = 1");
        CHECK(refusal(folder.file("other.db")) == folder.file("other.db") + " is no store of spoc");
    }

    TEST_CASE("an empty file becomes a store") {
        const tests::TemporaryFolder folder;
        tests::write_file(folder.file("empty"), "");
        CHECK(refusal(folder.file("empty")) == "opened");
    }

    TEST_CASE("a path that can be no file is refused with the reason") {
        const tests::TemporaryFolder folder;
        CHECK(refusal(folder.file("")) ==
              "the store " + folder.file("") + " cannot be opened: Is a directory");
        tests::write_file(folder.file("file"), "");
        const auto below = folder.file("file/spoc.db");
        CHECK(refusal(below) == "the store " + below + " cannot be opened: Not a directory");
        const auto deep = folder.file("file/folder/spoc.db");
        CHECK(refusal(deep) == "the store " + deep + " cannot be opened: Not a directory");
        ::symlink("nowhere/at/all", folder.file("link").c_str());
        CHECK(refusal(folder.file("link"))
                  .starts_with("the store " + folder.file("link") + " cannot be opened: "));
    }

    TEST_CASE("a file of a newer spoc is refused by name and version") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        CHECK(refusal(file) == "opened");
        tests::run_sql(file, "PRAGMA user_version = 99");
        CHECK(refusal(file) ==
              "the store " + file +
                  " was written by a newer spoc: its schema has version 99, and this spoc knows " +
                  std::to_string(store::schema_steps().size()));
    }

    TEST_CASE("an older file is brought up to date, and a copy of it is kept") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        {
            auto store = store::Store::open(file, tests::plain_rules());
            tests::open_defect(store, "old");
        }
        const auto known = store::schema_steps();
        std::vector<const char*> good(known.begin(), known.end());
        good.push_back("CREATE TABLE added (a INTEGER) STRICT");
        std::vector<const char*> faulty = good;
        faulty.back() = "CREATE TABLE added (a) STRICT";
        faulty.push_back("CREATE TABLE more (a INTEGER) STRICT");
        store::Database database(file, store::Database::Access::read_write, std::chrono::seconds{1});
        CHECK_THROWS_AS(store::migrate(database, faulty), core::StoreError);
        database.rollback();
        store::migrate(database, good);
        store::migrate(database, good);
        CHECK(store::Query(database, "SELECT count(*) FROM added").next());
        const auto copy = fmt::format("{}.version-{}", file, known.size());
        struct stat status {};
        REQUIRE(::stat(copy.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600);
        CHECK(store::Store::open(copy, tests::plain_rules()).summary({"BOM", 1}).title == "old");
    }

    TEST_CASE("twelve first runs at once all succeed") {
        const tests::TemporaryFolder folder;
        std::vector<pid_t> children;
        for (int i = 0; i < 12; ++i) {
            children.push_back(in_child([&] {
                auto store = store::Store::open(folder.file("new/spoc.db"), tests::plain_rules());
                tests::open_defect(store, "a");
            }));
        }
        for (const auto child : children) {
            CHECK(ended_well(child));
        }
        const auto store = store::Store::open(folder.file("new/spoc.db"), tests::plain_rules());
        CHECK(store.list({}).size() == 12);
        CHECK(store.doctor(tests::time("2027-01-01T00:00:00Z").at).empty());
    }

    TEST_CASE("while one writes others read, and see all of it or nothing") {
        const tests::TemporaryFolder folder;
        auto writer = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        const auto reader = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        auto transaction = writer.begin();
        transaction.open_case("BOM", tests::defect("a", "2026-03-02T09:00:00+01:00"));
        CHECK(reader.list({}).empty());
        CHECK(tests::exported(reader).empty());
        transaction.commit();
        CHECK(reader.list({}).size() == 1);
    }

    TEST_CASE("a second writer waits, and then gives up") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        auto first = store::Store::open(file, tests::plain_rules());
        auto second = store::Store::open(file, tests::plain_rules(), std::chrono::milliseconds{20});
        const auto transaction = first.begin();
        CHECK_THROWS_WITH_AS(
            second.begin(),
            ("the store " + file + " is in use by another program; gave up after 0.02 seconds").c_str(),
            core::StoreError);
    }

    TEST_CASE("what can be left undone does not wait for a writer") {
        const tests::TemporaryFolder folder;
        auto first = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        auto second = store::Store::open(folder.file("spoc.db"), tests::plain_rules(), std::chrono::hours(1));
        {
            const auto writing = first.begin();
            CHECK_FALSE(second.begin_at_once());
        }
        auto free = second.begin_at_once();
        REQUIRE(free);
        free->remember("seen", "yes");
        CHECK_FALSE(second.begin_at_once());  // one at a time
        free->commit();
        CHECK(first.remembered("seen") == "yes");
    }

    TEST_CASE("the process that keeps others waiting is named") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        static_cast<void>(store::Store::open(file, tests::plain_rules()));
        std::array<int, 2> ready{};
        std::array<int, 2> done{};
        REQUIRE(::pipe(ready.data()) == 0);
        REQUIRE(::pipe(done.data()) == 0);
        char byte = 'x';
        const auto child = in_child([&] {
            auto store = store::Store::open(file, tests::plain_rules());
            const auto transaction = store.begin();
            static_cast<void>(::write(ready[1], &byte, 1));
            ::close(done[1]);
            static_cast<void>(::read(done[0], &byte, 1));
        });
        REQUIRE(::read(ready[0], &byte, 1) == 1);
        auto store = store::Store::open(file, tests::plain_rules(), std::chrono::milliseconds{5});
        CHECK_THROWS_WITH_AS(store.begin(),
                             ("the store " + file + " is being written by process " + std::to_string(child) +
                              "; gave up after 0.005 seconds")
                                 .c_str(),
                             core::StoreError);
        ::close(done[1]);
        CHECK(ended_well(child));
        CHECK_NOTHROW(store.begin());
    }

    TEST_CASE("on a full disk nothing is half written") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        auto store = store::Store::open(file, tests::plain_rules());
        tests::open_defect(store, "kept");
        store.database().execute("PRAGMA max_page_count = 1");
        CHECK_THROWS_WITH_AS(tests::open_defect(store, std::string(100'000, 'x')),
                             ("the disk that holds the store " + file + " is full").c_str(),
                             core::StoreError);
        CHECK(tests::numbers(store.list({})) == "1");
        CHECK(store.doctor(tests::time("2027-01-01T00:00:00Z").at).empty());
    }

    TEST_CASE("a damaged file is refused as that") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        {
            auto store = store::Store::open(file, tests::plain_rules());
            tests::open_defect(store, "a");
        }
        auto bytes = tests::read_file(file);
        std::fill(bytes.begin() + 4096, bytes.end(), '\x55');
        tests::write_file(file, bytes);
        CHECK(refusal(file).starts_with("the store " + file + " is damaged: "));
    }

    TEST_CASE("a store that cannot be written says so") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        auto store = store::Store::open(file, tests::plain_rules());
        store.database().execute("PRAGMA query_only = ON");
        CHECK_THROWS_WITH_AS(
            tests::open_defect(store, "a"),
            ("the store " + file + " cannot be written: attempt to write a readonly database").c_str(),
            core::StoreError);
    }

    TEST_CASE("a backup of a store in use is a store with the same log, for its owner's eyes only") {
        const tests::TemporaryFolder folder;
        auto store = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        tests::open_defect(store, "a");
        auto other = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        const auto copy = folder.file("copy.db");
        {
            auto transaction = other.begin();
            transaction.open_case("BOM", tests::defect("not yet", "2026-03-02T09:00:00+01:00"));
            store.backup(copy);
        }
        struct stat status {};
        REQUIRE(::stat(copy.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600);
        const auto restored = store::Store::open(copy, tests::plain_rules());
        CHECK(tests::exported(restored) == tests::exported(store));
        CHECK(restored.doctor(tests::time("2027-01-01T00:00:00Z").at).empty());
    }

    TEST_CASE("a backup replaces nothing, and says why it cannot be written") {
        const tests::TemporaryFolder folder;
        auto store = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        tests::write_file(folder.file("there"), "precious");
        CHECK_THROWS_WITH_AS(store.backup(folder.file("there")),
                             (folder.file("there") + " exists already; a copy never replaces a file").c_str(),
                             core::StoreError);
        CHECK(tests::read_file(folder.file("there")) == "precious");
        const auto nowhere = folder.file("no/such/folder");
        CHECK_THROWS_WITH_AS(
            store.backup(nowhere),
            ("the copy " + nowhere + " cannot be written: No such file or directory").c_str(),
            core::StoreError);
        auto transaction = store.begin();
        transaction.open_case("BOM", tests::defect("a", "2026-03-02T09:00:00+01:00"));
        CHECK_THROWS_AS(store.backup(folder.file("locked")), core::StoreError);
        CHECK_FALSE(std::filesystem::exists(folder.file("locked")));
    }
}
