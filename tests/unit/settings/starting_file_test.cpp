#include <doctest/doctest.h>

#include "tests/unit/settings/support.hpp"

using namespace spoc;

TEST_SUITE("the file to start with") {
    TEST_CASE("it is valid as it stands") {
        CHECK(tests::fault_of(settings::starting_file({})).empty());
    }

    TEST_CASE("it says who the user is, whatever their name looks like") {
        const core::Me me{.name = "Åse \"SPOC\" Ørsted\\",
                          .mail = "aase@kommune.example",
                          .municipality = "Ærø {Kommune}",
                          .calendar = {},
                          .language = {}};
        const auto read = settings::load_text(settings::starting_file(me), "spoc.toml").me;
        CHECK(read.name == me.name);
        CHECK(read.mail == me.mail);
        CHECK(read.municipality == me.municipality);
    }

    TEST_CASE("it changes nothing but who the parties are") {
        const auto all = settings::load_text(settings::starting_file({}), "spoc.toml");
        const auto built_in = settings::load({});
        CHECK(all.parties.size() == built_in.parties.size());
        CHECK(all.rungs.size() == built_in.rungs.size());
        CHECK(all.interfaces.size() == built_in.interfaces.size());
        CHECK(core::canonical(all.terms) == core::canonical(built_in.terms));
    }
}
