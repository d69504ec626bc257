#include "lib/store/attachments.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

constexpr auto digest_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

unsigned mode(const std::string& file) {
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_SUITE("attachments") {
    TEST_CASE("content is kept under its digest, once, and for its owner's eyes only") {
        const tests::TemporaryFolder folder;
        const auto store = store::Store::open(folder.file("spoc.db"), tests::plain_rules());
        store::Attachments attachments(folder.file("attachments"));
        CHECK(attachments.digests().empty());
        CHECK(attachments.keep("abc") == digest_of_abc);
        CHECK(attachments.keep("abc") == digest_of_abc);
        const auto file =
            folder.file("attachments/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(tests::read_file(file) == "abc");
        CHECK(mode(file) == 0600);
        CHECK(mode(folder.file("attachments/ba")) == 0700);
        CHECK(mode(folder.file("attachments")) == 0700);
        CHECK(store.attachment(digest_of_abc) == "abc");
        CHECK(store.has_attachment(digest_of_abc));
        tests::write_file(folder.file("attachments/ba/unfinished.part"), "a");
        CHECK(attachments.digests() == std::vector<std::string>{digest_of_abc});
        attachments.keep(std::string("\0\xff", 2));
        CHECK(attachments.digests().size() == 2);
    }

    TEST_CASE("a digest that names nothing, or is none, is not found") {
        const tests::TemporaryFolder folder;
        const store::Attachments attachments(folder.file("attachments"));
        tests::write_file(folder.file("secret"), "x");
        for (const auto* const name : {digest_of_abc, "", "../secret", "ba/../../secret"}) {
            CAPTURE(name);
            CHECK_FALSE(attachments.has(name));
            CHECK_THROWS_AS(attachments.read(name), core::NotFound);
        }
    }

    TEST_CASE("content that was tampered with is not given out, and the next time it is kept it is whole") {
        const tests::TemporaryFolder folder;
        store::Attachments attachments(folder.file("attachments"));
        attachments.keep("abc");
        const auto file =
            folder.file("attachments/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        tests::write_file(file, "ab");
        CHECK_THROWS_AS(attachments.read(digest_of_abc), core::StoreError);
        attachments.keep("abc");
        CHECK(attachments.read(digest_of_abc) == "abc");
    }

    TEST_CASE("a folder that cannot be written is an error of the store that says why") {
        const tests::TemporaryFolder folder;
        tests::write_file(folder.file("attachments"), "a file");
        store::Attachments attachments(folder.file("attachments"));
        CHECK_THROWS_WITH_AS(
            attachments.keep("abc"),
            ("the attachment " + folder.file("attachments/ba") + " cannot be written: Not a directory")
                .c_str(),
            core::StoreError);
        store::Attachments nowhere(folder.file("missing/attachments"));
        CHECK_THROWS_AS(nowhere.keep("abc"), core::StoreError);
        store::Attachments blocked(folder.file("blocked"));
        std::filesystem::create_directories(
            folder.file("blocked/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/x"));
        CHECK_THROWS_AS(blocked.keep("abc"), core::StoreError);
    }

    TEST_CASE("a store in memory keeps its attachments there") {
        auto store = store::Store::in_memory(tests::plain_rules());
        auto transaction = store.begin();
        CHECK(transaction.keep("abc") == digest_of_abc);
        CHECK(store.attachment(digest_of_abc) == "abc");
        CHECK(store.has_attachment(digest_of_abc));
        CHECK_FALSE(store.has_attachment("x"));
        CHECK_THROWS_AS(store.attachment("x"), core::NotFound);
    }
}
