#include "lib/render/neutral.hpp"

#include <doctest/doctest.h>

using namespace spoc;

TEST_SUITE("text from outside") {
    TEST_CASE("ordinary text of any language stays as it is") {
        for (const auto* const text : {"Rød grød med fløde, 100 %", "naïve café", "日本語",
                                       "🏳️‍🌈 👩‍💻 flag", "عربي", "a\u0301e\u0308", ""}) {
            CAPTURE(text);
            CHECK(render::neutral(text) == text);
            CHECK(render::one_line(text) == text);
            CHECK(render::plain_cell(text) == text);
        }
    }

    TEST_CASE("escape sequences lose their escape") {
        CHECK(render::neutral("\x1b]0;title\x07") == "<U+001B>]0;title<U+0007>");
        CHECK(render::neutral("\u009b31m") == "<U+009B>31m");
        CHECK(render::plain_cell("\x1b[31mred") == " [31mred");
    }

    TEST_CASE("lines stay where lines are shown and are spaces elsewhere") {
        CHECK(render::neutral("a\r\nb\tc\rd") == "a\nb\tc\nd");
        CHECK(render::one_line("a\r\nb\tc\nd\u2028e") == "a b c d e");
        CHECK(render::plain_cell("a\r\nb\tc") == "a  b c");
    }

    TEST_CASE("marks of direction and characters without width are made visible") {
        CHECK(render::neutral("abc\u202Ecba") == "abc<U+202E>cba");
        CHECK(render::one_line("\u2066x\u2069") == "<U+2066>x<U+2069>");
        CHECK(render::plain_cell("pass\u200Bword") == "pass<U+200B>word");
        CHECK(render::neutral("a\u200Db") == "a<U+200D>b");
        CHECK(render::neutral("\uFEFFtext") == "<U+FEFF>text");
    }

    TEST_CASE("what is hidden is seen behind a long plain text too") {
        const std::string plain = "Kladden på siden ";
        CHECK(render::neutral(plain + "\x7f") == plain + "<U+007F>");
        CHECK(render::neutral(plain + "\u009b") == plain + "<U+009B>");
        CHECK(render::neutral(plain + "\u00ad" + plain) == plain + "<U+00AD>" + plain);
        CHECK(render::neutral("caf\u00e9\u200d" + plain) == "caf\u00e9<U+200D>" + plain);
        CHECK(render::plain_cell(plain + "\x1b[31m" + plain) == plain + " [31m" + plain);
    }

    TEST_CASE("bytes that are no UTF-8 become replacement characters") {
        CHECK(render::neutral("\xE6\xF8") == "\uFFFD\uFFFD");
        CHECK(render::neutral("a\xC3") == "a\uFFFD");
        CHECK(render::neutral("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
        CHECK(render::neutral(std::string_view("a\0b", 3)) == "a<U+0000>b");
    }
}
