#include <random>

#include <doctest/doctest.h>

#include "lib/store/database.hpp"
#include "lib/store/store.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

constexpr auto morning = "2026-03-02T09:00:00+01:00";

void report(store::Store& store, const core::CaseId& id, std::string_view at) {
    tests::append(store, tests::event(id, "reported", at, R"({"to":"vendor"})"));
}

/// Five cases: 1 reported late, 2 not reported, 3 reported early, 4 closed, 5 a wish.
store::Store five_cases() {
    auto store = store::Store::in_memory(tests::plain_rules());
    for (const auto* const title : {"one", "two", "three", "four"}) {
        tests::open_defect(store, title, morning);
    }
    auto transaction = store.begin();
    transaction.open_case(
        "FBS", tests::event({}, "recorded", morning, R"({"type":"wish","title":"five","system":"FBS"})"));
    transaction.commit();
    report(store, {"BOM", 1}, "2026-03-02T12:00:00+01:00");
    report(store, {"BOM", 3}, "2026-03-02T10:00:00+01:00");
    tests::append(store,
                  tests::event({"BOM", 3}, "categorised", "2026-03-02T10:00:00+01:00", R"({"category":1})"));
    tests::append(store, tests::event({"BOM", 4}, "closed", "2026-03-02T10:00:00+01:00", R"({"as":"use"})"));
    return store;
}

std::string listed(const store::Store& store, const store::CaseFilter& filter) {
    return tests::numbers(store.list(filter));
}

/// A store of many cases in every state, with deadlines all over some weeks.
store::Store many_cases() {
    auto store = store::Store::in_memory(tests::plain_rules());
    std::mt19937 chance(7);
    const auto start = tests::time(morning).at;
    auto transaction = store.begin();
    for (int number = 1; number <= 300; ++number) {
        auto at = core::Timestamp{start + core::Seconds{chance() % 3'000'000U}, {}};
        auto recorded = tests::defect("a", morning);
        recorded.occurred_at = recorded.recorded_at = at;
        recorded.data.set("category", static_cast<int>(1 + chance() % 5));
        if (chance() % 4 == 0) {
            recorded.data.set("type", chance() % 2 == 0 ? "wish" : "question");
        }
        recorded.data.set("system", chance() % 3 == 0 ? "FBS" : "BOM");
        const auto id = transaction.open_case(std::string(recorded.text("system")), recorded).case_id;
        const auto add = [&](std::string_view kind, std::string_view data) {
            auto event = tests::event(id, kind, morning, data);
            at.at += core::Seconds{60};
            event.occurred_at = event.recorded_at = at;
            transaction.append(event);
        };
        if (chance() % 5 != 0) {
            add("reported", R"({"to":"vendor"})");
        }
        if (chance() % 3 == 0) {
            add("answered", R"({"from":"vendor"})");
        }
        if (chance() % 4 == 0) {
            add("fix-announced", R"({"from":"vendor"})");
        }
        if (chance() % 4 == 0) {
            add("closed", R"({"as":"withdrawn"})");
        }
    }
    transaction.commit();
    return store;
}

/// The same counts the slow way.
store::Counts recounted(const store::Store& store, core::Instant now, core::Instant soon,
                        std::string_view system) {
    store::Counts counts;
    store.each_case({}, [&](const core::CaseSummary& summary) {
        if (!system.empty() && summary.id.system != system) {
            return;
        }
        auto& type = counts.types.at(static_cast<std::size_t>(summary.type));
        ++type.open;
        ++type.ball[summary.ball];
        if (summary.category) {
            ++type.by_category[*summary.category];
        }
        type.overdue += summary.next_due_at && *summary.next_due_at < now ? 1 : 0;
        type.due_soon +=
            summary.next_due_at && *summary.next_due_at >= now && *summary.next_due_at <= soon ? 1 : 0;
        type.to_verify += summary.state == core::CaseState::fix_announced ? 1 : 0;
        type.to_escalate += summary.escalate_at && *summary.escalate_at <= now ? 1 : 0;
    });
    const auto tomorrow = std::chrono::floor<std::chrono::days>(now) + std::chrono::days{1};
    store.each_case({.scope = store::CaseFilter::Scope::all}, [&](const core::CaseSummary& summary) {
        const auto back =
            (tomorrow - std::chrono::floor<std::chrono::days>(summary.recorded_at.at)).count() - 1;
        const bool ours = system.empty() || summary.id.system == system;
        if (ours && summary.type == core::CaseType::defect && back >= 0 && back < 84) {
            ++counts.weeks.at(static_cast<std::size_t>(11 - back / 7));
        }
    });
    return counts;
}

}  // namespace

TEST_SUITE("list") {
    TEST_CASE("what is listed of a case is what the whole case says") {
        const auto store = many_cases();
        store::CaseFilter all;
        all.scope = store::CaseFilter::Scope::all;
        std::vector<core::CaseSummary> listed;
        const auto add = [&](const core::CaseSummary& summary) { listed.push_back(summary); };
        store.each_case(all, add, store::Store::Detail::listed);
        auto whole = store.list(all);
        for (auto& summary : whole) {
            summary.recorded_event.clear();
            summary.trouble.clear();
            summary.escalate_at.reset();
            summary.escalate_rung.clear();
            summary.escalate_clock.reset();
            summary.recorded_at.offset = summary.changed_at.offset = {};
            if (summary.reported_at) {
                summary.reported_at->offset = {};
            }
        }
        CHECK(listed.size() == 300);
        CHECK(listed == whole);
    }

    TEST_CASE("open cases are listed by their next deadline, those without one last, by number") {
        CHECK(listed(five_cases(), {}) == "3 1 2 5");
    }

    TEST_CASE("each filter leaves what fits it") {
        const auto store = five_cases();
        using Scope = store::CaseFilter::Scope;
        CHECK(listed(store, {.system = "FBS"}) == "5");
        CHECK(listed(store, {.type = core::CaseType::defect}) == "3 1 2");
        CHECK(listed(store, {.type = core::CaseType::wish}) == "5");
        CHECK(listed(store, {.category = 1}) == "3");
        CHECK(listed(store, {.state = core::CaseState::reported}) == "3 1");
        CHECK(listed(store, {.ball = "us"}) == "2 5");
        CHECK(listed(store, {.scope = Scope::closed}) == "4");
        CHECK(listed(store, {.scope = Scope::all}) == "3 1 2 4 5");
        CHECK(listed(store, {.limit = 2}) == "3 1");
        CHECK(listed(store, {.since = tests::time("2026-03-02T12:00:00+01:00").at}) == "1");
        const auto due = store.summary({"BOM", 3}).next_due_at.value();
        CHECK(listed(store, {.overdue_at = due}).empty());
        CHECK(listed(store, {.overdue_at = due + core::Seconds{1}}) == "3");
        CHECK(listed(store, {.due_until = due}) == "3");
        CHECK(listed(store, {.due_until = tests::time("9999-12-31T23:59:59Z").at}) == "3 1");
        CHECK(listed(store,
                     {.system = "BOM", .state = core::CaseState::reported, .ball = "vendor", .limit = 1}) ==
              "3");
    }

    TEST_CASE("a text narrows a list, in the same order") {
        const auto store = five_cases();
        CHECK(listed(store, {.text = "three"}) == "3");
        CHECK(listed(store, {.text = "t"}).empty());
        CHECK(listed(store, {.text = "fou"}).empty());
        CHECK(listed(store, {.text = "fou", .scope = store::CaseFilter::Scope::all}) == "4");
        CHECK(listed(store, {.text = "!!!"}).empty());
        CHECK(listed(store, {.category = 1, .text = "three"}) == "3");
        CHECK(listed(store, {.category = 2, .text = "three"}).empty());
    }

    TEST_CASE("a text fits many cases in the order of every list, and the limit holds") {
        auto store = store::Store::in_memory(tests::plain_rules());
        for (int i = 0; i < 3; ++i) {
            tests::open_defect(store, "samme ord", morning);
        }
        report(store, {"BOM", 3}, "2026-03-02T10:00:00+01:00");
        CHECK(listed(store, {.text = "samme"}) == "3 1 2");
        CHECK(listed(store, {.text = "samme", .limit = 2}) == "3 1");
    }

    TEST_CASE("the next escalations are listed by when they are due") {
        const auto store = many_cases();
        const auto until = tests::time("2026-03-20T09:00:00+01:00").at;
        const auto cases = store.escalations({.limit = 50}, until);
        core::Instant previous = core::Instant::min();
        for (const auto& summary : cases) {
            REQUIRE(summary.escalate_at);
            CHECK(previous <= *summary.escalate_at);
            CHECK(*summary.escalate_at <= until);
            previous = *summary.escalate_at;
        }
        CHECK(store.list({.escalate_until = until}).size() >= cases.size());
    }

    TEST_CASE("the counters say at every moment what counting says") {
        const auto store = many_cases();
        const auto start = tests::time(morning).at;
        for (int hour = -50; hour < 1000; hour += 7) {
            const auto now = start + std::chrono::hours{hour} + core::Seconds{hour};
            const auto soon = now + std::chrono::hours{hour % 100};
            CAPTURE(hour);
            CHECK(store.counts(now, std::max(now, soon)) == recounted(store, now, std::max(now, soon), ""));
            CHECK(store.counts(now, std::max(now, soon), "FBS") ==
                  recounted(store, now, std::max(now, soon), "FBS"));
        }
        const auto due = store.list({.limit = 1}).front().next_due_at.value();
        CHECK(store.counts(due, due) == recounted(store, due, due, ""));
    }

    TEST_CASE("deadlines before 1970 are counted like all others") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "old", "1969-06-01T09:00:00+01:00");
        report(store, id, "1969-06-01T10:00:00+01:00");
        const auto now = tests::time("1969-07-01T10:00:00+01:00").at;
        CHECK(store.counts(now, now) == recounted(store, now, now, ""));
    }
}
