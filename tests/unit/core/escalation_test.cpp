#include "lib/core/escalation.hpp"

#include <doctest/doctest.h>

#include "tests/unit/core/calendars.hpp"
#include "tests/unit/core/story.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

/// An answer within an open hour and a fix within eight; three rungs, of which the first knows clocks only.
core::Rules rules() {
    core::CategoryTerms second;
    second.category = 2;
    second.response = target("1bh");
    second.fix = target("8bh");
    core::AgreementTerms agreement;
    agreement.name = "plain";
    agreement.from = date("2026-01-01");
    agreement.calendars = {.response = "office", .fix = "office", .update = "office"};
    agreement.categories = {second};
    core::Rules all;
    all.terms.calendars = {core::Calendar(office_terms())};
    all.terms.agreements = {agreement};
    all.terms.systems = {{.code = "BOM",
                          .name = "Byg og Miljø",
                          .vendor = "vendor",
                          .agreement = "plain",
                          .zone = copenhagen()}};
    all.municipal_calendar = "office";
    all.rungs = {{.name = "reminder", .to = "vendor", .clocks = {"response", "fix"}, .answer_within = "4bh"},
                 {.name = "manager",
                  .to = "manager",
                  .clocks = {"response", "fix"},
                  .after = "2bh",
                  .failed_verifications = 1,
                  .slips = 2,
                  .answer_within = "1bd"},
                 {.name = "kombit",
                  .to = "kombit",
                  .clocks = {"fix"},
                  .after = "24h",
                  .failed_verifications = 2,
                  .reopenings = 1}};
    return all;
}

/// Monday 8 June: recorded at 8, reported at 9. The answer is due at 10, the fix on Tuesday at 9.
Story reported() {
    return Story("defect", {{"category", 2}}).then("reported", {{"to", "vendor"}});
}

std::optional<core::RungProposal> proposal(const Story& story, const core::Rules& by,
                                           const char* now = "2026-06-30T12:00:00+02:00") {
    const auto folded = story.folded();
    return core::next_proposal(story.history(), folded,
                               core::clocks(story.history(), folded, by.terms, at(now)), by);
}

/// "manager for response from 2026-06-08T12:00:01+02:00".
std::string told(const Story& story, const core::Rules& by = rules()) {
    const auto next = proposal(story, by);
    if (!next) {
        return "nothing";
    }
    return next->rung + (next->clock ? " for " + std::string(word(*next->clock)) : "") + " from " +
           shown(next->at);
}

std::string codes(const Story& story, const core::Rules& by = rules(),
                  const std::vector<core::Interface>& interfaces = {}) {
    const auto now = at("2026-06-30T12:00:00+02:00");
    const auto folded = story.folded();
    const auto clocks = core::clocks(story.history(), folded, by.terms, now);
    std::vector<std::string> list;
    for (const auto& weakness : core::weaknesses(story.history(), folded, clocks, by, interfaces, now)) {
        CHECK_FALSE(weakness.text.english().empty());
        list.push_back(weakness.code);
    }
    return core::joined(list);
}

}  // namespace

TEST_SUITE("the ladder") {
    TEST_CASE("what is not reported, is closed, awaits our verdict or is no defect is not proposed") {
        CHECK(told(Story("defect", {{"category", 2}})) == "nothing");
        CHECK(told(Story("wish").then("reported", {{"to", "vendor"}})) == "nothing");
        CHECK(told(reported().then("closed", {{"outcome", "withdrawn"}})) == "nothing");
        CHECK(told(reported().then("fix-announced", {{"from", "vendor"}})) == "nothing");
    }

    TEST_CASE("a reminder is proposed a second after the earliest deadline") {
        CHECK(told(reported()) == "reminder for response from 2026-06-08T10:00:01+02:00");
        CHECK(told(reported().then_at("2026-06-08T09:30:00+02:00", "answered", {{"from", "vendor"}})) ==
              "reminder for fix from 2026-06-09T09:00:01+02:00");
    }

    TEST_CASE("the rung above waits for its own lateness and for the answer to the one below") {
        auto early = reported();
        early.then_at("2026-06-08T10:05:00+02:00", "reminded", {{"to", "vendor"}, {"clock", "response"}});
        // late by 2 open hours at 12; but they have 4 open hours from 10:05 to answer the reminder
        CHECK(told(early) == "manager for response from 2026-06-08T14:05:01+02:00");

        auto by = rules();
        by.rungs[0].answer_within = "30bmin";
        CHECK(told(early, by) == "manager for response from 2026-06-08T12:00:01+02:00");
        by.rungs[0].answer_within.clear();
        CHECK(told(early, by) == "manager for response from 2026-06-08T12:00:01+02:00");
    }

    TEST_CASE("a rung that does not speak of a clock is passed over for it") {
        auto story = reported();
        story.then_at("2026-06-08T10:05:00+02:00", "reminded", {{"clock", "response"}});
        story.then_at("2026-06-08T15:00:00+02:00", "escalated", {{"rung", "manager"}, {"clock", "response"}});
        CHECK(told(story) == "reminder for fix from 2026-06-09T09:00:01+02:00");

        auto by = rules();
        by.rungs[0].clocks = {"response"};
        CHECK(told(story, by) == "manager for fix from 2026-06-09T11:00:01+02:00");
    }

    TEST_CASE("a step that names no clock counts for all that had started") {
        auto story = reported();
        story.then_at("2026-06-09T09:30:00+02:00", "reminded", {{"to", "vendor"}});
        CHECK(told(story) == "manager for response from 2026-06-09T13:30:01+02:00");
        story.then_at("2026-06-09T14:00:00+02:00", "escalated", {{"rung", "manager"}});
        // real hours after the fix was due on the 9th at 9; the manager has one working day to answer
        CHECK(told(story) == "kombit for fix from 2026-06-10T16:00:01+02:00");
        story.then_at("2026-06-11T09:00:00+02:00", "escalated", {{"rung", "kombit"}});
        CHECK(told(story) == "nothing");
    }

    TEST_CASE("a rung that is no longer configured counts for nothing") {
        auto story = reported();
        story.then_at("2026-06-08T10:05:00+02:00", "escalated", {{"rung", "minister"}});
        CHECK(told(story) == "reminder for response from 2026-06-08T10:00:01+02:00");
        auto none = rules();
        none.rungs.clear();
        CHECK(told(story.then("reminded", {}), none) == "nothing");
    }

    TEST_CASE("a failed fix goes past the rungs that know clocks only") {
        auto story = reported();
        story.then_at("2026-06-08T09:30:00+02:00", "answered", {{"from", "vendor"}});
        story.then_at("2026-06-08T10:00:00+02:00", "fix-announced", {{"from", "vendor"}});
        story.then_at("2026-06-08T11:00:00+02:00", "verified", {{"outcome", "fail"}});
        CHECK(told(story) == "manager from 2026-06-08T11:00:00+02:00");
        story.then_at("2026-06-08T12:00:00+02:00", "escalated", {{"rung", "manager"}});
        story.then_at("2026-06-08T13:00:00+02:00", "fix-announced", {{"from", "vendor"}});
        story.then_at("2026-06-08T14:00:00+02:00", "verified", {{"outcome", "fail"}});
        // the manager has until the end of the next working day
        const auto next = proposal(story, rules());
        REQUIRE(next);
        CHECK(shown(next->at) <= "2026-06-09T16:00:01+02:00");
    }

    TEST_CASE("promises that slip and cases that come back are conduct, too") {
        auto by = rules();
        by.rungs[0].clocks = by.rungs[1].clocks = by.rungs[2].clocks = {};
        auto slipping = reported();
        slipping.then("promised", {{"from", "vendor"}, {"by", "2026-06-08T15:00:00+02:00"}});
        slipping.then("promised", {{"from", "vendor"}, {"by", "2026-06-09T15:00:00+02:00"}});
        CHECK(told(slipping, by) == "nothing");
        slipping.then("promised", {{"from", "vendor"}, {"by", "2026-06-10T15:00:00+02:00"}});
        CHECK(told(slipping, by) == "manager from 2026-06-08T12:00:00+02:00");

        auto again = reported();
        again.then("closed", {{"outcome", "fixed"}}).then("reopened", {{"why", "igen"}});
        CHECK(told(again, by) == "kombit from 2026-06-08T11:00:00+02:00");  // no rung below speaks of it
        again.then_at("2026-06-08T12:00:00+02:00", "escalated", {{"rung", "manager"}});
        CHECK(told(again, by) == "kombit from 2026-06-09T16:00:00+02:00");
    }

    TEST_CASE("the ladder is climbed one rung at a time, whatever for") {
        auto story = reported();
        CHECK(core::next_rung_index(story.history(), rules()) == 0);
        story.then("reminded", {{"clock", "response"}});
        CHECK(core::next_rung_index(story.history(), rules()) == 1);
        story.then("escalated", {{"rung", "kombit"}});
        CHECK(core::next_rung_index(story.history(), rules()) == 2);
        CHECK(core::rung_index(rules(), "manager") == 1);
        CHECK_THROWS_WITH_AS(core::rung_index(rules(), "minister"),
                             "there is no rung minister; the ladder has reminder, manager, kombit",
                             core::NotFound);
    }
}

TEST_SUITE("what is weak about an escalation") {
    TEST_CASE("a bare case has much that is weak") {
        CHECK(codes(reported()) == "no-vendor-ref, no-reminder, no-effect");
        CHECK(codes(reported().then_at("2026-06-08T09:30:00+02:00", "ball", {{"holder", "us"}})) ==
              "nothing-missed, no-vendor-ref, no-reminder, ball-with-us, no-effect");
    }

    TEST_CASE("a case that is told well has nothing weak") {
        auto story = Story("defect", {{"category", 2}, {"users", "several"}});
        story.then("reported", {{"to", "vendor"}, {"ref", "INC1"}})
            .then_at("2026-06-09T09:30:00+02:00", "reminded");
        CHECK(codes(story).empty());
    }

    TEST_CASE("targets that do not bind, maintenance in the gap and a fix that awaits us are weak") {
        auto story = Story("defect", {{"category", 2}, {"frequency", "daily"}});
        story.then("reported", {{"to", "vendor"}, {"ref", "INC1"}})
            .then_at("2026-06-09T09:30:00+02:00", "reminded");
        auto loose = rules();
        loose.terms.agreements[0].binding = false;
        CHECK(codes(story, loose) == "not-binding");

        auto closed = rules();
        closed.windows = {{.from = at("2026-06-10T20:00:00+02:00"),
                           .until = at("2026-06-10T23:00:00+02:00"),
                           .system = "BOM"}};
        CHECK(codes(story, closed) == "maintenance");
        closed.windows[0].system = "FBS";
        CHECK(codes(story, closed).empty());
        closed.windows[0] = {.from = at("2026-06-07T20:00:00+02:00"),
                             .until = at("2026-06-07T23:00:00+02:00"),
                             .system = "BOM"};
        CHECK(codes(story, closed).empty());

        story.then_at("2026-06-12T09:00:00+02:00", "fix-announced", {{"from", "vendor"}});
        CHECK(codes(story) == "ball-with-us, not-verified");
    }

    TEST_CASE("what a third party in the chain said must be written down") {
        const std::vector<core::Interface> interfaces = {
            {.name = "Digital Post", .system = "BOM", .owner = "digst"}};
        auto story = Story("defect", {{"category", 2}, {"users", "several"}, {"interface", "Digital Post"}});
        story.then("reported", {{"to", "vendor"}, {"ref", "INC1"}})
            .then_at("2026-06-09T09:30:00+02:00", "reminded");
        CHECK(codes(story, rules(), interfaces) == "chain-unclear");
        CHECK(codes(story, rules(), {{.name = "Digital Post", .system = "BOM", .owner = "vendor"}}).empty());
        story.then_at("2026-06-09T10:00:00+02:00", "noted", {{"direction", "in"}, {"party", "digst"}});
        CHECK(codes(story, rules(), interfaces).empty());
    }
}
