#include <doctest/doctest.h>

#include "lib/core/notice.hpp"

using namespace spoc::core;
using namespace std::chrono_literals;

namespace {

constexpr Instant told{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} + 9h};

Notice maintenance(const char* title) {
    Notice notice;
    notice.source = "driftsmails";
    notice.guid = "1@leverandoer.example";
    notice.kind = NoticeKind::maintenance;
    notice.state = "planned";
    notice.title = title;
    notice.published_at = told;
    notice.starts_at = told + std::chrono::days{10};
    notice.ends_at = told + std::chrono::days{10} + 2h;
    return notice;
}

Notice later(const char* title, std::chrono::days after = std::chrono::days{3}) {
    Notice notice;
    notice.source = "driftsmails";
    notice.guid = "2@leverandoer.example";
    notice.title = title;
    notice.published_at = told + after;
    return notice;
}

}  // namespace

TEST_SUITE("how a notice goes on") {
    TEST_CASE("words before or after a known title tell how it goes on") {
        const auto known = maintenance("Planlagt vedligeholdelse torsdag");
        for (const auto* title :
             {"Aflyst: Planlagt vedligeholdelse torsdag", "OPDATERING - Planlagt vedligeholdelse torsdag",
              "Planlagt vedligeholdelse torsdag (aflyst)", "Re: Udsat: planlagt vedligeholdelse torsdag"}) {
            CAPTURE(title);
            CHECK(follows_up(later(title), known));
        }
    }

    TEST_CASE("the same title again is another notice, unless it says that the first is over") {
        const auto known = maintenance("Planlagt vedligeholdelse");
        auto again = later("Planlagt vedligeholdelse");
        CHECK_FALSE(follows_up(again, known));
        again.state = "resolved";
        CHECK(follows_up(again, known));
    }

    TEST_CASE("another title, another source, an older message and one that is over are not continued") {
        const auto known = maintenance("Planlagt vedligeholdelse");
        CHECK_FALSE(follows_up(later("Aflyst: Driftsmøde"), known));
        CHECK_FALSE(follows_up(later("Aflyst"), known));
        auto other = later("Aflyst: Planlagt vedligeholdelse");
        other.source = "statussiden";
        CHECK_FALSE(follows_up(other, known));
        CHECK_FALSE(follows_up(later("Aflyst: Planlagt vedligeholdelse", std::chrono::days{-1}), known));
        CHECK_FALSE(follows_up(later("Aflyst: Planlagt vedligeholdelse", std::chrono::days{91}), known));
        auto over = known;
        over.state = "resolved";
        CHECK_FALSE(follows_up(later("Aflyst: Planlagt vedligeholdelse"), over));
    }

    TEST_CASE("an incident that is told to be over is still an incident") {
        auto known = maintenance("Driftsforstyrrelse: MitID-login fejler");
        known.kind = NoticeKind::incident;
        known.state = "under-way";
        auto told_next = known;
        told_next.title = "Løst: MitID-login fejler";
        told_next.kind = NoticeKind::message;
        told_next.state.clear();
        CHECK(still_about(known, told_next).kind == NoticeKind::incident);
        CHECK(still_about(known, told_next).state == "resolved");
        known.kind = NoticeKind::message;
        CHECK(still_about(known, told_next) == told_next);
    }

    TEST_CASE("what is not told again stays") {
        const auto known = maintenance("Planlagt vedligeholdelse");
        auto next = followed_up(known, later("Aflyst: Planlagt vedligeholdelse"));
        CHECK(next.guid == known.guid);
        CHECK(next.state == "cancelled");
        CHECK(next.kind == NoticeKind::maintenance);
        CHECK(next.starts_at == known.starts_at);
        CHECK(next.updated_at == told + std::chrono::days{3});
        auto moved = later("Udsat: Planlagt vedligeholdelse");
        moved.starts_at = told + std::chrono::days{20};
        next = followed_up(known, moved);
        CHECK(next.starts_at == moved.starts_at);
        CHECK_FALSE(next.ends_at);
        CHECK(next.state == "planned");
    }
}
