#include "lib/core/notice.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"

using namespace spoc;
using namespace std::chrono_literals;

namespace {

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

const core::Instant noon = at("2026-04-07T12:00:00Z");

core::Notice notice() {
    core::Notice one;
    one.source = "drift";
    one.guid = "17";
    one.title = "Driftsforstyrrelse i Byg og Miljø";
    one.summary = "Ansøgere kan ikke indsende. Vi undersøger sagen.";
    one.published_at = noon;
    one.kind = core::NoticeKind::incident;
    return one;
}

}  // namespace

TEST_SUITE("notice") {
    TEST_CASE("a notice without a guid is known by its link, and without that by title and date") {
        auto one = notice();
        core::identify(one);
        CHECK(one.guid == "17");
        one.guid.clear();
        one.link = "https://a.example/1";
        core::identify(one);
        CHECK(one.guid == "https://a.example/1");
        one.guid.clear();
        one.link.clear();
        core::identify(one);
        const auto digest = one.guid;
        CHECK(digest.starts_with("sha256:"));

        one.guid.clear();
        one.summary = "Another text";
        core::identify(one);
        CHECK(one.guid == digest);
        one.guid.clear();
        one.published_at = noon + 1s;
        core::identify(one);
        CHECK(one.guid != digest);
    }

    TEST_CASE("a notice without a title gets the first words of its text") {
        core::Notice one;
        one.summary = "Kort tekst";
        core::identify(one);
        CHECK(one.title == "Kort tekst");
        CHECK(core::first_words("Der er konstateret ustabilitet på indsendelse af ansøgninger i dag") ==
              "Der er konstateret ustabilitet på indsendelse af");
        CHECK(core::first_words(std::string(59, 'x') + "øøø") == std::string(59, 'x'));
    }

    TEST_CASE("a notice is active until it is resolved, completed, cancelled or past its end") {
        auto one = notice();
        CHECK(core::active(one, noon));
        for (const auto* const state : {"resolved", "completed", "cancelled", "canceled", "postmortem"}) {
            one.state = state;
            CHECK_FALSE(core::active(one, noon));
        }
        for (const auto* const state :
             {"", "investigating", "monitoring", "scheduled", "in_progress", "planned"}) {
            one.state = state;
            CHECK(core::active(one, noon));
        }
        one.ends_at = noon;
        CHECK(core::active(one, noon - 1s));
        CHECK_FALSE(core::active(one, noon));
    }

    TEST_CASE("a mail with title and text of a feed's notice from the same week is a second sighting") {
        const auto known = notice();
        auto mail = notice();
        mail.title = "VS: Driftsforstyrrelse i Byg og Miljø";
        mail.published_at = noon + std::chrono::days{2};
        CHECK(core::second_sighting(mail, known));
        mail.summary =
            "Hej\n\nANSØGERE kan ikke indsende.\nVi undersøger sagen.\n\nMed venlig hilsen\nDriften";
        CHECK(core::second_sighting(mail, known));
    }

    TEST_CASE("another title, another text or another week is another notice") {
        const auto known = notice();
        auto other_title = notice();
        other_title.title += " igen";
        CHECK_FALSE(core::second_sighting(other_title, known));
        auto other_text = notice();
        other_text.summary = "Ansøgere kan indsende igen.";
        CHECK_FALSE(core::second_sighting(other_text, known));
        auto later = notice();
        later.published_at = noon + std::chrono::days{7};
        CHECK_FALSE(core::second_sighting(later, known));
        auto undated = notice();
        undated.published_at.reset();
        CHECK_FALSE(core::second_sighting(undated, known));
        undated.seen_at = noon + 1h;
        CHECK(core::second_sighting(undated, known));
    }

    TEST_CASE("a few words that happen to stand in another text are no second sighting") {
        auto known = notice();
        known.summary = "BOM er nede";
        auto mail = notice();
        mail.summary = "BOM er nede igen mandag, og denne gang hele dagen";
        CHECK_FALSE(core::second_sighting(mail, known));
    }

    TEST_CASE("the words for kinds are read back") {
        for (const auto kind : {core::NoticeKind::message, core::NoticeKind::release,
                                core::NoticeKind::incident, core::NoticeKind::maintenance}) {
            CHECK(core::notice_kind(core::word(kind)) == kind);
        }
        CHECK_FALSE(core::notice_kind("outage"));
    }
}
