#include "lib/core/audience.hpp"

#include <doctest/doctest.h>

using namespace spoc;

namespace {

core::Notice notice() {
    core::Notice one;
    one.title = "Ustabilt login";
    one.summary = "Ansøgere kan ikke logge på med MitID.";
    one.kind = core::NoticeKind::incident;
    one.system = "BOM";
    return one;
}

core::Audience audience(std::string name) {
    core::Audience one;
    one.name = std::move(name);
    return one;
}

const std::vector<core::Colleague> colleagues = {
    {.name = "Åse Ørsted", .mail = "aase@kommune.example", .department = {}, .language = "da"},
    {.name = "Jo Smith", .mail = "jo@kommune.example", .department = {}, .language = "en"}};

}  // namespace

TEST_SUITE("audience") {
    TEST_CASE("an audience without conditions fits every notice") {
        CHECK(core::fits(audience("all"), notice()));
    }

    TEST_CASE("every condition that is written must hold") {
        auto one = audience("case-workers");
        one.systems = {"BOM"};
        one.kinds = {"incident", "maintenance"};
        CHECK(core::fits(one, notice()));
        one.systems = {"FLIS"};
        CHECK_FALSE(core::fits(one, notice()));
        one.systems = {"BOM"};
        one.interfaces = {"MitID"};
        CHECK_FALSE(core::fits(one, notice()));
        one.interfaces.clear();
        one.kinds = {"release"};
        CHECK_FALSE(core::fits(one, notice()));
    }

    TEST_CASE("a word counts at the beginning of a word of title or text, in any letters") {
        auto one = audience("words");
        for (const auto* const word : {"LOGIN", "mitid", "ansøger", "Logge på", "ANSOEGERE"}) {
            CAPTURE(word);
            one.words = {word};
            CHECK(core::fits(one, notice()));
        }
        for (const auto* const word : {"ogin", "betaling", "", "!"}) {
            CAPTURE(word);
            one.words = {word};
            CHECK_FALSE(core::fits(one, notice()));
        }
    }

    TEST_CASE("unasked, only the kinds that are configured go out") {
        auto asked = audience("asked");
        auto unasked = audience("unasked");
        unasked.auto_kinds = {"incident"};
        const std::vector both = {asked, unasked};
        CHECK(core::fitting(both, notice()).size() == 2);
        const auto found = core::fitting_unasked(both, notice());
        REQUIRE(found.size() == 1);
        CHECK(found[0].name == "unasked");
    }

    TEST_CASE("everybody is told once, in the language of their first audience") {
        auto first = audience("first");
        first.language = "da";
        first.colleagues = {"Jo Smith", "ekstern@andre.example"};
        auto second = audience("second");
        second.colleagues = {"JO@kommune.example", "Åse Ørsted", "Ekstern@andre.example"};
        const auto found = core::recipients(std::vector{first, second}, colleagues);
        CHECK(found ==
              std::vector<core::Recipient>{
                  {.name = "Jo Smith", .mail = "jo@kommune.example", .language = "da", .audience = "first"},
                  {.name = "", .mail = "ekstern@andre.example", .language = "da", .audience = "first"},
                  {.name = "Åse Ørsted",
                   .mail = "aase@kommune.example",
                   .language = "da",
                   .audience = "second"}});
    }
}
