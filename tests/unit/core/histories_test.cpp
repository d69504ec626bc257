#include "tests/unit/core/histories.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/clock.hpp"
#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/core/summary.hpp"
#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

std::string shown(const std::optional<core::Instant>& instant) {
    return instant ? spoc::tests::shown(*instant) : std::string{"none"};
}

/// A clock in one line, so that a failure reads like the expectation.
std::string described(const core::Clock& clock) {
    return fmt::format("{} {} due {} stopped {} started {} target {} elapsed {} slips {} misses {}",
                       word(clock.name), word(clock.state), shown(clock.due_at), shown(clock.stopped_at),
                       shown(clock.started_at), clock.target, clock.elapsed.count(), clock.slips,
                       clock.misses);
}

void check_clock(const core::Clock& clock, const ExpectedClock& expected) {
    const auto found = described(clock);
    CAPTURE(expected.line);
    CAPTURE(found);
    CHECK(word(clock.name) == expected.name);
    CHECK(word(clock.state) == expected.state);
    CHECK(shown(clock.due_at) == shown(expected.due));
    CHECK(shown(clock.stopped_at) == shown(expected.stopped));
    CHECK((!expected.started || clock.started_at == expected.started));
    CHECK((!expected.elapsed || clock.elapsed == *expected.elapsed));
    CHECK((!expected.slips || clock.slips == *expected.slips));
    CHECK((!expected.misses || clock.misses == *expected.misses));
    CHECK((expected.target.empty() || clock.target == expected.target));
}

void check_standing(const WrittenHistory& history, const core::Terms& terms, const Standing& standing) {
    const auto seen = core::visible(history.events, standing.now, standing.as_of);
    const auto folded = core::fold(seen, core::case_rules(terms, "BOM"));
    CHECK((standing.state.empty() || word(folded.state) == standing.state));
    CHECK(folded.ball == standing.ball.value_or(folded.ball));
    CHECK(folded.failed_verifications == standing.failures.value_or(folded.failed_verifications));
    if (!standing.error.empty()) {
        try {
            core::clocks(seen, folded, terms, standing.now, history.windows);
            FAIL_CHECK("the clocks could be reckoned");
        } catch (const core::ConfigError& error) {
            const std::string told = error.what();
            CAPTURE(told);
            CHECK(told.find(standing.error) != std::string::npos);
        }
        return;
    }
    const auto clocks = core::clocks(seen, folded, terms, standing.now, history.windows);
    REQUIRE(clocks.size() == standing.clocks.size());
    for (std::size_t at = 0; at < clocks.size(); ++at) {
        check_clock(clocks[at], standing.clocks[at]);
    }
}

}  // namespace

TEST_SUITE("case histories") {
    TEST_CASE("every history in histories.txt comes out as worked out by hand") {
        REQUIRE(written().histories.size() > 100);
        for (const auto& history : written().histories) {
            CAPTURE(history.title);
            const auto terms = terms_of(history.agreement);
            REQUIRE_FALSE(history.standings.empty());
            for (const auto& standing : history.standings) {
                const auto now = spoc::tests::shown(standing.now);
                CAPTURE(now);
                check_standing(history, terms, standing);
            }
        }
    }

    TEST_CASE("an explanation reckons the same clocks, and the same bytes twice") {
        for (const auto& history : written().histories) {
            CAPTURE(history.title);
            const auto terms = terms_of(history.agreement);
            for (const auto& standing : history.standings) {
                if (!standing.error.empty()) {
                    continue;
                }
                const auto seen = core::visible(history.events, standing.now, standing.as_of);
                const auto folded = core::fold(seen, core::case_rules(terms, "BOM"));
                const auto brief = core::clocks(seen, folded, terms, standing.now, history.windows);
                const auto told = core::explained_clocks(seen, folded, terms, standing.now, history.windows);
                REQUIRE(brief.size() == told.size());
                for (std::size_t at = 0; at < brief.size(); ++at) {
                    CHECK(described(brief[at]) == described(told[at]));
                    CHECK(brief[at].steps.empty());
                    CHECK((told[at].steps.empty()) ==
                          (told[at].state == core::ClockState::not_started ||
                           (told[at].state == core::ClockState::void_ && !told[at].started_at)));
                }
            }
        }
    }

    TEST_CASE("events of an unknown kind change nothing") {
        for (const auto& history : written().histories) {
            CAPTURE(history.title);
            const auto terms = terms_of(history.agreement);
            const auto& standing = history.standings.back();
            if (!standing.error.empty()) {
                continue;
            }
            auto events = history.events;
            for (std::size_t at = history.events.size(); at-- > 0;) {
                auto strange = history.events[at];
                strange.kind_word = "danced";
                strange.id += "x";
                events.insert(events.begin() + static_cast<std::ptrdiff_t>(at) + 1, strange);
            }
            auto changed = history;
            changed.events = events;
            check_standing(changed, terms, standing);
        }
    }

    TEST_CASE("the next deadline is the earliest of the clocks that are still open") {
        const auto& history = written().histories.front();
        const auto terms = terms_of(history.agreement);
        const auto clocks_at = [&](std::string_view now) {
            const auto seen = core::visible(history.events, at(now), std::nullopt);
            return core::clocks(seen, core::fold(seen, core::case_rules(terms, "BOM")), terms, at(now));
        };
        const auto before_answer = core::next_deadline(clocks_at("2026-06-08T12:00:00+02:00"));
        REQUIRE(before_answer);
        CHECK(before_answer->clock == core::ClockName::response);
        CHECK(spoc::tests::shown(before_answer->due) == "2026-06-08T13:00:00+02:00");
        const auto after = core::next_deadline(clocks_at("2026-06-08T15:00:00+02:00"));
        REQUIRE(after);
        CHECK(after->clock == core::ClockName::fix);
        CHECK_FALSE(core::next_deadline(clocks_at("2026-06-08T08:45:00+02:00")));
    }

    TEST_CASE("only a defect has clocks, and only of a system that is known") {
        auto history = written().histories.front().events;
        const auto terms = terms_of("plain");
        const auto now = at("2026-06-08T12:00:00+02:00");
        const auto rules = core::case_rules(terms, "BOM");
        auto unknown = history;
        for (auto& event : unknown) {
            event.case_id.system = "XYZ";
        }
        CHECK_THROWS_AS(core::clocks(unknown, core::fold(unknown, rules), terms, now), core::ConfigError);
        history.front().data.set("type", "wish");
        CHECK(core::clocks(history, core::fold(history, rules), terms, now).empty());
    }
}
