#include "lib/intake/encoding.hpp"

#include <string_view>

#include <doctest/doctest.h>

using namespace std::string_view_literals;
using spoc::intake::to_utf8;

TEST_SUITE("encoding") {
    TEST_CASE("a byte order mark beats what is declared") {
        CHECK(to_utf8("\xEF\xBB\xBF<?xml encoding='iso-8859-1'?>\xC3\xA6") ==
              "<?xml encoding='iso-8859-1'?>æ");
        CHECK(to_utf8("\xFF\xFE<\0\xE6\0"sv) == "<æ");
        CHECK(to_utf8("\xFE\xFF\0<\0\xE6"sv) == "<æ");
    }

    TEST_CASE("half of a pair of surrogates is replaced") {
        CHECK(to_utf8("\xFF\xFE\x3D\xD8\x00\xDE"sv) == "\U0001F600");
        CHECK(to_utf8("\xFF\xFE\x3D\xD8<\0"sv) == "\uFFFD<");
        CHECK(to_utf8("\xFF\xFE<\0\x3D"sv) == "<\uFFFD");
    }

    TEST_CASE("the declared name may be written in any way") {
        CHECK(to_utf8("<?xml version='1.0' encoding = \"Latin1\" ?>\xE6").ends_with("æ"));
        CHECK(to_utf8("<?xml version='1.0' encoding='WINDOWS-1252'?>\x80").ends_with("€"));
    }

    TEST_CASE("an encoding that is named outside the declaration is none") {
        CHECK(to_utf8("<rss>encoding='iso-8859-1' \xC3\xA6") == "<rss>encoding='iso-8859-1' æ");
    }

    TEST_CASE("overlong, surrogate and lonely bytes of UTF-8 are replaced") {
        CHECK(to_utf8("<?xml encoding='utf-8'?>\xC0\x80|\xED\xA0\x80|\x80") ==
              "<?xml encoding='utf-8'?>\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD");
    }
}
