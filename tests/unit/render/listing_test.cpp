#include "lib/render/listing.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"

using namespace spoc;
using core::Members;
using core::Value;
using render::Format;

namespace {

render::Listing cases() {
    return {
        .name = "cases",
        .columns = {
            {.name = "id", .heading = "Sag", .fit = render::Fit::kept},
            {.name = "title", .heading = "Titel", .fit = render::Fit::cut},
            {.name = "category", .heading = "Kategori", .align = render::Align::right},
            {.name = "vendor_ref", .heading = "", .shown = render::Shown::to_programs},
            {.name = "mark", .heading = "!", .shown = render::Shown::to_people, .cell = [](const Value& row) {
                 return row.find("category") != nullptr ? render::Cell{"!", render::Tone::alarm}
                                                        : render::Cell{};
             }}}};
}

core::List rows(std::string_view title) {
    return {Members{{"id", "BOM-1"}, {"title", title}, {"category", 2}, {"secret", "x"}},
            Members{{"id", "BOM-2"}}};
}

std::string shown(Format format, std::string_view title, std::vector<std::string> fields = {},
                  render::Header header = render::Header::without) {
    return render::text(cases(), {.format = format, .fields = std::move(fields), .header = header},
                        rows(title));
}

}  // namespace

TEST_SUITE("lists") {
    TEST_CASE("a plain list has a record a line, tabs between, and a heading only when asked") {
        CHECK(shown(Format::plain, "a\tb\nc\x1b[1m") == "BOM-1\ta b c [1m\t2\t\nBOM-2\t\t\t\n");
        CHECK(shown(Format::plain, "t", {"title", "id"}, render::Header::with) ==
              "title\tid\nt\tBOM-1\n\tBOM-2\n");
        CHECK(shown(Format::tsv, "t", {"id"}) == "id\nBOM-1\nBOM-2\n");
    }

    TEST_CASE("a CSV list is quoted as RFC 4180 says") {
        CHECK(shown(Format::csv, "a \"b\", c") ==
              "id,title,category,vendor_ref\r\nBOM-1,\"a \"\"b\"\", c\",2,\r\nBOM-2,,,\r\n");
        CHECK(shown(Format::csv, "two\nlines", {"title"}) == "title\r\n\"two\nlines\"\r\n\r\n");
    }

    TEST_CASE("no cell of a CSV list is a formula") {
        for (const auto* const formula : {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1"}) {
            CAPTURE(formula);
            const auto text = shown(Format::csv, formula, {"title"});
            CHECK(text.find("'" + std::string(formula)) != std::string::npos);
        }
        CHECK(render::text({.name = "n", .columns = {{.name = "n", .heading = "n"}}}, {.format = Format::csv},
                           {Members{{"n", -5}}}) == "n\r\n-5\r\n");
    }

    TEST_CASE("a JSON list has the columns of programs, null where there is nothing") {
        CHECK(shown(Format::json, "t") ==
              R"({"schema":1,"cases":[{"id":"BOM-1","title":"t","category":2,"vendor_ref":null},)"
              R"({"id":"BOM-2","title":null,"category":null,"vendor_ref":null}]})"
              "\n");
        CHECK(shown(Format::json, "t", {"category"}) ==
              "{\"schema\":1,\"cases\":[{\"category\":2},{\"category\":null}]}\n");
    }

    TEST_CASE("an empty list is a list") {
        CHECK(render::text(cases(), {.format = Format::json}, {}) == "{\"schema\":1,\"cases\":[]}\n");
        CHECK(render::text(cases(), {.format = Format::terminal}, {}).empty());
        CHECK(render::text(cases(), {.format = Format::plain}, {}).empty());
    }

    TEST_CASE("a field that is not known is refused with what is known") {
        CHECK_THROWS_WITH_AS(
            shown(Format::json, "t", {"titel"}),
            "there is no field titel; did you mean title? The fields are: id, title, category, "
            "vendor_ref",
            core::Misuse);
        CHECK_THROWS_WITH_AS(shown(Format::plain, "t", {"xyzzy"}),
                             "there is no field xyzzy; the fields are: id, title, category, vendor_ref",
                             core::Misuse);
    }

    TEST_CASE("people see their columns, and nothing that steers the terminal") {
        CHECK(shown(Format::terminal, "a\x1b[1m\nb") ==
              "Sag    Titel           Kategori  !\nBOM-1  a<U+001B>[1m b         2  !\nBOM-2\n");
    }

    TEST_CASE("markup in a value is text in HTML and in Markdown") {
        CHECK(shown(Format::html, "<b>&\"", {"id", "title"}) ==
              "<table>\n<thead><tr><th scope=\"col\">Sag</th><th "
              "scope=\"col\">Titel</th></tr></thead>\n<tbody>\n"
              "<tr><th scope=\"row\">BOM-1</th><td data-name=\"Titel\">&lt;b&gt;&amp;&quot;</td></tr>\n"
              "<tr><th scope=\"row\">BOM-2</th><td data-name=\"Titel\"></td></tr>\n"
              "</tbody>\n</table>\n");
        CHECK(shown(Format::markdown, "a|b*<i>", {"title", "category"}) ==
              "| Titel | Kategori |\n| --- | ---: |\n| a\\|b\\*\\<i\\> | 2 |\n|  |  |\n");
    }

    TEST_CASE("a long list can be written piece by piece") {
        render::ListWriter writer(cases(), {.format = Format::json});
        std::string text;
        for (const auto& row : rows("t")) {
            writer.add(row);
            text += writer.take();
        }
        CHECK(text + writer.finish() == shown(Format::json, "t"));
    }

    TEST_CASE("fields are named with commas between") {
        CHECK(render::field_names("id, title,,state") == std::vector<std::string>{"id", "title", "state"});
        CHECK(render::field_names("").empty());
    }

    TEST_CASE("the members of an object can be chosen") {
        const Value object = Members{{"a", 1}, {"b", 2}};
        CHECK(core::json(render::selected(object, {"b"})) == R"({"b":2})");
        CHECK(render::selected(object, {}) == object);
        CHECK_THROWS_AS(render::selected(object, {"c"}), core::Misuse);
    }

    TEST_CASE("formats are named by the usual words") {
        CHECK(render::format("md") == Format::markdown);
        CHECK(render::format("csv") == Format::csv);
        CHECK_FALSE(render::format("docx"));
    }
}
