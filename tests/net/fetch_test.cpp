#include "lib/intake/fetch.hpp"

#include <chrono>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "lib/core/error.hpp"
#include "lib/delivery/process.hpp"
#include "tests/net/feed_server.hpp"

using namespace spoc;
using namespace std::chrono_literals;

namespace {

const tests::FeedServer& server() {
    static const tests::FeedServer one(SPOC_SOURCE_DIR "/tests/data/feeds");
    return one;
}

const intake::FetchProgram program{.run = delivery::run_program, .path = SPOC_FETCH};

/// Short, so that the tests are.
constexpr intake::FetchLimits limits{.connect = 1s, .total = 2s, .size = 1U << 20U, .redirects = 3};

intake::FetchResult fetch(const std::string& path, const intake::FetchConditions& conditions = {}) {
    return intake::fetch(server().address(path), conditions, program, limits);
}

/// What is said about a fetch that fails, and that it failed soon enough.
std::string refusal(const std::string& path) {
    const auto start = std::chrono::steady_clock::now();
    std::string said = "nothing failed";
    try {
        static_cast<void>(fetch(path));
    } catch (const core::OutsideError& error) {
        said = error.what();
    }
    CHECK(std::chrono::steady_clock::now() - start < 4s);
    return said;
}

bool says(const std::string& sentence, std::string_view part) {
    return sentence.find(part) != std::string::npos;
}

intake::FeedReading read(const std::string& body) {
    return intake::read_feed(
        body, {.source = "net", .address = {}, .system = {}, .interface = {}, .zone = nullptr});
}

}  // namespace

TEST_SUITE("fetching over HTTP") {
    TEST_CASE("a feed comes with its validators") {
        const auto result = fetch("/feed");
        CHECK(result.status == 200);
        CHECK(result.etag == "\"v1\"");
        CHECK(result.last_modified == "Tue, 07 Apr 2026 08:00:00 GMT");
        CHECK(result.content_type == "application/rss+xml");
        CHECK(read(result.body).notices.at(0).title == "Nedbrud");
    }

    TEST_CASE("a feed that has not changed is not sent again") {
        const auto by_etag = fetch("/feed", {.etag = "\"v1\"", .last_modified = {}});
        CHECK(by_etag.not_modified());
        CHECK(by_etag.body.empty());
        CHECK(fetch("/feed", {.etag = {}, .last_modified = "Tue, 07 Apr 2026 08:00:00 GMT"}).not_modified());
        CHECK_FALSE(fetch("/feed", {.etag = "\"v0\"", .last_modified = {}}).not_modified());
    }

    TEST_CASE("a remembered validator cannot add a header of its own") {
        CHECK(fetch("/agent", {.etag = "x\r\nUser-Agent: other", .last_modified = {}})
                  .body.starts_with("spoc/"));
    }

    TEST_CASE("the client says who it is") {
        CHECK(fetch("/agent").body.starts_with("spoc/"));
    }

    TEST_CASE("an error status is told") {
        CHECK(says(refusal("/status/500"), "answers with status 500"));
        CHECK(says(refusal("/status/403"), "answers with status 403"));
        CHECK(says(refusal("/nowhere"), "answers with status 404"));
    }

    TEST_CASE("a slow and a silent server are left when the time is up") {
        CHECK(says(refusal("/slow"), "no answer within 2 seconds"));
        CHECK(says(refusal("/silent"), "no answer within 2 seconds"));
    }

    TEST_CASE("a feed without end, and one that announces too much, are left at the limit") {
        CHECK(says(refusal("/endless"), "longer than 1048576 bytes"));
        CHECK(says(refusal("/huge"), "longer than 1048576 bytes"));
    }

    TEST_CASE("a packed feed is unpacked, and a bomb only to the limit") {
        CHECK(read(fetch("/gzip").body).notices.at(0).title == "Nedbrud");
        CHECK(says(refusal("/bomb"), "longer than 1048576 bytes"));
    }

    TEST_CASE("a feed is read whatever type it is said to be") {
        CHECK(read(fetch("/wrong-type").body).notices.size() == 1);
    }

    TEST_CASE("redirects are followed, but not for ever and to no file") {
        const auto moved = fetch("/moved");
        CHECK(moved.final_url == server().address("/feed"));
        CHECK(moved.etag == "\"v1\"");
        CHECK(says(refusal("/loop"), "redirects more than 3 times"));
        const auto to_file = refusal("/to-file");
        CHECK(says(to_file, "cannot be fetched"));
        CHECK_FALSE(says(to_file, "root:"));
    }

    TEST_CASE("a feed that is cut off is not used") {
        CHECK(says(refusal("/cut"), "cannot be fetched"));
    }

    TEST_CASE("a server that is not there is told") {
        CHECK_THROWS_AS(intake::fetch("http://127.0.0.1:9/", {}, program, limits), core::OutsideError);
        CHECK_THROWS_AS(intake::fetch("http://nowhere.invalid/", {}, program, limits), core::OutsideError);
    }

    TEST_CASE("broken and hostile documents are refused or harmless after fetching") {
        CHECK_THROWS_WITH_AS(read(fetch("/file/broken-mismatched.xml").body),
                             "the feed is broken XML, line 5: Start-end tags mismatch", core::OutsideError);
        CHECK(read(fetch("/file/hostile-billion-laughs.xml").body).notices.at(0).title == "&lol9;");
        const auto entity = read(fetch("/file/hostile-external-entity.xml").body).notices.at(0);
        CHECK(entity.title == "Fil: &hemmelig;");
        CHECK(entity.summary == "&hemmelig;");
    }

    TEST_CASE("a missing fetching program is told with what to install") {
        const intake::FetchProgram missing{.run = delivery::run_program, .path = "/nonexistent/spoc-fetch"};
        CHECK_THROWS_WITH_AS(
            intake::fetch("http://127.0.0.1:9/", {}, missing, limits),
            "http://127.0.0.1:9/ cannot be fetched: the program /nonexistent/spoc-fetch or its library is "
            "missing; install libcurl4 and spoc-fetch",
            core::OutsideError);
    }

#ifndef SPOC_SANITIZED
    TEST_CASE("neither the fetching program nor what reads its answers has used 64 MB") {
        for (const auto who : {RUSAGE_CHILDREN, RUSAGE_SELF}) {
            rusage used{};
            REQUIRE(::getrusage(who, &used) == 0);
            CHECK(used.ru_maxrss < 64 * 1024);
        }
    }
#endif
}
