#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lib/core/error.hpp"
#include "lib/core/redaction.hpp"
#include "lib/store/ahead.hpp"
#include "lib/store/fresh_cases.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

using Lines = std::vector<std::string>;

std::string line(int number, int at, std::string_view kind, int id, std::string_view data) {
    const auto time = core::rfc3339({core::Instant{core::Seconds{1'700'000'000 + at * 60}}, {}});
    return fmt::format(
        R"({{"schema":1,"id":"0192f3a0-7c1e-7a52-8000-{:012x}","case":"BOM-{}","kind":"{}","occurred_at":"{}",)"
        R"("recorded_at":"{}","actor":"Support","data":{}}})",
        id, number, kind, time, time, data);
}

/// So many cases, of four events each, a few of them open at a time; at the end some cases that have long
/// lain still are written to again.
Lines long_log(int cases) {
    constexpr int lag = 20;
    Lines lines;
    const auto add = [&](int number, std::string_view kind, std::string_view data) {
        const auto at = static_cast<int>(lines.size());
        lines.push_back(line(number, at, kind, at, data));
    };
    for (int moment = 1; moment <= cases + 3 * lag; ++moment) {
        const auto is_at = [&](int step) { return moment > step * lag && moment - step * lag <= cases; };
        if (is_at(0)) {
            add(moment, "recorded",
                fmt::format(R"({{"type":"defect","title":"Kladde {} væk","system":"BOM","category":{}}})",
                            moment, moment % 4 + 1));
        }
        if (is_at(1)) {
            add(moment - lag, "reported", R"({"to":"vendor","via":"mail"})");
        }
        if (is_at(2)) {
            add(moment - 2 * lag, "answered",
                fmt::format(R"({{"from":"vendor","ref":"INC{}","text":"Set"}})", moment - 2 * lag));
        }
        if (is_at(3)) {
            add(moment - 3 * lag, moment % 5 < 3 ? "closed" : "teleported", R"({"as":"fixed"})");
        }
    }
    for (int number = 1; number <= cases; number += 97) {
        add(number, "noted", R"({"text":"Endnu en gang"})");
    }
    return lines;
}

std::string joined(const Lines& lines, std::size_t from, std::size_t until) {
    std::string text;
    for (auto at = from; at < std::min(until, lines.size()); ++at) {
        text += lines[at] + "\n";
    }
    return text;
}

/// The place of the first line of a kind from a place on.
std::size_t of_kind(const Lines& lines, std::size_t from, std::string_view kind) {
    while (lines[from].find(fmt::format(R"("kind":"{}")", kind)) == std::string::npos) {
        ++from;
    }
    return from;
}

Lines split(const std::string& text) {
    Lines lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// Takes the lines in files so short that nothing is read ahead.
void import_in_pieces(store::Store& store, const Lines& lines) {
    constexpr std::size_t piece = 700;
    for (std::size_t from = 0; from < lines.size(); from += piece) {
        CHECK(tests::import_text(store, joined(lines, from, from + piece)).faulty == 0);
    }
}

/// Removes the text of a case's reference from the event that has it.
void redact_reference(store::Store& store, const core::CaseId& id, const std::string& reference) {
    for (auto event : store.history(id)) {
        if (event.text("ref") == reference) {
            event.data.set("ref", std::string(core::removal_bar));
            event.data.set(core::removal_mark, true);
            auto transaction = store.begin();
            transaction.redact(event, tests::event(id, "redacted", "2026-12-02T09:00:00+01:00",
                                                   R"({"reason":"på anmodning"})"));
            transaction.commit();
        }
    }
}

std::string faults(const store::Store& store) {
    return tests::told(store.doctor(tests::time("2027-01-01T00:00:00Z").at));
}

store::Store empty_store() {
    return store::Store::in_memory(tests::plain_rules());
}

}  // namespace

TEST_SUITE("import of a long file") {
    TEST_CASE("a long file comes to the same as its pieces one by one") {
        const auto lines = long_log(5000);
        auto in_pieces = empty_store();
        import_in_pieces(in_pieces, lines);
        auto whole = empty_store();
        const auto report = tests::import_text(whole, joined(lines, 0, lines.size()));
        CHECK(report.added == std::ssize(lines));
        CHECK(tests::derived(whole) == tests::derived(in_pieces));
        CHECK(faults(whole).empty());
        const auto exported = tests::exported(in_pieces);
        auto copy = empty_store();
        CHECK(tests::import_text(copy, exported).added == std::ssize(lines));
        CHECK(tests::exported(copy) == exported);
        CHECK(tests::derived(copy) == tests::derived(in_pieces));
        CHECK(faults(copy).empty());
        CHECK(tests::import_text(copy, exported).known == std::ssize(lines));
    }

    TEST_CASE("a line that comes again, far from the first, is known; what says otherwise is refused") {
        auto lines = long_log(1200);
        lines.insert(lines.begin() + 3000, lines[5]);
        lines.push_back(line(3, 10, "noted", 7, R"({"text":"noget andet"})"));
        auto store = empty_store();
        const auto report =
            tests::import_text(store, joined(lines, 0, lines.size()), store::OnFault::keep_going);
        CHECK(report.known == 1);
        REQUIRE(report.faults.size() == 1);
        CHECK(report.faults.front().line == std::ssize(lines));
        CHECK(report.added == std::ssize(lines) - 2);
        CHECK(faults(store).empty());
    }

    TEST_CASE("lines that cannot be taken are told by their numbers, and the rest is kept if that is asked") {
        auto lines = long_log(1000);
        const auto first = of_kind(lines, 2100, "answered");
        const auto second = of_kind(lines, 2500, "answered");
        lines[first].insert(0, "x");
        lines[second] = "{\"schema\":1}";
        lines.insert(lines.begin() + 1500, "");
        auto store = empty_store();
        const auto text = joined(lines, 0, lines.size());
        CHECK(tests::import_text(store, text).faulty == 2);
        CHECK(tests::exported(store).empty());
        const auto report = tests::import_text(store, text, store::OnFault::keep_going);
        REQUIRE(report.faults.size() == 2);
        CHECK(report.faults[0].line == static_cast<std::int64_t>(first) + 2);
        CHECK(report.faults[1].line == static_cast<std::int64_t>(second) + 2);
        CHECK(report.added == std::ssize(lines) - 3);
        CHECK(faults(store).empty());
    }

    TEST_CASE("a link that was broken is found however long the file") {
        auto store = empty_store();
        import_in_pieces(store, long_log(1000));
        auto lines = split(tests::exported(store));
        const auto at = lines[3333].find(R"("actor":"S)");
        REQUIRE(at != std::string::npos);
        lines[3333][at + 9] = 'T';
        auto other = empty_store();
        const auto report =
            tests::import_text(other, joined(lines, 0, lines.size()), store::OnFault::keep_going);
        REQUIRE_FALSE(report.faults.empty());
        CHECK(report.faults.front().line == 3334);
        CHECK(report.added == 3333);
    }

    TEST_CASE("what was read ahead is given up when the source fails") {
        auto store = empty_store();
        const auto lines = long_log(1000);
        std::size_t at = 0;
        const auto source = [&](std::string& text) {
            if (at == 2500) {
                throw core::OutsideError("the file cannot be read further");
            }
            text = lines[at++];
            return true;
        };
        CHECK_THROWS_AS(store.import_lines(source, store::OnFault::keep_going), core::OutsideError);
        CHECK(tests::exported(store).empty());
        CHECK(tests::import_text(store, joined(lines, 0, 1)).added == 1);
    }

    TEST_CASE("what was removed from a case that lay still does not come back with how it stood") {
        auto source = empty_store();
        auto lines = long_log(5000);
        lines.resize(17'000);  // so many that the first cases lie still, and are being computed
        import_in_pieces(source, lines);
        const auto before = tests::exported(source);
        redact_reference(source, {"BOM", 1}, "INC1");
        const auto after = split(tests::exported(source));
        const auto redacted = std::ranges::find_if(
            after, [](const auto& each) { return each.find(core::removal_mark) != std::string::npos; });
        REQUIRE(redacted != after.end());
        auto other = empty_store();
        const auto report = tests::import_text(other, before + *redacted + "\n" + after.back() + "\n");
        CHECK(report.faulty == 0);
        CHECK(report.redacted.size() == 1);
        CHECK(faults(other).empty());
        CHECK(tests::exported(other) == tests::exported(source));
        CHECK(tests::derived(other) == tests::derived(source));
    }

    TEST_CASE("numbers that no chain can reach are refused") {
        auto store = empty_store();
        import_in_pieces(store, long_log(1));
        auto lines = split(tests::exported(store));
        for (auto& each : lines) {
            const auto at = each.find("\"seq\":");
            each.replace(at, each.find(',', at) - at, "\"seq\":9223372036854775807");
        }
        auto other = empty_store();
        CHECK(tests::import_text(other, joined(lines, 0, lines.size()), store::OnFault::keep_going).added ==
              0);
    }

    TEST_CASE("an id that has come is never forgotten, and hardly another is taken for it") {
        store::Seen seen;
        int mistaken = 0;
        for (int id = 0; id < 200'000; ++id) {
            mistaken += seen.add(fmt::format("0192f3a0-7c1e-7a52-8000-{:012x}", id)) ? 1 : 0;
        }
        CHECK(mistaken < 200);
        for (int id = 0; id < 200'000; id += 7) {
            CHECK(seen.add(fmt::format("0192f3a0-7c1e-7a52-8000-{:012x}", id)));
        }
    }

    TEST_CASE("a history that lacks an event, or was changed, is not given") {
        store::FreshCases fresh;
        const auto event = [](std::int64_t number) {
            return tests::event({"BOM", number}, "noted", "2026-03-02T09:00:00+01:00");
        };
        for (const std::int64_t number : {1, 2, 3}) {
            fresh.expect(number, store::FreshCases::Opens::yes);
            fresh.keep(event(number), 2);
        }
        fresh.expect(1, store::FreshCases::Opens::no);
        fresh.keep(event(1), 2);
        fresh.expect(2, store::FreshCases::Opens::no);
        fresh.forget(3);
        fresh.expect(4, store::FreshCases::Opens::no);
        fresh.keep(event(4), 2);
        const auto whole = fresh.take(1);
        REQUIRE(whole);
        CHECK(whole->size() == 2);
        CHECK_FALSE(fresh.take(1));
        CHECK_FALSE(fresh.take(2));
        CHECK_FALSE(fresh.take(3));
        CHECK_FALSE(fresh.take(4));
        CHECK_FALSE(fresh.next_still());
    }
}
