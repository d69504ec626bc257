#include "lib/store/database.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

using namespace spoc;

namespace {

store::Database in_memory() {
    return {":memory:", store::Database::Access::read_write, std::chrono::milliseconds{0}};
}

}  // namespace

TEST_SUITE("database") {
    TEST_CASE("a value comes back as it was bound, empty or with a null byte in it") {
        auto database = in_memory();
        using namespace std::string_view_literals;
        for (const auto text : {""sv, "a\0b"sv, "\0"sv, "ø"sv}) {
            store::Query query(database, "SELECT ?1, ?2, typeof(?1), typeof(?2)", text, store::Blob{text});
            REQUIRE(query.next());
            CHECK(query.view(0) == text);
            CHECK(query.view(1) == text);
            CHECK(query.text(2) == "text");
            CHECK(query.text(3) == "blob");
            CHECK_FALSE(query.next());
        }
        store::Query query(database, "SELECT ?, ?", std::optional<std::int64_t>(), std::int64_t{-1});
        REQUIRE(query.next());
        CHECK(query.is_null(0));
        CHECK_FALSE(query.optional_integer(0));
        CHECK(query.view(0).empty());
        CHECK(query.optional_integer(1) == -1);
    }

    TEST_CASE("what gives rows is not run, and a run tells how many rows it changed") {
        auto database = in_memory();
        database.execute("CREATE TABLE t (a INTEGER UNIQUE)");
        store::Query insert(database, "INSERT INTO t VALUES (?)", 1);
        CHECK(insert.run() == 1);
        insert.bind(2);
        CHECK(insert.run() == 1);
        CHECK(store::Query(database, "UPDATE t SET a = a + 10").run() == 2);
        CHECK_THROWS_AS(store::Query(database, "SELECT a FROM t").run(), core::StoreError);
        CHECK_THROWS_AS(store::Query(database, "INSERT INTO t VALUES (?)", 11).run(), core::StoreError);
        CHECK_THROWS_AS(store::Query(database, "SELECT"), core::StoreError);
    }

    TEST_CASE("a statement is taken again where it was put back, as if it were new") {
        auto database = in_memory();
        const auto* const sql = "SELECT ?1 UNION ALL SELECT ?1";
        for (const std::int64_t number : {1, 2}) {
            store::Query query(database, sql, number);
            REQUIRE(query.next());  // and is left in the middle
            CHECK(query.integer(0) == number);
        }
    }
}
