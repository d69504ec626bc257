#include "lib/core/form.hpp"

#include <doctest/doctest.h>

namespace core = spoc::core;

namespace {

core::Value read(std::string_view text) {
    return core::read_form(text, "sag.txt");
}

}  // namespace

TEST_SUITE("forms") {
    TEST_CASE("a form is known by its first line that says anything") {
        CHECK(core::is_form("# en bemærkning\n\ntitle: Siden er tom\n"));
        CHECK(core::is_form("retest:\n- Log ind\n"));
        CHECK_FALSE(core::is_form("title = \"Siden er tom\"\n"));
        CHECK_FALSE(core::is_form("Hej: se her\ntitle: x\n"));
        CHECK_FALSE(core::is_form(""));
    }

    TEST_CASE("fields are read on their own line or below it, and empty ones are left out") {
        const auto form = read(
            "title:  Siden er tom \r\n"
            "# hvad skete der?\n"
            "actual:\n"
            "Fejl 500:\n"
            "  side 2\n"
            "\n"
            "expected:\n"
            "# intet\n"
            "\n"
            "category: 2");
        CHECK(form.text_of("title") == "Siden er tom");
        CHECK(form.text_of("actual") == "Fejl 500:\n  side 2");
        CHECK(form.find("expected") == nullptr);
        CHECK(form.text_of("category") == "2");
        CHECK(form.members()->size() == 3);
    }

    TEST_CASE("retest takes one step a line, with a dash or without") {
        const auto form = read("retest:\n- Log ind\n\nTryk Indsend\n  -  Se kvitteringen\n");
        const core::List steps = {"Log ind", "Tryk Indsend", "-  Se kvitteringen"};
        const auto* list = form.find("retest")->list();
        REQUIRE(list != nullptr);
        REQUIRE(list->size() == 3);
        CHECK(*(*list)[0].text() == "Log ind");
        CHECK(*(*list)[1].text() == "Tryk Indsend");
        CHECK(*(*list)[2].text() == "Se kvitteringen");
    }

    TEST_CASE("a text before the first field is an error that names its line") {
        CHECK_THROWS_WITH_AS(read("# navn\n\nSiden er tom\ntitle: x\n"),
                             "sag.txt:3: this line belongs to no field; a field is written like title: ...",
                             core::Misuse);
    }

    TEST_CASE("what is written is read back the same") {
        core::Value known{core::Members{{"title", "Siden er tom"},
                                        {"category", 2},
                                        {"steps", "Log ind\nTryk Indsend"},
                                        {"retest", core::List{"Log ind", "Se kvitteringen"}}}};
        const auto form = core::write_form(known,
                                           {{"title", "titel"},
                                            {"category", "kategori"},
                                            {"steps", "trin"},
                                            {"expected", "ventet"},
                                            {"retest", "prøvetrin"}},
                                           {"Udfyld", "Gem"});
        CHECK(form ==
              "# Udfyld\n# Gem\n"
              "\n# titel\ntitle: Siden er tom\n"
              "\n# kategori\ncategory: 2\n"
              "\n# trin\nsteps:\nLog ind\nTryk Indsend\n"
              "\n# ventet\nexpected:\n"
              "\n# prøvetrin\nretest:\n- Log ind\n- Se kvitteringen\n");
        known.set("category", "2");  // a form knows texts only
        CHECK(read(form) == known);
    }

    TEST_CASE("a value that is no text, number or list is left empty") {
        const core::Value known{core::Members{{"title", true}, {"steps", ""}}};
        CHECK(core::write_form(known, {{"title", "a"}, {"steps", "b"}}, {}) ==
              "\n# a\ntitle:\n\n# b\nsteps:\n");
    }
}
