#include <algorithm>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/clock.hpp"
#include "lib/core/summary.hpp"
#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;
using std::chrono::minutes;

namespace {

core::Terms terms() {
    core::AgreementTerms agreement;
    agreement.name = "Drift";
    agreement.from = date("2020-01-01");
    agreement.calendars = {.response = "office", .fix = "office", .update = {}};
    const auto add = [&](int number, const char* response, const char* fix) {
        core::CategoryTerms category;
        category.category = number;
        category.response = target(response);
        category.fix = target(fix);
        agreement.categories.push_back(category);
    };
    add(1, "50min", "11h");
    add(2, "3bh", "700bmin");
    add(3, "1bd", "2bd");
    core::Terms all;
    all.calendars = {core::Calendar(office_terms())};
    all.agreements = {agreement};
    all.systems = {
        {.code = "BOM", .name = "BOM", .vendor = "vendor", .agreement = "Drift", .zone = copenhagen()}};
    return all;
}

/// An arbitrary history: recorded, reported, and then what may happen to a defect, in whole minutes.
core::History any_history(unsigned seed) {
    std::mt19937 engine(seed);
    const auto roll = [&](unsigned below) { return engine() % below; };
    core::History history;
    auto now = at("2026-03-20T00:00:00+01:00") + minutes{roll(60 * 24 * 60)};
    const auto then = [&](const char* kind, core::Members data) {
        core::Event event;
        event.id = fmt::format("{:04}", history.size());
        event.case_id = {"BOM", 1};
        event.kind_word = kind;
        event.occurred_at = {now, {}};
        event.recorded_at = event.occurred_at;
        event.data = std::move(data);
        history.push_back(std::move(event));
        now += minutes{1 + roll(900)};
    };
    then("recorded", {{"type", "defect"}, {"category", static_cast<int>(1 + roll(3))}});
    then("reported", {{"to", "vendor"}});
    for (auto left = 1 + roll(9); left > 0; --left) {
        const bool is_closed = history.back().kind_word == "closed";
        switch (is_closed ? 8 : roll(9)) {  // nobody gives a verdict on a closed case
            case 0:
                then("answered", {{"from", roll(2) == 0 ? "vendor" : "kombit"}});
                break;
            case 1:
            case 2:
                then("ball", {{"holder", std::to_array({"us", "vendor", "kombit", "local-it"}).at(roll(4))}});
                break;
            case 3:
            case 4:
                then("fix-announced", {{"from", "vendor"}});
                break;
            case 5:
                then("verified", {{"outcome", roll(3) == 0 ? "pass" : "fail"}});
                break;
            case 6:
                then("categorised", {{"category", static_cast<int>(1 + roll(3))}});
                break;
            case 7:
                then("closed", {{"as", roll(2) == 0 ? "withdrawn" : "fixed"}});
                break;
            default:
                then("reopened", {});
                break;
        }
    }
    return history;
}

/// Which minutes count for a clock, and when and under which category it stopped, found by stepping through
/// the history once more with the plainest of rules.
struct Stepped {
    core::Instant start;
    std::vector<bool> counts;  ///< minute by minute from the start until now
    std::optional<core::Instant> stop;
    std::optional<core::Instant> closed;
    int category = 0;
};

/// The state of a defect as far as its fix clock is concerned.
class Stepper {
public:
    void take(const core::Event& event) {
        const auto when = event.occurred_at.at;
        switch (event.kind()) {
            case core::EventKind::recorded:
            case core::EventKind::categorised:
                category_ = event.category().value();
                break;
            case core::EventKind::reported:
                holder_ = event.text("to");
                break;
            case core::EventKind::ball:
                holder_ = event.text("holder");
                break;
            case core::EventKind::fix_announced:
                if (!stop_) {
                    announced_ = when;
                    announced_category_ = category_;
                    holder_ = "us";
                }
                break;
            case core::EventKind::verified:
                event.text("outcome") == "pass" ? pass(when) : fail();
                break;
            case core::EventKind::closed:
                closed_ = closed_.value_or(when);
                closed_as_ = event.text("as");
                if (closed_as_ == "fixed") {
                    pass(when);
                }
                break;
            case core::EventKind::reopened:
                if (closed_ && closed_as_ == "fixed") {
                    fail();
                }
                closed_.reset();
                break;
            default:
                break;
        }
    }

    bool counts() const {
        return holder_ != "us" && holder_ != "local-it" && !announced_ && !stop_ && !closed_;
    }

    void tell(Stepped& stepped) const {
        stepped.stop = stop_;
        stepped.closed = closed_;
        stepped.category = stop_ ? stop_category_ : category_;
    }

private:
    void pass(core::Instant when) {
        if (stop_) {
            return;
        }
        stop_ = announced_.value_or(when);
        stop_category_ = announced_ ? announced_category_ : category_;
        announced_.reset();
        holder_ = "us";
    }

    void fail() {
        stop_.reset();
        announced_.reset();
        holder_ = "vendor";
    }

    std::string holder_ = "us";
    int category_ = 0;
    std::optional<core::Instant> announced_;
    int announced_category_ = 0;
    std::optional<core::Instant> stop_;
    int stop_category_ = 0;
    std::optional<core::Instant> closed_;
    std::string closed_as_;
};

Stepped step_through(const core::History& history, core::Instant now) {
    Stepper stepper;
    Stepped stepped{};
    stepped.start = history.at(1).occurred_at.at;
    std::size_t next = 0;
    for (auto minute = history.front().occurred_at.at; minute <= now; minute += minutes{1}) {
        while (next < history.size() && history[next].occurred_at.at <= minute) {
            stepper.take(history[next++]);
        }
        if (minute >= stepped.start) {
            stepped.counts.push_back(stepper.counts());
        }
    }
    stepper.tell(stepped);
    return stepped;
}

/// Whether the minute that begins at `minute` counts. What was paused at a stop counts from then on.
bool minute_counts(const Stepped& stepped, core::Instant minute) {
    if (stepped.stop && minute >= *stepped.stop) {
        return true;
    }
    const auto index = static_cast<std::size_t>((minute - stepped.start) / minutes{1});
    return index < stepped.counts.size() ? stepped.counts[index] : stepped.counts.back();
}

/// The first minute at which the target is reached; nothing if a pause lasts.
std::optional<core::Instant> stepped_due(const Stepped& stepped, const core::Target& target,
                                         const core::Calendar& calendar) {
    auto length = target.length();
    bool paused = false;
    if (target.is_working_days()) {
        const auto plain = calendar.add(stepped.start, target);
        for (auto minute = stepped.start; minute < plain; minute += minutes{1}) {
            paused = paused || !minute_counts(stepped, minute);
        }
        if (!paused) {
            return plain;
        }
        length = calendar.elapsed(stepped.start, plain);
    }
    const auto give_up = stepped.start + std::chrono::days{120};
    auto minute = stepped.start;
    for (auto left = length; minute < give_up; minute += minutes{1}) {
        const bool runs = minute_counts(stepped, minute) && (target.is_real() || calendar.is_open(minute));
        if (left == core::Seconds{0} && (!paused || runs)) {
            return minute;  // a paused target of working days lands on a minute that is open
        }
        left -= runs && left > core::Seconds{0} ? minutes{1} : minutes{0};
    }
    return std::nullopt;
}

std::string stepped_fix(const core::History& history, const core::Terms& terms, core::Instant now) {
    auto stepped = step_through(history, now);
    const auto& calendar = terms.calendars.front();
    const auto& fix = terms.agreements.front().category(stepped.category)->fix.value();
    const bool ended = stepped.closed && !stepped.stop;
    if (ended) {  // reckoned up to the closing
        auto at_closing = stepped;
        at_closing.stop = stepped.closed;
        const auto due = stepped_due(at_closing, fix, calendar);
        return due && *due < *stepped.closed ? "missed " + shown(*due) : "void";
    }
    const auto due = stepped_due(stepped, fix, calendar);
    if (stepped.stop) {
        return (*stepped.stop <= due.value() ? "met " : "missed ") + shown(*due) + " " + shown(*stepped.stop);
    }
    if (!due) {
        return "paused";
    }
    return (now > *due ? "missed " : "running ") + shown(*due);
}

std::string reckoned_fix(const core::History& history, const core::Terms& terms, core::Instant now) {
    const auto folded = core::fold(history, core::case_rules(terms, "BOM"));
    for (const auto& clock : core::clocks(history, folded, terms, now)) {
        if (clock.name == core::ClockName::fix) {
            return std::string(word(clock.state)) + (clock.due_at ? " " + shown(*clock.due_at) : "") +
                   (clock.stopped_at ? " " + shown(*clock.stopped_at) : "");
        }
    }
    return "none";
}

std::string told(const core::History& history) {
    std::string lines;
    for (const auto& event : history) {
        lines += shown(event.occurred_at.at) + " " + event.kind_word;
        for (const auto* const member : {"to", "holder", "outcome", "as", "from"}) {
            lines += event.text(member).empty() ? "" : " " + std::string(event.text(member));
        }
        lines += event.category() ? " " + std::to_string(*event.category()) + "\n" : "\n";
    }
    return lines;
}

}  // namespace

TEST_SUITE("clock properties") {
    TEST_CASE("the fix clock is what a stepper counts minute by minute") {
        const auto all = terms();
        for (unsigned seed = 0; seed < 250; ++seed) {
            CAPTURE(seed);
            const auto history = any_history(seed);
            const auto text = told(history);
            CAPTURE(text);
            const auto now = history.back().occurred_at.at + minutes{seed % 2000};
            CHECK(reckoned_fix(history, all, now) == stepped_fix(history, all, now));
        }
    }

    TEST_CASE("an event written down late, and in any order, leads to the same clocks") {
        const auto all = terms();
        for (unsigned seed = 0; seed < 100; ++seed) {
            CAPTURE(seed);
            const auto history = any_history(seed);
            auto shuffled = history;
            std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
            for (auto& event : shuffled) {
                event.recorded_at.at = history.back().occurred_at.at;
            }
            std::ranges::sort(shuffled, core::before);
            const auto now = history.back().occurred_at.at + minutes{600};
            CHECK(reckoned_fix(shuffled, all, now) == reckoned_fix(history, all, now));
        }
    }

    TEST_CASE("a deadline that runs does not move while nothing happens") {
        const auto all = terms();
        for (unsigned seed = 0; seed < 100; ++seed) {
            CAPTURE(seed);
            const auto history = any_history(seed);
            const auto folded = core::fold(history, core::case_rules(all, "BOM"));
            const auto now = history.back().occurred_at.at;
            const auto early = core::clocks(history, folded, all, now);
            const auto late = core::clocks(history, folded, all, now + std::chrono::days{30});
            REQUIRE(early.size() == late.size());
            for (std::size_t each = 0; each < early.size(); ++each) {
                CHECK(early[each].due_at == late[each].due_at);
            }
        }
    }
}
