#include "lib/core/agreement.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;

namespace {

core::AgreementTerms drift() {
    core::AgreementTerms terms;
    terms.name = "Drift";
    terms.from = date("2026-01-01");
    terms.calendars = {.response = "office", .fix = "office", .update = "window"};
    core::CategoryTerms grave{.category = 1, .name = "Kritisk"};
    grave.response = target("15min");
    grave.response_outside = target("30min");
    grave.fix = target("2h");
    grave.update = target("30bmin");
    core::CategoryTerms minor{.category = 2, .name = "Mindre"};
    minor.response = target("1bd");
    minor.fix = target("10bd");
    terms.categories = {grave, minor};
    return terms;
}

core::Terms terms_with(std::vector<core::AgreementTerms> agreements) {
    core::Terms terms;
    terms.calendars = {core::Calendar(office_terms()), core::Calendar(all_terms()),
                       core::Calendar(window_terms())};
    terms.agreements = std::move(agreements);
    terms.systems = {{.code = "BOM",
                      .name = "Byg og Miljø",
                      .vendor = "vendor",
                      .agreement = "Drift",
                      .zone = copenhagen()}};
    return terms;
}

/// The faults of one changed agreement, a line each: index, category index, field and sentence.
template <typename Change>
std::string faults_after(Change change) {
    auto terms = drift();
    change(terms);
    std::string lines;
    for (const auto& fault : core::faults(terms_with({terms}))) {
        lines +=
            fmt::format("{} {}: {}\n", fault.category ? fmt::format("{}", *fault.category) : std::string{"-"},
                        fault.field, fault.reason.english());
    }
    return lines;
}

std::string faults_of_versions(const core::AgreementTerms& first, const core::AgreementTerms& second) {
    std::string lines;
    for (const auto& fault : core::faults(terms_with({first, second}))) {
        lines += fmt::format("{} {}: {}\n", fault.agreement, fault.field, fault.reason.english());
    }
    return lines;
}

}  // namespace

TEST_SUITE("agreements") {
    TEST_CASE("a sound agreement has no faults") {
        CHECK(faults_after([](core::AgreementTerms&) {}).empty());
    }

    TEST_CASE("two versions from one day are a fault of the second") {
        CHECK(faults_of_versions(drift(), drift()) ==
              "1 from: the agreement Drift has two versions from 2026-01-01\n");
    }

    TEST_CASE("a gap in the categories is a fault, a missing first one too") {
        CHECK(faults_after([](core::AgreementTerms& terms) { terms.categories.at(1).category = 4; }) ==
              "- category: the agreement Drift lacks category 2; it has 1, 4\n");
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.categories.erase(terms.categories.begin());
              }) == "- category: the agreement Drift lacks category 1; it has 2\n");
        CHECK_FALSE(faults_after([](core::AgreementTerms& terms) { terms.categories.clear(); }).empty());
        CHECK_FALSE(
            faults_after([](core::AgreementTerms& terms) { terms.categories.at(1).category = 1; }).empty());
    }

    TEST_CASE("the versions of an agreement define the same categories") {
        auto later = drift();
        later.from = date("2027-01-01");
        CHECK(faults_of_versions(drift(), later).empty());
        later.categories.pop_back();
        CHECK(
            faults_of_versions(drift(), later) ==
            "1 category: the agreement Drift from 2027-01-01 lacks category 2, which another version has\n");
    }

    TEST_CASE("an unknown calendar is a fault of the agreement or of the category that names it") {
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.calendars.fix = "ofice";
              }).find("- calendars: ") == 0);
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.categories.at(1).calendars.fix = "ofice";
              }).find("1 calendars: ") == 0);
    }

    TEST_CASE("open time needs a calendar, real time none") {
        CHECK(faults_after([](core::AgreementTerms& terms) { terms.calendars.fix.clear(); }) ==
              "1 fix: 10bd is counted in open time, but no calendar is named for fix\n");
    }

    TEST_CASE("an update in real units or working days is a fault") {
        for (const auto* const text : {"30min", "1h", "1bd"}) {
            CAPTURE(text);
            CHECK(faults_after([&](core::AgreementTerms& terms) {
                      terms.categories.at(0).update = target(text);
                  }).find("0 update: ") == 0);
        }
    }

    TEST_CASE("a response longer than the fix is a fault, compared within one unit") {
        const auto with = [](const char* response, const char* fix) {
            return faults_after([&](core::AgreementTerms& terms) {
                terms.categories.at(1).response = target(response);
                terms.categories.at(1).fix = target(fix);
            });
        };
        CHECK(with("3h", "2h").find("1 response: ") == 0);
        CHECK(with("121min", "2h").find("1 response: ") == 0);
        CHECK(with("9bh", "8bh").find("1 response: ") == 0);
        CHECK(with("3bd", "2bd").find("1 response: ") == 0);
        CHECK(with("2h", "2h").empty());
        CHECK(with("120min", "2h").empty());
        CHECK(with("2bd", "2bd").empty());
    }

    TEST_CASE("across units a response and a fix are compared by a report on a plain Monday at nine") {
        const auto with = [](const char* response, const char* fix) {
            return faults_after([&](core::AgreementTerms& terms) {
                terms.categories.at(1).response = target(response);
                terms.categories.at(1).fix = target(fix);
            });
        };
        CHECK(with("31h", "1bd").empty());         // Tuesday 16:00, both
        CHECK_FALSE(with("32h", "1bd").empty());   // Tuesday 17:00
        CHECK(with("15bh", "1bd").empty());        // Tuesday 16:00
        CHECK_FALSE(with("16bh", "1bd").empty());  // Wednesday 9:00
        CHECK(with("7bh", "7h").empty());          // Monday 16:00
        CHECK_FALSE(with("8bh", "8h").empty());    // Tuesday 9:00, Monday 17:00
        CHECK_FALSE(with("1bd", "24h").empty());
    }

    TEST_CASE("a response for outside hours must be able to apply") {
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.calendars.response = "all";
              }).find("0 response_outside: ") == 0);
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.calendars.response.clear();
                  terms.categories.at(1).response = target("1h");
              }).find("0 response_outside: ") == 0);
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.categories.at(0).response.reset();
              }).find("0 response_outside: ") == 0);
        CHECK(faults_after([](core::AgreementTerms& terms) {
                  terms.categories.at(0).calendars.response = "all";
              }).empty());
    }

    TEST_CASE("a downgrade leads to a category that is lower and there, if workarounds downgrade at all") {
        const auto to = [](int category, core::AgreementTerms::Workaround workaround) {
            return faults_after([&](core::AgreementTerms& terms) {
                terms.workaround = workaround;
                terms.categories.at(0).downgrade_to = category;
            });
        };
        using Workaround = core::AgreementTerms::Workaround;
        CHECK(to(2, Workaround::downgrade).empty());
        CHECK(to(3, Workaround::downgrade).find("0 downgrade_to: ") == 0);
        CHECK(to(1, Workaround::downgrade).find("0 downgrade_to: ") == 0);
        CHECK(to(3, Workaround::none).empty());
    }

    TEST_CASE("a fractile is a share") {
        CHECK_FALSE(faults_after([](core::AgreementTerms& terms) { terms.fractile = 0; }).empty());
        CHECK_FALSE(faults_after([](core::AgreementTerms& terms) { terms.fractile = 101; }).empty());
        CHECK(faults_after([](core::AgreementTerms& terms) { terms.fractile = 100; }).empty());
    }

    TEST_CASE("a version is in force from its day on") {
        auto later = drift();
        later.from = date("2026-07-01");
        const auto terms = terms_with({later, drift()});
        CHECK(terms.in_force("BOM", date("2025-12-31")) == nullptr);
        CHECK(terms.in_force("BOM", date("2026-01-01"))->from == date("2026-01-01"));
        CHECK(terms.in_force("BOM", date("2026-06-30"))->from == date("2026-01-01"));
        CHECK(terms.in_force("BOM", date("2026-07-01"))->from == date("2026-07-01"));
        CHECK(terms.latest("BOM")->from == date("2026-07-01"));
        CHECK(terms.in_force("XYZ", date("2026-07-01")) == nullptr);
        CHECK(terms.latest("XYZ") == nullptr);
    }

    TEST_CASE("what is not in the configuration is named") {
        const auto terms = terms_with({drift()});
        CHECK(terms.calendar("office").name() == "office");
        CHECK_THROWS_AS(terms.calendar("ofice"), core::NotFound);
        CHECK(terms.find_system("XYZ") == nullptr);
        CHECK(terms.lowest_category("BOM") == 2);
        CHECK_NOTHROW(terms.require_category("BOM", 2));
        CHECK_THROWS_WITH_AS(terms.require_category("BOM", 3),
                             "there is no category 3; the agreement Drift has 1, 2", core::Misuse);
        CHECK_NOTHROW(terms.require_category("XYZ", 3));
    }

    TEST_CASE("everything that moves a deadline is in the canonical text, and nothing else") {
        const auto plain = core::canonical(terms_with({drift()}));
        const auto after = [&](auto change) {
            auto terms = drift();
            change(terms);
            return core::canonical(terms_with({terms})) == plain;
        };
        CHECK(after([](core::AgreementTerms&) {}));
        CHECK(after([](core::AgreementTerms& terms) { terms.source = "bilag 7"; }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) { terms.categories.at(0).fix = target("3h"); }));
        CHECK_FALSE(
            after([](core::AgreementTerms& terms) { terms.categories.at(0).response_outside.reset(); }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) { terms.pauses = {"us"}; }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) { terms.exclude_windows = true; }));
        CHECK_FALSE(after(
            [](core::AgreementTerms& terms) { terms.starts = core::AgreementTerms::Starts::response; }));
        CHECK_FALSE(
            after([](core::AgreementTerms& terms) { terms.reopen = core::AgreementTerms::Reopen::restart; }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) {
            terms.workaround = core::AgreementTerms::Workaround::meets_fix;
        }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) { terms.categories.at(1).calendars.fix = "all"; }));
        CHECK_FALSE(after([](core::AgreementTerms& terms) { terms.from = date("2026-01-02"); }));
    }
}
