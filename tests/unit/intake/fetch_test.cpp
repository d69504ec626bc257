#include "lib/intake/fetch.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"

using namespace spoc;

namespace {

/// A program that answers what it is told to, and remembers what it was asked.
struct FakeProgram {
    core::ProgramResult result;
    core::Program asked;

    intake::FetchProgram program() {
        return {.run =
                    [this](const core::Program& asked_for) {
                        asked = asked_for;
                        return result;
                    },
                .path = "spoc-fetch"};
    }
};

intake::FetchResult fetch_file(const std::string& url, const intake::FetchLimits& limits = {}) {
    return intake::fetch(url, {}, {}, limits);
}

}  // namespace

TEST_SUITE("fetch") {
    TEST_CASE("a file is read as it is, by any of its addresses") {
        const std::string path = SPOC_SOURCE_DIR "/tests/data/feeds/rss2-plain.xml";
        const auto result = fetch_file("file://" + path);
        CHECK(result.status == 200);
        CHECK(result.body.size() == std::filesystem::file_size(path));
        CHECK(fetch_file("file:" + path).body == result.body);
        CHECK(fetch_file("file://localhost" + path).body == result.body);
        CHECK(fetch_file("file://" SPOC_SOURCE_DIR "/tests/data/feeds/rss2%2Dplain.xml").body == result.body);
    }

    TEST_CASE("what is no regular file, or is too long, is refused") {
        CHECK_THROWS_WITH_AS(fetch_file("file:///dev/zero"), "/dev/zero is no regular file",
                             core::OutsideError);
        CHECK_THROWS_WITH_AS(fetch_file("file:///"), "/ is no regular file", core::OutsideError);
        CHECK_THROWS_AS(fetch_file("file:///nonexistent"), core::OutsideError);
        intake::FetchLimits limits;
        limits.size = 10;
        CHECK_THROWS_AS(fetch_file("file://" SPOC_SOURCE_DIR "/tests/data/feeds/rss2-plain.xml", limits),
                        core::OutsideError);
    }

    TEST_CASE("an address that cannot be fetched is misuse") {
        for (const auto* const url : {"", "feed.xml", "/feed.xml", "ftp://a.example/", "file://host/x",
                                      "file:feed.xml", "file:///a%00b", "javascript:1", "-o/tmp/x"}) {
            CAPTURE(url);
            CHECK_THROWS_AS(fetch_file(url), core::Misuse);
        }
    }

    TEST_CASE("the program is given the address, what is known and how far to go") {
        FakeProgram fake;
        fake.result.out = R"({"status":304})"
                          "\n";
        const auto result =
            intake::fetch("https://a.example/", {.etag = "\"x\"", .last_modified = "then"}, fake.program());
        CHECK(result.not_modified());
        CHECK(fake.asked.command == std::vector<std::string>{"spoc-fetch", "https://a.example/"});
        const auto asked = core::parse_json(fake.asked.input);
        CHECK(asked.text_of("etag") == "\"x\"");
        CHECK(asked.text_of("last_modified") == "then");
        CHECK(*asked.find("total_seconds") == core::Value(20));
    }

    TEST_CASE("the body is everything behind the first line") {
        FakeProgram fake;
        fake.result.out = "{\"status\":200,\"etag\":\"e\"}\n<rss>\n\n</rss>\n";
        const auto result = intake::fetch("http://a.example/", {}, fake.program());
        CHECK(result.body == "<rss>\n\n</rss>\n");
        CHECK(result.etag == "e");
    }

    TEST_CASE("whatever goes wrong is told with the address") {
        FakeProgram fake;
        const auto said = [&] {
            try {
                static_cast<void>(intake::fetch("http://a.example/", {}, fake.program()));
            } catch (const core::OutsideError& error) {
                return std::string(error.what());
            }
            return std::string("nothing failed");
        };
        fake.result = {.status = 127, .timed_out = false, .too_much = false, .out = {}, .err = {}};
        CHECK(said().find("install libcurl4") != std::string::npos);
        fake.result = {.status = 137, .timed_out = true, .too_much = false, .out = {}, .err = {}};
        CHECK(said() == "http://a.example/ did not answer in time");
        fake.result = {
            .status = 2, .timed_out = false, .too_much = false, .out = {}, .err = "spoc-fetch: no\nmore"};
        CHECK(said() == "http://a.example/ cannot be fetched: spoc-fetch ended with status 2 spoc-fetch: no");
        fake.result = {
            .status = 1, .timed_out = false, .too_much = false, .out = "{\"error\":\"gone\"}\n", .err = {}};
        CHECK(said() == "http://a.example/ cannot be fetched: gone");
        fake.result = {
            .status = 0, .timed_out = false, .too_much = false, .out = "{\"status\":503}\n", .err = {}};
        CHECK(said() == "http://a.example/ answers with status 503");
        fake.result = {.status = 0, .timed_out = false, .too_much = false, .out = "not JSON\n", .err = {}};
        CHECK(said() != "nothing failed");
    }
}
