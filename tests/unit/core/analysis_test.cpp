#include "lib/core/analysis.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

const std::vector<core::Interface> landscape = {
    {.name = "Digital Post",
     .system = "BOM",
     .owner = "digst",
     .cause = "interface",
     .words = {"digital post", "kvittering"},
     .checks = {"Se driftsstatus"}},
    {.name = "Datafordeler",
     .system = "",
     .owner = "kds",
     .cause = "interface",
     .words = {"matrikel"},
     .checks = {}},
    {.name = "ESDH",
     .system = "FBS",
     .owner = "local-it",
     .cause = "local",
     .words = {"matrikel"},
     .checks = {}},
    {.name = "Login", .system = "BOM", .owner = "", .cause = "local", .words = {"MitID"}, .checks = {}},
};

core::Case about(core::Members fields) {
    return Story("defect", std::move(fields)).folded();
}

std::string names(const std::vector<core::Suggestion>& found) {
    std::string all;
    for (const auto& each : found) {
        all += (all.empty() ? "" : ", ") + each.interface;
    }
    return all;
}

}  // namespace

TEST_SUITE("analysis") {
    TEST_CASE("an interface is suggested by its words, however they are written") {
        const auto found =
            core::suggestions(about({{"actual", "Ingen KVITTERING i Digital  Post"}}), landscape);
        REQUIRE(names(found) == "Digital Post");
        CHECK(found[0].owner == "digst");
        CHECK(found[0].cause == "interface");
        CHECK(found[0].words == std::vector<std::string>{"digital post", "kvittering"});
        CHECK(found[0].checks == std::vector<std::string>{"Se driftsstatus"});
    }

    TEST_CASE("the one with most words comes first, and a named one before all") {
        const core::Members words = {{"steps", "mitid, kvittering, digital post"}};
        CHECK(names(core::suggestions(about(words), landscape)) == "Digital Post, Login");
        auto named = words;
        named.emplace_back("interface", "login");
        const auto found = core::suggestions(about(named), landscape);
        CHECK(names(found) == "Login, Digital Post");
        CHECK(found[0].words.empty());
    }

    TEST_CASE("an interface of no system is everybody's, that of another system is not ours") {
        CHECK(names(core::suggestions(about({{"actual", "matrikel mangler"}}), landscape)) == "Datafordeler");
        CHECK(names(core::suggestions(about({{"actual", "siden er tom"}}), landscape)).empty());
    }

    TEST_CASE("a case goes where its analysis says") {
        auto local = Story("defect");
        local.then("analysed", {{"cause", "local"}});
        CHECK(core::addressee(local.folded(), landscape, "kmd") == "local-it");

        auto beyond = Story("defect");
        beyond.then("analysed", {{"cause", "interface"}, {"interface", "digital post"}});
        CHECK(core::addressee(beyond.folded(), landscape, "kmd") == "digst");

        auto ownerless = Story("defect");
        ownerless.then("analysed", {{"cause", "interface"}, {"interface", "Login"}});
        CHECK(core::addressee(ownerless.folded(), landscape, "kmd") == "kmd");
        CHECK(core::addressee(Story("defect").folded(), landscape, "kmd") == "kmd");
    }

    TEST_CASE("the words that an analysis may conclude with") {
        for (const auto* const cause : {"vendor", "local", "interface", "use", "unknown"}) {
            CHECK(core::is_cause(cause));
        }
        CHECK_FALSE(core::is_cause("Vendor"));
        CHECK_FALSE(core::is_cause(""));
    }

    TEST_CASE("what a good report has and this one lacks") {
        const auto bare = core::missing_fields(about({}));
        CHECK(core::joined(bare) ==
              "reason, observed_at, environment, steps, expected, actual, users, frequency, workaround, "
              "local_check, "
              "retest");
        const auto some = core::missing_fields(about({{"environment", "prod"},
                                                      {"steps", "Log ind"},
                                                      {"users", ""},
                                                      {"retest", core::List{"Log ind"}},
                                                      {"reason", "mange ramt"}}));
        CHECK(core::joined(some) ==
              "observed_at, expected, actual, users, frequency, workaround, local_check");
        CHECK(core::joined(core::missing_fields(about({{"retest", core::List{}}}))).ends_with("retest"));
    }
}
