#include "lib/render/templates.hpp"

#include <fstream>
#include <iterator>
#include <set>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

using namespace spoc;
using core::List;
using core::Members;
using render::Language;

namespace {

std::string filled(std::string text, const core::Value& values,
                   render::Escape escape = render::Escape::none) {
    const render::Templates templates(
        {{.name = "report", .language = Language::english, .source = "mine", .text = std::move(text)}});
    return templates.fill("report", Language::english, values, escape);
}

/// The names that a template asks for, without those of its sections' ends and parts.
std::set<std::string> names_in(std::string_view text) {
    std::set<std::string> names;
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
        auto name = text.substr(at + 2, text.find("}}", at) - at - 2);
        name.remove_prefix(name.find_first_not_of("#^/>{ "));
        names.emplace(name);
    }
    return names;
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("mail text is not escaped, HTML is") {
        CHECK(filled("{{x}}", Members{{"x", "<a> & 'b'"}}) == "<a> & 'b'");
        CHECK(filled("{{x}}", Members{{"x", "<a> & 'b'"}}, render::Escape::html) ==
              "&lt;a&gt; &amp; &#39;b&#39;");
    }

    TEST_CASE("what is empty makes its section disappear, line and all") {
        const std::string text = "a\n{{#x}}\n{{x}}\n{{/x}}\nb";
        CHECK(filled(text, Members{{"x", "here"}}) == "a\nhere\nb");
        CHECK(filled(text, Members{{"x", ""}}) == "a\nb");
        CHECK(filled(text, Members{{"x", nullptr}}) == "a\nb");
        CHECK(filled(text, Members{{"x", List{}}}) == "a\nb");
        CHECK(filled(text, Members{{"x", 0}}) == "a\n0\nb");
        CHECK(filled(text, Members{}) == "a\nb");
    }

    TEST_CASE("a list that is not empty can be headed") {
        const std::string text = "{{#has_steps}}Steps: {{/has_steps}}{{#steps}}{{.}};{{/steps}}";
        CHECK(filled(text, Members{{"steps", List{"a", "b"}}}) == "Steps: a;b;");
        CHECK(filled(text, Members{{"steps", List{}}}).empty());
    }

    TEST_CASE("what the values say is not read as a template") {
        CHECK(filled("{{x}}", Members{{"x", "{{y}}"}, {"y", "no"}}) == "{{y}}");
    }

    TEST_CASE("a mistake in the user's template is told with file and line") {
        CHECK_THROWS_WITH_AS(filled("one\n{{#two}}\nthree\n", Members{}),
                             "mine:2: the section two is opened here and not closed", core::ConfigError);
        CHECK_THROWS_WITH_AS(filled("one\n\n{{/two}}\n", Members{}),
                             "mine:3: the section two is closed here and was not opened", core::ConfigError);
        CHECK_THROWS_WITH_AS(filled("one {{two\n", Members{}), "mine:1: a tag is begun here that has no end",
                             core::ConfigError);
    }

    TEST_CASE("a template that nothing uses is refused") {
        const render::Templates templates(
            {{.name = "raport", .language = Language::danish, .source = "raport.mustache", .text = ""}});
        CHECK_THROWS_WITH_AS(templates.check(),
                             "raport.mustache: there is no template raport; did you mean report?",
                             core::ConfigError);
        CHECK_THROWS_AS(templates.fill("raporter", Language::danish, {}), core::NotFound);
    }

    TEST_CASE("the user's signature replaces the built-in one in every letter") {
        const render::Templates templates(
            {{.name = "_signature", .language = Language::danish, .source = "s", .text = "Hilsen mig\n"}});
        const auto text = templates.fill("answer", Language::danish, Members{{"text", "Ja."}});
        CHECK(text.find("Ja.\n\nHilsen mig") != std::string::npos);
    }

    TEST_CASE("both languages have the same templates, asking for the same values") {
        for (const auto name : render::template_names()) {
            CAPTURE(name);
            const auto english = render::built_in_template(name, Language::english);
            const auto danish = render::built_in_template(name, Language::danish);
            CHECK_FALSE(english.empty());
            CHECK(names_in(english) == names_in(danish));
        }
        CHECK(render::built_in_template("raport", Language::danish).empty());
    }

    TEST_CASE("every value that a template asks for is described") {
        std::ifstream file(SPOC_SOURCE_DIR "/config/templates/README.md");
        const std::string manual(std::istreambuf_iterator<char>(file), {});
        REQUIRE_FALSE(manual.empty());
        for (const auto name : render::template_names()) {
            for (auto value : names_in(render::built_in_template(name, Language::english))) {
                CAPTURE(value);
                value.erase(0, value.starts_with("has_") ? 4 : 0);
                CHECK((value.starts_with('_') || manual.find("`" + value + "`") != std::string::npos));
            }
        }
    }

    TEST_CASE("every letter has its subject in the first line, and no letter accuses") {
        for (const auto name : render::template_names()) {
            for (const auto language : {Language::english, Language::danish}) {
                CAPTURE(name);
                const auto text = render::built_in_template(name, language);
                const bool letter = !name.starts_with('_') && !name.ends_with("-page");
                CHECK(letter == text.starts_with("Subject: "));
                CHECK(text.find("kontraktbrud") == std::string_view::npos);
                CHECK(text.find("breach") == std::string_view::npos);
            }
        }
    }
}
