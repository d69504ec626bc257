#include "lib/render/wording.hpp"

#include <doctest/doctest.h>

#include "lib/core/place.hpp"
#include "lib/render/catalogue.hpp"
#include "lib/render/words.hpp"

using namespace spoc;

namespace {

const render::Wording english(render::Language::english);
const render::Wording danish(render::Language::danish);

}  // namespace

TEST_SUITE("wording") {
    TEST_CASE("a text without a translation is said in English") {
        CHECK(danish("nobody will ever translate {}", "this") == "nobody will ever translate this");
        CHECK(danish.count("{} unheard-of thing", "{} unheard-of things", 2) == "2 unheard-of things");
    }

    TEST_CASE("Danish is said in Danish") {
        CHECK(danish("now") == "nu");
        CHECK(danish("in {}", "2 timer") == "om 2 timer");
    }

    TEST_CASE("one thing is counted otherwise than none or many") {
        CHECK(english.count("{} day", "{} days", 0) == "0 days");
        CHECK(english.count("{} day", "{} days", 1) == "1 day");
        CHECK(danish.count("{} day", "{} days", 1) == "1 dag");
        CHECK(danish.count("{} day", "{} days", 0) == "0 dage");
        CHECK(danish.count("{} day", "{} days", 7) == "7 dage");
    }

    TEST_CASE("braces in what is put into a text are no placeholders") {
        CHECK(english("a {} b", "{}") == "a {} b");
    }

    TEST_CASE("what a sentence quotes cannot steer the terminal") {
        CHECK(english.tell(core::sentence("there is no case {}", "\x1b[2J\nBOM-1")) ==
              "there is no case <U+001B>[2J BOM-1");
    }

    TEST_CASE("a sentence is translated after the place that it speaks of") {
        const core::Place place{.file = "spoc.toml", .line = 12, .key = "system.code"};
        const auto missing = core::sentence("there is no case {}", "BOM-1");
        CHECK(danish.tell(core::placed(place, missing)) ==
              "spoc.toml:12: system.code: " + danish.tell(missing));
        CHECK(danish.tell(missing) != english.tell(missing));
        CHECK(danish.tell(core::placed(place, core::sentence("not translated {}", 1))) ==
              "spoc.toml:12: system.code: not translated 1");
    }

    TEST_CASE("the language follows the locale's name") {
        using render::Language;
        CHECK(render::language_of_environment("da_DK.UTF-8") == Language::danish);
        CHECK(render::language_of_environment("da") == Language::danish);
        CHECK(render::language_of_environment("C.UTF-8") == Language::english);
        CHECK(render::language_of_environment("dav_KE") == Language::english);
        CHECK(render::language_of_environment("") == Language::english);
        CHECK(render::language("da") == Language::danish);
        CHECK_FALSE(render::language("fr"));
        CHECK(render::word(Language::danish) == "da");
    }

    TEST_CASE("every state has a name of its own in Danish") {
        CHECK(render::name(danish, core::CaseState::fix_announced) == "rettelse meldt");
        CHECK(render::name(danish, core::CaseType::wish) == "ændringsønske");
        CHECK(render::name(english, core::ClockState::not_started) == "not started");
        CHECK(render::name(english, core::EventKind::gate_overridden) == "privacy gate overruled");
        CHECK(render::name(danish, core::ClockName::fix) == "løsningstid");
        CHECK(render::party_name(danish, "vendor") == "leverandøren");
    }

    TEST_CASE("a word that is not known is shown as it is") {
        CHECK(render::party_name(danish, "esri") == "esri");
        CHECK(render::field_name(english, "shoe_size") == "shoe_size");
    }

    TEST_CASE("a catalogue that is damaged or empty has no translation") {
        CHECK(render::Catalogue("").find("now").empty());
        CHECK(render::Catalogue(std::string_view("\xde\x12\x04\x95", 4)).find("now").empty());
        CHECK(render::danish().find("").empty());
        CHECK(render::danish().find_plural("now").empty());
    }
}
