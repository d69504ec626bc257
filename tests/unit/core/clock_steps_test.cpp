#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/clock.hpp"
#include "lib/core/summary.hpp"
#include "tests/unit/core/calendars.hpp"
#include "tests/unit/core/histories.hpp"

namespace core = spoc::core;
using namespace spoc::tests;
using Kind = core::ClockStep::Kind;

namespace {

std::vector<core::Clock> explained(const WrittenHistory& history, const Standing& standing) {
    const auto terms = terms_of(history.agreement);
    const auto seen = core::visible(history.events, standing.now, standing.as_of);
    const auto folded = core::fold(seen, core::case_rules(terms, "BOM"));
    return core::explained_clocks(seen, folded, terms, standing.now, history.windows);
}

/// The clocks of the history with that title, at its last moment.
std::vector<core::Clock> explained(std::string_view title) {
    const auto found = std::ranges::find(written().histories, title, &WrittenHistory::title);
    REQUIRE(found != written().histories.end());
    return explained(*found, found->standings.back());
}

std::string moment(const std::optional<core::Instant>& instant) {
    return instant ? shown(*instant).substr(5, 11) : std::string{"..."};
}

std::string hours_of(core::Seconds time) {
    return fmt::format("{}:{:02}", time.count() / 3600, time.count() / 60 % 60);
}

/// The steps in plain words, a line each.
std::string told(const std::vector<core::ClockStep>& steps) {
    constexpr auto names =
        std::to_array<const char*>({"term", "started", "counted", "skipped", "pause", "maintenance",
                                    "restarted", "category", "status", "due", "stopped", "slip", "void"});
    std::string lines;
    for (const auto& step : steps) {
        lines += names.at(static_cast<std::size_t>(step.kind));
        if (step.from) {
            lines += " " + moment(step.from);
        }
        if (step.until || step.kind == Kind::pause) {
            lines += " - " + moment(step.until);
        }
        if (step.kind == Kind::counted) {
            lines += " " + hours_of(step.counted) + " = " + hours_of(step.total);
        }
        lines += (step.detail.empty() ? "" : " " + step.detail) + "\n";
    }
    return lines;
}

}  // namespace

TEST_SUITE("the derivation of a deadline") {
    TEST_CASE("each open interval is counted with its running total, and each holiday skipped by name") {
        CHECK(told(explained("Easter lies between the report and the answer that is due").front().steps) ==
              "term 4bh\n"
              "started 04-01T15:00\n"
              "counted 04-01T15:00 - 04-01T16:00 1:00 = 1:00\n"
              "skipped 04-02T00:00 - 04-03T00:00 Skærtorsdag (holiday)\n"
              "skipped 04-03T00:00 - 04-04T00:00 Langfredag (holiday)\n"
              "skipped 04-05T00:00 - 04-06T00:00 Påskedag (holiday)\n"
              "skipped 04-06T00:00 - 04-07T00:00 2. påskedag (holiday)\n"
              "counted 04-07T08:00 - 04-07T11:00 3:00 = 4:00\n"
              "due 04-07T11:00\n");
    }

    TEST_CASE("each pause is told with its holder and reason") {
        CHECK(told(explained("While the ball is ours the vendor's clocks stand still").front().steps) ==
              "term 4bh\n"
              "started 06-08T09:00\n"
              "counted 06-08T09:00 - 06-08T11:00 2:00 = 2:00\n"
              "pause 06-08T11:00 - 06-09T10:00 us: ball\n"
              "counted 06-09T10:00 - 06-09T12:00 2:00 = 4:00\n"
              "due 06-09T12:00\n");
    }

    TEST_CASE("working days are numbered from the one after the start, and holidays have no number") {
        CHECK(told(explained("Easter lies between the report and the answer that is due").at(1).steps) ==
              "term 2bd\n"
              "started 04-01T15:00\n"
              "counted 04-01T15:00 - 04-01T16:00 1:00 = 1:00\n"
              "skipped 04-02T00:00 - 04-03T00:00 Skærtorsdag (holiday)\n"
              "skipped 04-03T00:00 - 04-04T00:00 Langfredag (holiday)\n"
              "skipped 04-05T00:00 - 04-06T00:00 Påskedag (holiday)\n"
              "skipped 04-06T00:00 - 04-07T00:00 2. påskedag (holiday)\n"
              "counted 04-07T08:00 - 04-07T16:00 8:00 = 9:00 1\n"
              "counted 04-08T08:00 - 04-08T16:00 8:00 = 17:00 2\n"
              "due 04-08T16:00\n");
    }

    TEST_CASE("working days that a pause turns into open time are told as that") {
        const auto clocks = explained("While the ball is ours the vendor's clocks stand still");
        const auto text = told(clocks.at(1).steps);
        CHECK(text.starts_with("term 2bd\nstarted 06-08T09:00\nterm 06-08T09:00 - 06-10T16:00 2bd\n"));
        CHECK(clocks.at(1).steps.at(2).total == std::chrono::hours{23});
        CHECK(text.find(" 1\n") == std::string::npos);
    }

    TEST_CASE("a stop tells what was counted until then") {
        for (const auto& history : written().histories) {
            if (!history.standings.back().error.empty()) {
                continue;
            }
            for (const auto& clock : explained(history, history.standings.back())) {
                for (const auto& step : clock.steps) {
                    CHECK((step.kind != Kind::stopped || clock.name == core::ClockName::promise ||
                           step.total == clock.elapsed));
                }
            }
        }
    }

    TEST_CASE("a pause that lasts is told, and nothing is due") {
        const auto clocks = explained("Reopened after it was withdrawn: the ball is where it was");
        const auto text = told(clocks.front().steps);
        CHECK(text.find("pause 06-10T11:00 - ... us: ") != std::string::npos);
        CHECK(text.find("due") == std::string::npos);
    }

    TEST_CASE("a changed category is told") {
        const auto clocks = explained("A changed category reckons anew from the original start");
        CHECK(told(clocks.at(1).steps).find("category 06-08T11:00 2\n") != std::string::npos);
    }

    TEST_CASE("a new run is told") {
        const auto clocks = explained("With restart a failed fix begins anew");
        CHECK(told(clocks.at(1).steps).find("restarted 06-11T09:00\n") != std::string::npos);
    }

    TEST_CASE("a slip of a promise is told") {
        const auto clocks = explained("A promise whose date had passed when it was replaced is missed");
        CHECK(told(clocks.back().steps).find("slip 06-09T13:00 1\n") != std::string::npos);
    }

    TEST_CASE("in every history the steps lead to the deadline that the clock shows") {
        for (const auto& history : written().histories) {
            CAPTURE(history.title);
            for (const auto& standing : history.standings) {
                if (!standing.error.empty()) {
                    continue;
                }
                for (const auto& clock : explained(history, standing)) {
                    const auto text = told(clock.steps);
                    CAPTURE(text);
                    const auto due = std::ranges::find(clock.steps, Kind::due, &core::ClockStep::kind);
                    CHECK((due != clock.steps.end()) == (clock.due_at && clock.started_at));
                    if (due == clock.steps.end() || clock.name == core::ClockName::promise) {
                        continue;
                    }
                    CHECK(due->from == clock.due_at);
                    const auto target = core::parse_target(clock.target);
                    if (!target.is_working_days()) {
                        CHECK(due->total == target.length());
                    }
                }
            }
        }
    }
}
