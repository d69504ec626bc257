#include "lib/core/notice_diff.hpp"

#include <doctest/doctest.h>

using namespace spoc;
using Kind = core::DiffLine::Kind;

namespace {

core::Notice notice() {
    core::Notice one;
    one.title = "Nedbrud";
    one.summary = "Login virker ikke. Vi undersøger sagen.";
    one.state = "under-way";
    return one;
}

}  // namespace

TEST_SUITE("notice diff") {
    TEST_CASE("two readings of the same differ in nothing, whatever the store adds") {
        auto kept = notice();
        kept.id = 17;
        kept.system = "BOM";
        kept.seen_at = core::Instant{};
        CHECK_FALSE(core::differs(kept, notice()));
        CHECK(core::diff(kept, notice()).empty());
    }

    TEST_CASE("each field that differs is told with both values") {
        auto after = notice();
        after.state = "resolved";
        after.ends_at = core::Instant{std::chrono::sys_days{std::chrono::April / 7 / 2026}};
        const auto found = core::diff(notice(), after);
        CHECK(core::differs(notice(), after));
        CHECK(found.matters());
        CHECK(found.fields == std::vector<core::FieldChange>{
                                  {.field = "state", .before = "under-way", .after = "resolved"},
                                  {.field = "ends_at", .before = {}, .after = "2026-04-07T00:00:00+00:00"}});
        CHECK(found.summary.empty());
    }

    TEST_CASE("a new date of publication alone is a change that nobody needs to hear of") {
        auto after = notice();
        after.updated_at = core::Instant{};
        after.link = "https://a.example/";
        CHECK(core::differs(notice(), after));
        CHECK_FALSE(core::diff(notice(), after).matters());
    }

    TEST_CASE("a changed text is compared sentence by sentence") {
        CHECK(core::diff_sentences("Login virker ikke. Vi undersøger sagen.",
                                   "Login virker ikke. Fejlen er fundet. Vi melder tilbage.") ==
              std::vector<core::DiffLine>{{Kind::same, "Login virker ikke."},
                                          {Kind::removed, "Vi undersøger sagen."},
                                          {Kind::added, "Fejlen er fundet."},
                                          {Kind::added, "Vi melder tilbage."}});
        CHECK(core::diff_sentences("", "Ny.") == std::vector<core::DiffLine>{{Kind::added, "Ny."}});
        CHECK(core::diff_sentences("", "").empty());
    }

    TEST_CASE("the sentences that stay and those that come make the new text") {
        auto after = notice();
        after.summary = "Sagen er løst. Login virker. Vi undersøger sagen.";
        std::string before_again;
        std::string after_again;
        for (const auto& line : core::diff(notice(), after).summary) {
            before_again += line.kind == Kind::added ? "" : line.text + " ";
            after_again += line.kind == Kind::removed ? "" : line.text + " ";
        }
        CHECK(before_again == notice().summary + " ");
        CHECK(after_again == after.summary + " ");
    }

    TEST_CASE("texts of very many sentences are not compared one by one") {
        std::string many;
        for (int i = 0; i < 1000; ++i) {
            many += std::to_string(i) + ". ";
        }
        CHECK(core::diff_sentences(many, "Kort.").size() == 2);
    }
}
