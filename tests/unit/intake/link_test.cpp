#include "lib/intake/link.hpp"

#include <doctest/doctest.h>

using spoc::intake::web_link;

TEST_SUITE("link") {
    TEST_CASE("a relative link starts from its base") {
        const auto* const base = "https://a.example/b/c/d?q#f";
        CHECK(web_link("g", base) == "https://a.example/b/c/g");
        CHECK(web_link("./g/", base) == "https://a.example/b/c/g/");
        CHECK(web_link("/g", base) == "https://a.example/g");
        CHECK(web_link("//g.example/x", base) == "https://g.example/x");
        CHECK(web_link("?y", base) == "https://a.example/b/c/d?y");
        CHECK(web_link("#s", base) == "https://a.example/b/c/d?q#s");
        CHECK(web_link("..", base) == "https://a.example/b/");
        CHECK(web_link("../../../g", base) == "https://a.example/g");
        CHECK(web_link("g", "https://a.example") == "https://a.example/g");
    }

    TEST_CASE("a link that is no page of the web is none") {
        for (const auto* const link : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                                       "mailto:a@b.example", "file:///x", "http://", "", "  "}) {
            CAPTURE(link);
            CHECK(web_link(link, "https://a.example/").empty());
        }
        CHECK(web_link("g", "").empty());
        CHECK(web_link("g", "file:///feed.xml").empty());
    }

    TEST_CASE("nothing in a link breaks out of where it is put") {
        CHECK(web_link("https://a.example/\"><script>", "") == "https://a.example/%22%3E%3Cscript%3E");
        CHECK(web_link("https://a.example/a\r\nb c\x1b", "") == "https://a.example/ab%20c%1B");
    }
}
