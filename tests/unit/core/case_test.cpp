#include "lib/core/case.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/core/calendars.hpp"
#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

Story defect() {
    return Story("defect", {{"category", 2}, {"environment", "prod"}});
}
Story reported() {
    auto story = defect();
    story.then("reported", {{"to", "vendor"}, {"via", "mail"}});
    return story;
}

}  // namespace

TEST_SUITE("cases") {
    TEST_CASE("every word of a type and a state is read as it is written, and no other") {
        for (const auto* const each : {"defect", "wish", "question"}) {
            CHECK(word(core::case_type(each).value()) == each);
        }
        for (const auto* const each : {"recorded", "analysed", "reported", "answered", "waiting",
                                       "fix-announced", "rejected", "verified", "closed"}) {
            CHECK(word(core::case_state(each).value()) == each);
        }
        CHECK_FALSE(core::case_type("bug"));
        CHECK_FALSE(core::case_state("done"));
    }

    TEST_CASE("a defect's states follow from its events") {
        auto story = defect();
        CHECK(story.state() == "recorded");
        CHECK(story.then("analysed", {{"cause", "vendor"}}).state() == "analysed");
        CHECK(story.then("reported", {{"to", "vendor"}}).state() == "reported");
        CHECK(story.then("receipt", {{"from", "vendor"}}).state() == "reported");
        CHECK(story.then("answered", {{"from", "vendor"}}).state() == "answered");
        CHECK(story.then("ball", {{"holder", "us"}}).state() == "waiting");
        CHECK(story.then("ball", {{"holder", "kombit"}}).state() == "answered");
        CHECK(story.then("fix-announced", {{"from", "vendor"}}).state() == "fix-announced");
        CHECK(story.then("verified", {{"outcome", "fail"}}).state() == "rejected");
        CHECK(story.then("answered", {{"from", "vendor"}}).state() == "rejected");
        CHECK(story.then("fix-announced", {{"from", "vendor"}}).state() == "fix-announced");
        CHECK(story.then("verified", {{"outcome", "pass"}}).state() == "verified");
        CHECK(story.then("closed", {{"as", "fixed"}}).state() == "closed");
        CHECK(story.then("reopened").state() == "rejected");
    }

    TEST_CASE("a case waits only after it was reported or answered") {
        CHECK(defect().then("analysed").then("ball", {{"holder", "local-it"}}).state() == "analysed");
        CHECK(defect().then("reported", {{"to", "local-it"}}).state() == "waiting");
    }

    TEST_CASE("the ball goes where the events send it") {
        auto story = defect();
        CHECK(story.folded().ball == "us");
        CHECK(story.then("reported", {{"to", "vendor"}}).folded().ball == "vendor");
        CHECK(story.then("answered", {{"from", "vendor"}}).folded().ball == "vendor");
        CHECK(story.then("ball", {{"holder", "kombit"}, {"why", "netværk"}}).folded().ball == "kombit");
        CHECK(story.then("ball").folded().ball == "kombit");
        CHECK(story.then("fix-announced", {{"from", "vendor"}}).folded().ball == "us");
        CHECK(story.then("verified", {{"outcome", "fail"}}).folded().ball == "vendor");
        CHECK(story.then("fix-announced", {{"from", "vendor"}})
                  .then("verified", {{"outcome", "pass"}})
                  .folded()
                  .ball == "us");
        CHECK(story.then("closed", {{"as", "fixed"}}).folded().ball.empty());
        CHECK(story.then("ball", {{"holder", "kombit"}}).folded().ball.empty());
        CHECK(story.then("reopened").folded().ball == "vendor");
        const auto balls = story.folded().balls;
        REQUIRE(balls.size() == 8);
        CHECK(balls[2].holder == "kombit");
        CHECK(balls[2].why == "netværk");
    }

    TEST_CASE("what happens to the ball of a closed case shows once it is reopened") {
        auto story = reported();
        story.then("closed", {{"as", "withdrawn"}}).then("ball", {{"holder", "kombit"}});
        CHECK(story.folded().ball.empty());
        CHECK(story.then("reopened").folded().ball == "kombit");
        CHECK(story.folded().reopenings == 1);
        CHECK(story.folded().closed_as.empty());
    }

    TEST_CASE("a case that is not closed cannot be reopened, and one closed twice is closed once") {
        CHECK(reported().then("reopened").folded().reopenings == 0);
        auto story = reported();
        story.then("closed", {{"as", "use"}}).then("closed", {{"as", "duplicate"}});
        CHECK(story.folded().closed_as == "duplicate");
        CHECK(story.then("reopened").folded().ball == "vendor");
    }

    TEST_CASE("the vendor's references are learned once each, the latest last, and nobody else's") {
        auto story = defect();
        story.then("reported", {{"to", "local-it"}, {"ref", "IT-1"}})
            .then("reported", {{"to", "vendor"}, {"ref", "V-1"}})
            .then("receipt", {{"from", "vendor"}, {"ref", "V-2"}})
            .then("answered", {{"from", "vendor"}, {"ref", "V-1"}})
            .then("answered", {{"from", "kombit"}, {"ref", "K-1"}});
        CHECK(story.folded().vendor_refs == std::vector<std::string>{"V-1", "V-2"});
    }

    TEST_CASE("edits change the fields, but neither type nor category") {
        auto story = defect();
        story.then("edited", {{"title", "Ny titel"}, {"type", "wish"}, {"category", 1}, {"interface", "BBR"}})
            .then("categorised", {{"category", "3"}})
            .then("categorised", {{"reason", "no number"}});
        const auto folded = story.folded();
        CHECK(folded.title() == "Ny titel");
        CHECK(folded.type == core::CaseType::defect);
        CHECK(folded.category == 3);
        CHECK(folded.interface == "BBR");
        CHECK(folded.fields.find("category")->integer() != nullptr);
    }

    TEST_CASE("the analysis says whose it is") {
        const auto folded =
            defect().then("analysed", {{"cause", "interface"}, {"interface", "BBR"}}).folded();
        CHECK(folded.cause == "interface");
        CHECK(folded.interface == "BBR");
    }

    TEST_CASE("the first report to the vendor is the one that counts") {
        auto story = defect();
        story.then("reported", {{"to", "kombit"}});
        CHECK_FALSE(story.folded().reported_at);
        story.then("reported", {{"to", "vendor"}}).then("reported", {{"to", "vendor"}});
        CHECK(story.folded().reported_at->at == story.history().at(2).occurred_at.at);
        CHECK(story.folded().reported_to == "vendor");
    }

    TEST_CASE("promises that a later one replaced are counted") {
        auto story = reported();
        const core::Members promise{{"from", "vendor"}, {"by", "2026-06-20T12:00:00+02:00"}};
        CHECK(story.then("promised", promise).folded().slips == 0);
        CHECK(story.then("promised", promise).folded().slips == 1);
        CHECK(story.then("promised", {{"from", "kombit"}, {"by", "2026-06-20T12:00:00+02:00"}})
                  .folded()
                  .slips == 1);
    }

    TEST_CASE("the fix that awaits a verdict is told, with the environment that it was announced for") {
        auto story = reported();
        story.then("fix-announced", {{"from", "vendor"}, {"release", "4.2"}, {"environment", "test"}});
        REQUIRE(story.folded().announcement);
        CHECK(story.folded().announcement->text("release") == "4.2");
        CHECK(story.then("verified", {{"outcome", "pass"}, {"environment", "test"}}).folded().announcement ==
              std::nullopt);
        CHECK(story.state() == "waiting");
        story.then("fix-announced", {{"from", "vendor"}}).then("closed", {{"as", "withdrawn"}});
        CHECK_FALSE(story.folded().announcement);
        CHECK(story.then("reopened").folded().announcement);
    }

    TEST_CASE("a verdict with another outcome than pass and fail is none") {
        auto story = reported();
        story.then("fix-announced", {{"from", "vendor"}}).then("verified", {{"outcome", "perhaps"}});
        CHECK(story.state() == "fix-announced");
        CHECK(story.folded().failed_verifications == 0);
    }

    TEST_CASE("closing as fixed passes whatever awaits a verdict") {
        auto story = reported();
        story.then("fix-announced", {{"from", "vendor"}, {"environment", "test"}})
            .then("closed", {{"as", "fixed"}});
        CHECK(story.folded().failed_verifications == 0);
        CHECK(story.then("reopened").folded().failed_verifications == 1);
    }

    TEST_CASE("an escalation leaves its rung and its time") {
        const auto folded =
            reported().then("escalated", {{"rung", "incident-manager"}, {"to", "kombit"}}).folded();
        CHECK(folded.rung == "incident-manager");
        CHECK(folded.escalated_at == at("2026-06-08T10:00:00+02:00"));
    }

    TEST_CASE("a question is answered and closed without a vendor") {
        Story story("question");
        CHECK(story.state() == "recorded");
        CHECK(story.then("answered", {{"from", "us"}}).folded().ball == "us");
        CHECK(story.then("closed", {{"as", "answered"}}).state() == "closed");
    }

    TEST_CASE("a wish is handed on and decided") {
        Story story("wish");
        story.then("submitted", {{"to", "owner"}});
        CHECK(story.folded().ball == "owner");
        CHECK(story.state() == "reported");
        story.then("decided", {{"by", "kombit"}, {"outcome", "planned"}});
        CHECK(story.folded().ball == "us");
        CHECK(story.folded().outcome == "planned");
        CHECK(story.then("merged", {{"into", "BOM-3"}}).folded().merged_into == "BOM-3");
    }

    TEST_CASE("what was phoned in before it was written down keeps the ball and the category") {
        auto story = reported();
        auto history = story.history();
        std::swap(history.at(0), history.at(1));
        std::swap(history.at(0).occurred_at, history.at(1).occurred_at);
        const auto folded = core::fold(history, {.vendor = "vendor", .pauses = {"us"}});
        CHECK(folded.ball == "vendor");
        CHECK(folded.category == 2);
        CHECK(folded.title() == "Siden er tom");
    }

    TEST_CASE("an event of an unknown kind is harmless") {
        const auto before = reported().folded();
        const auto after = reported().then("danced", {{"to", "kombit"}, {"from", "kombit"}}).folded();
        CHECK(after.state == before.state);
        CHECK(after.balls == before.balls);
    }
}
