#include "lib/settings/report_file.hpp"

#include <doctest/doctest.h>

#include "lib/core/json.hpp"
#include "tests/unit/settings/support.hpp"

using namespace spoc;
using settings::read_report_file;

TEST_SUITE("a report written as TOML") {
    TEST_CASE("its fields become those of the record") {
        const auto fields = read_report_file(
            "title = \"Kan ikke indsende\"\ncategory = 2\nsteps = \"\"\"\nLog ind\nTryk Indsend\"\"\"\n"
            "observed_at = 2026-11-02T08:10:00+01:00\nretest = [\"Log ind\", \"Indsend\"]\n",
            "fejl.toml");
        CHECK(core::json(fields) ==
              R"({"title":"Kan ikke indsende","category":2,"observed_at":"2026-11-02T08:10:00+01:00",)"
              R"("steps":"Log ind\nTryk Indsend","retest":["Log ind","Indsend"]})");
    }

    TEST_CASE("a field that no report has is refused with the nearest") {
        CHECK_THROWS_WITH_AS(read_report_file("title = \"A\"\nbrowsr = \"Edge\"\n", "fejl.toml"),
                             "fejl.toml:2: unknown key browsr; did you mean browser?", core::Misuse);
    }

    TEST_CASE("a field of the wrong kind is refused") {
        CHECK_THROWS_WITH_AS(read_report_file("title = 5\n", "fejl.toml"),
                             "fejl.toml:1: title: a text in quotes is meant, not 5", core::Misuse);
        CHECK_THROWS_AS(read_report_file("category = 0\n", "fejl.toml"), core::Misuse);
        CHECK_THROWS_AS(read_report_file("retest = \"Log ind\"\n", "fejl.toml"), core::Misuse);
    }

    TEST_CASE("a category in quotes is taken") {
        CHECK(read_report_file("category = \"3\"\n", "fejl.toml").text_of("category") == "3");
    }

    TEST_CASE("what is no TOML is refused with its line") {
        CHECK_THROWS_AS(read_report_file("title = \n", "fejl.toml"), core::Misuse);
    }
}
