#include "lib/intake/feed.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

using namespace spoc;

namespace {

const intake::FeedOrigin origin{.source = "drift",
                                .address = "https://drift.example/feed.rss",
                                .system = "BOM",
                                .interface = "MitID",
                                .zone = nullptr};

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

std::string rss(const std::string& items) {
    return "<rss version=\"2.0\"><channel><title>Drift</title>" + items + "</channel></rss>";
}

}  // namespace

TEST_SUITE("feed") {
    TEST_CASE("a notice carries what the feed is about") {
        const auto reading = intake::read_feed(rss("<item><title>A</title><guid>1</guid></item>"), origin);
        REQUIRE(reading.notices.size() == 1);
        CHECK(reading.notices[0].source == "drift");
        CHECK(reading.notices[0].system == "BOM");
        CHECK(reading.notices[0].interface == "MitID");
    }

    TEST_CASE("the same bytes read twice are the same notices") {
        const auto text = rss("<item><title>A</title></item><item><link>/b</link><title>B</title></item>");
        CHECK(intake::read_feed(text, origin).notices == intake::read_feed(text, origin).notices);
    }

    TEST_CASE("a feed that is too long, or has too many parts, is refused") {
        CHECK_THROWS_WITH_AS(intake::read_feed(std::string(intake::feed_size_limit + 1, ' '), origin),
                             "the feed is longer than 8388608 bytes", core::OutsideError);
        CHECK_THROWS_WITH_AS(intake::read_feed(rss(repeated("<a/>", 300'000)), origin),
                             "the feed has more than 200000 parts", core::OutsideError);
        CHECK_THROWS_WITH_AS(
            intake::read_feed("{\"incidents\":[" + repeated("[],", 300'000) + "[]]}", origin),
            "the feed has more than 200000 parts", core::OutsideError);
    }

    TEST_CASE("a thousand items are all read") {
        std::string items;
        for (int i = 0; i < 1000; ++i) {
            items += "<item><title>T</title><guid>" + std::to_string(i) + "</guid></item>";
        }
        CHECK(intake::read_feed(rss(items), origin).notices.size() == 1000);
    }

    TEST_CASE("elements nested a hundred thousand deep break nothing") {
        const auto deep = repeated("<b>", 90'000) + "tekst" + repeated("</b>", 90'000);
        const auto reading = intake::read_feed(
            rss("<item><title>A</title><description>" + deep + "</description></item>"), origin);
        CHECK(reading.notices.at(0).summary == "tekst");
        CHECK_THROWS_AS(intake::read_feed(repeated("<b>", 90'000), origin), core::OutsideError);
    }

    TEST_CASE("texts made to be read over and over take no time") {
        for (const auto* const piece : {"&lt;x1", "&lt;a &apos;", "&lt;a \"", "&lt;!--", "&lt;script>",
                                        "&lt;/x>", "&amp;", "&amp;#", "&lt;![CDATA["}) {
            CAPTURE(piece);
            const auto reading = intake::read_feed(rss("<item><title>A</title><description>" +
                                                       repeated(piece, 30'000) + "</description></item>"),
                                                   origin);
            CHECK(reading.notices.size() == 1);
        }
    }
}
