#include "lib/core/release.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;
using Kind = core::ReleaseItem::Kind;

namespace {

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

core::Release read(std::string_view text) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    return core::read_release(text, at("2026-04-01T09:00:00+02:00"), *zone);
}

core::ReleaseCandidate candidate(std::int64_t number, std::string title, std::vector<std::string> refs = {}) {
    return {.id = {.system = "BOM", .number = number},
            .type = core::CaseType::defect,
            .title = std::move(title),
            .vendor_refs = std::move(refs)};
}

constexpr auto text = R"(Release 4.2.1 af Byg og Miljø

Idriftsættelse:
Eksternt testmiljø: tirsdag d. 7. april kl. 20-22
Præproduktion: 10. april
Produktion: tirsdag d. 14. april 2026 kl. 20.00-23.00

Nyheder
- Hurtigere søgning i sagslisten
* Ny oversigt over bilag (ENH-20417)

Fejlrettelser:
1. INC0012345: Ansøgere kan igen indsende med to bilag
2. Kvittering for indsendelse mangler vedhæftet kortbilag
3. INC0099999: Intern fejl
)";

}  // namespace

TEST_SUITE("release") {
    TEST_CASE("a release text tells its id, where it comes when, and what it brings") {
        const auto release = read(text);
        CHECK(release.id == "4.2.1");
        REQUIRE(release.deployments.size() == 3);
        CHECK(release.deployments[0].environment == "test");
        CHECK(release.deployments[0].at == at("2026-04-07T20:00:00+02:00"));
        CHECK(release.deployments[1].environment == "preprod");
        CHECK_FALSE(release.deployments[1].at);
        CHECK(release.deployments[2].environment == "prod");
        CHECK(release.deployments[2].at == at("2026-04-14T20:00:00+02:00"));
        REQUIRE(release.items.size() == 5);
        CHECK(release.items[0] == core::ReleaseItem{.kind = Kind::feature,
                                                    .text = "Hurtigere søgning i sagslisten",
                                                    .references = {}});
        CHECK(release.items[1].references == std::vector<std::string>{"ENH-20417"});
        CHECK(release.items[2].kind == Kind::fix);
        CHECK(release.items[2].references == std::vector<std::string>{"INC0012345"});
    }

    TEST_CASE("the id is read in the ways that it is written") {
        CHECK(read("Ny version 2026.2 er klar").id == "2026.2");
        CHECK(read("RELEASE: R24-1.").id == "R24-1");
        CHECK(read("Releasenoter, version 7").id == "7");
        CHECK(read("Nyt om release i maj").id.empty());
    }

    TEST_CASE("a release claims a case by its reference or by its words, and is silent about the others") {
        const std::vector open = {candidate(1, "Indsendelse fejler", {"INC0012345"}),
                                  candidate(2, "Kvittering mangler kortbilag efter indsendelse"),
                                  candidate(3, "Login er langsomt", {"INC0044444"})};
        const auto found = core::match(read(text), open);
        REQUIRE(found.claimed.size() == 2);
        CHECK(found.claimed[0] ==
              core::ReleaseClaim{.id = open[0].id, .item = 2, .by = core::ReleaseClaim::By::reference});
        CHECK(found.claimed[1] ==
              core::ReleaseClaim{.id = open[1].id, .item = 3, .by = core::ReleaseClaim::By::words});
        CHECK(found.not_mentioned == std::vector{open[2].id});
        CHECK(found.not_ours == std::vector<std::size_t>{1, 4});
    }

    TEST_CASE("a short title that stands in an item word for word is a claim, a single short word is none") {
        const auto release =
            read("Release 5.3\n\nRettelser\n- Kortet er tomt, når man zoomer\n- Login er hurtigere\n");
        const std::vector open = {candidate(1, "Kortet er tomt"), candidate(2, "Login")};
        const auto found = core::match(release, open);
        REQUIRE(found.claimed.size() == 1);
        CHECK(found.claimed[0] ==
              core::ReleaseClaim{.id = open[0].id, .item = 0, .by = core::ReleaseClaim::By::words});
    }

    TEST_CASE("a few words that many cases share are no claim") {
        const auto found =
            core::match(read(text), std::vector{candidate(1, "Fejl i bilag"), candidate(2, "Ny fejl")});
        CHECK(found.claimed.empty());
    }

    TEST_CASE("a reference stands alone if neither letter nor digit is beside it") {
        CHECK_FALSE(core::stands_alone("12345", "ø12345"));
        CHECK(core::stands_alone("INC0012345", "“INC0012345”"));
        CHECK(core::stands_alone("INC0012345", "–INC0012345–"));
        CHECK(core::stands_alone("INC0012345", "Rettet: inc0012345."));
        CHECK(core::stands_alone("12345", "Sag #12345, lukket"));
        CHECK(core::stands_alone("12345", "112345 og 12345"));
        CHECK_FALSE(core::stands_alone("12345", "INC12345"));
        CHECK_FALSE(core::stands_alone("12345", "123456"));
        CHECK_FALSE(core::stands_alone("12345", "12345ø"));
        CHECK_FALSE(core::stands_alone("", "alt"));
    }

    TEST_CASE("a text that is no release at all has nothing in it") {
        CHECK(read("") == core::Release{});
        CHECK(read("Vi ses i Odense.\nHilsen Driften") == core::Release{});
    }
}
