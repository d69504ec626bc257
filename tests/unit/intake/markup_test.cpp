#include "lib/intake/markup.hpp"

#include <doctest/doctest.h>

using spoc::intake::fold_white_space;
using spoc::intake::text_of_markup;
using spoc::intake::text_of_plain;

TEST_SUITE("markup") {
    TEST_CASE("tags within a word leave it whole, tags between blocks part them") {
        CHECK(text_of_markup("Ny<b>hed</b>") == "Nyhed");
        CHECK(text_of_markup("<p>A</p><p>B</p>") == "A B");
        CHECK(text_of_markup("A<br>B<BR/>C") == "A B C");
    }

    TEST_CASE("what no reader sees is left out") {
        CHECK(text_of_markup("a<script>b</script>c") == "a c");
        CHECK(text_of_markup("a<style>b</style >c") == "a c");
        CHECK(text_of_markup("a<!-- <b>b</b> -->c") == "ac");
        CHECK(text_of_markup("a<script src='x'/>c") == "a c");
    }

    TEST_CASE("an angle bracket that begins no tag stays") {
        CHECK(text_of_markup("5 < 6 > 4") == "5 < 6 > 4");
        CHECK(text_of_markup("<BOM-17>") == "<BOM-17>");
        CHECK(text_of_markup("skriv til <anna@bom.example>") == "skriv til <anna@bom.example>");
        CHECK(text_of_markup("a <b or c> d") == "a <b or c> d");
    }

    TEST_CASE("a tag that HTML does not have is one if it is closed or has attributes") {
        CHECK(text_of_markup("<felt>17</felt>") == "17");
        CHECK(text_of_markup("<felt navn=\"x\">17") == "17");
        CHECK(text_of_markup("<felt/>17") == "17");
    }

    TEST_CASE("a quoted angle bracket ends no tag") {
        CHECK(text_of_markup("<a title=\"x > y\" href='z'>A</a>") == "A");
    }

    TEST_CASE("entities are decoded, known or by number, and unknown ones stay") {
        CHECK(text_of_markup("&aelig;&#230;&#xE6;&AElig;") == "æææÆ");
        CHECK(text_of_markup("&ukendt; & &; &#; &#x;") == "&ukendt; & &; &#; &#x;");
        CHECK(text_of_markup("AT&T R&D &copy 5") == "AT&T R&D &copy 5");
        CHECK(text_of_markup("&#128;&#0;&#55296;") == "€\uFFFD\uFFFD");
        CHECK(text_of_markup("a&nbsp;b&ensp;c") == "a b c");
    }

    TEST_CASE("what was escaped twice is decoded twice") {
        CHECK(text_of_markup("&lt;p&gt;S&amp;oslash;ndag&lt;/p&gt;") == "Søndag");
    }

    TEST_CASE("plain text is read as markup only if it looks like it") {
        CHECK(text_of_plain("a < b & c") == "a < b & c");
        CHECK(text_of_plain("<b>a</b>") == "a");
        CHECK(text_of_plain("<b> uden slut") == "<b> uden slut");
        CHECK(text_of_plain("S&oslash;ndag") == "Søndag");
    }

    TEST_CASE("where lines are kept, blocks and the lines of plain text are lines") {
        using spoc::intake::Lines;
        CHECK(text_of_markup("<p>To\nord</p><ul><li>a<li> b </ul>", Lines::kept) == "To ord\na\nb");
        CHECK(text_of_plain(" a  b\n\n- c\n", Lines::kept) == "a b\n- c");
        CHECK(text_of_plain("<p>a</p>\n<p>b</p>", Lines::kept) == "a\nb");
        CHECK(text_of_plain("a\nb") == "a b");
    }

    TEST_CASE("every kind of white space is folded to one blank") {
        CHECK(fold_white_space(" a \t\r\n b\u00a0\u2003c\u3000\u2028d ") == "a b c d");
        CHECK(fold_white_space(" \n ").empty());
    }

    TEST_CASE("bytes that are no UTF-8 are replaced") {
        CHECK(fold_white_space("a\xff"
                               "b\xc3") == "a\uFFFDb\uFFFD");
    }
}
