#include "lib/render/table.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "lib/render/width.hpp"

using namespace spoc;
using render::Align;
using render::Fit;

namespace {

render::Table cases() {
    render::Table table({{.heading = "Sag", .fit = Fit::kept},
                         {.heading = "Titel", .fit = Fit::cut, .priority = 1},
                         {.heading = "Frist", .priority = 2},
                         {.heading = "Kat.", .align = Align::right, .priority = 3}});
    table.add({{"BOM-1"},
               {"Ansøgere kan ikke indsende, når de vælger 🏠 som ejendom"},
               {"tir. 7. apr. kl. 11.00"},
               {"2"}});
    table.add({{"BOM-1234567"}, {"日本語の長い題名がここにあります"}, {""}, {"10"}});
    return table;
}

int widest_line(const std::string& text) {
    std::istringstream lines(text);
    int widest = 0;
    for (std::string line; std::getline(lines, line);) {
        widest = std::max(widest, render::display_width(line));
    }
    return widest;
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("columns stand under one another whatever their letters take") {
        CHECK(cases().text({.width = 0}) ==
              "Sag          Titel                                                     Frist                  "
              " Kat.\n"
              "BOM-1        Ansøgere kan ikke indsende, når de vælger 🏠 som ejendom  tir. 7. apr. kl. 11.00  "
              "   2\n"
              "BOM-1234567  日本語の長い題名がここにあります                                                 "
              "   10\n");
    }

    TEST_CASE("no table is wider than the terminal, and the id is never cut") {
        for (int width = 14; width < 110; ++width) {
            CAPTURE(width);
            const auto text = cases().text({.width = width});
            CHECK(widest_line(text) <= width);
            CHECK(text.find("BOM-1234567") != std::string::npos);
        }
    }

    TEST_CASE("at forty columns the title is cut and the least wanted columns are left out") {
        CHECK(cases().text({.width = 40}) ==
              "Sag          Titel\n"
              "BOM-1        Ansøgere kan ikke indsende…\n"
              "BOM-1234567  日本語の長い題名がここにあ…\n");
    }

    TEST_CASE("no line ends with a blank") {
        render::Table table({{.heading = "A"}, {.heading = "B"}});
        table.add({{"a"}, {""}});
        CHECK(table.text({}) == "A  B\na\n");
    }

    TEST_CASE("colour is added only where it can be shown") {
        render::Table table({{.heading = "A"}});
        table.add({{"late", render::Tone::alarm}});
        CHECK(table.text({.width = 80, .style = render::Style::bare}) == "A\nlate\n");
        CHECK(table.text({.width = 80, .style = render::Style::coloured}) ==
              "\x1b[1mA\x1b[0m\n\x1b[31mlate\x1b[0m\n");
    }
}

TEST_SUITE("widths") {
    TEST_CASE("a character takes the columns that a terminal gives it") {
        CHECK(render::display_width("æøåÆØÅ") == 6);
        CHECK(render::display_width("e\u0301") == 1);
        CHECK(render::display_width("日本") == 4);
        CHECK(render::display_width("🏠") == 2);
        CHECK(render::display_width("👩‍💻") == 2);
        CHECK(render::display_width("\xFF") == 1);
    }

    TEST_CASE("a text is cut between characters") {
        CHECK(render::truncated("Ansøgning", 4) == "Ans…");
        CHECK(render::truncated("Ansøgning", 5) == "Ansø…");
        CHECK(render::truncated("日本語", 5) == "日本…");
        CHECK(render::truncated("日本語", 4) == "日…");
        CHECK(render::truncated("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
        CHECK(render::truncated("ab cd", 4) == "ab…");
        CHECK(render::truncated("abc", 0).empty());
    }

    TEST_CASE("a text is folded at spaces, and within a word only where it must be") {
        CHECK(render::wrapped("en to tre fire", 8) == "en to\ntre fire");
        CHECK(render::wrapped("en to tre fire", 10, 2) == "en to\n  tre fire");
        CHECK(render::wrapped("abcdefghijkl", 8) == "abcdefgh\nijkl");
        CHECK(render::wrapped("a\n\nb ", 20, 2) == "a\n\n  b");
        CHECK(render::wrapped("", 20).empty());
    }
}
