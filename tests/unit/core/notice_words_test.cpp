#include "lib/core/notice_words.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/time.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;

namespace {

const core::Zone& zone() {
    static const auto one = settings::load_zone("Europe/Copenhagen");
    return *one;
}

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

std::string_view kind(std::string_view title, std::string_view summary = {}) {
    return core::word(core::kind_by_words(title, summary));
}

/// "START/END" in the zone, read from a notice that was published on 1 April 2026.
std::string schedule(std::string_view text) {
    const auto found = core::schedule_by_words(text, at("2026-04-01T09:00:00+02:00"), zone());
    if (!found) {
        return "none";
    }
    const auto start = core::rfc3339(found->starts_at, zone()).substr(0, 16);
    return start + "/" + (found->ends_at ? core::rfc3339(*found->ends_at, zone()).substr(0, 16) : "");
}

}  // namespace

TEST_SUITE("notice words") {
    TEST_CASE("the first telling word of the title says what a notice is about") {
        CHECK(kind("Planlagt vedligehold i forbindelse med release 4.2") == "maintenance");
        CHECK(kind("Release 4.2: servicevindue") == "release");
        CHECK(kind("Driftsforstyrrelse efter release 4.2") == "incident");
        CHECK(kind("Nedbrud") == "incident");
        CHECK(kind("BOM er nede") == "incident");
        CHECK(kind("Fejl i indsendelse") == "incident");
        CHECK(kind("Scheduled maintenance on Friday") == "maintenance");
        CHECK(kind("Service outage") == "incident");
        CHECK(kind("Ny version af vejledningen") == "release");
    }

    TEST_CASE("words that only begin like a telling one, or are denied, tell nothing") {
        CHECK(kind("Nedenfor følger referatet") == "message");
        CHECK(kind("Download vejledningen") == "message");
        CHECK(kind("Ingen driftsforstyrrelser i marts") == "message");
        CHECK(kind("Brugermøde") == "message");
    }

    TEST_CASE("without a word in the title the clear ones of the text count") {
        CHECK(kind("Information", "Der er servicevindue på lørdag.") == "maintenance");
        CHECK(kind("Information", "Vi retter det i næste release.") == "message");
    }

    TEST_CASE("a state is what a sentence says, not what it hopes for") {
        CHECK(core::state_by_words("Løst: Nedbrud", "") == "resolved");
        CHECK(core::state_by_words("Nedbrud", "Fejlen er udbedret.") == "resolved");
        CHECK(core::state_by_words("Nedbrud", "Vi skriver, når fejlen er løst.").empty());
        CHECK(core::state_by_words("Nedbrud", "Fejlen er ikke løst.").empty());
        CHECK(core::state_by_words("Nedbrud", "Forventes løst i morgen. Vi undersøger sagen.") ==
              "under-way");
        CHECK(core::state_by_words("Uløst problem", "").empty());
        CHECK(core::state_by_words("Servicevindue aflyst", "") == "cancelled");
        CHECK(core::state_by_words("Planlagt vedligehold", "Vedligehold er afsluttet.") == "resolved");
        CHECK(core::state_by_words("Planlagt vedligehold", "") == "planned");
        CHECK(core::state_by_words("Maintenance completed", "") == "resolved");
    }

    TEST_CASE("one span of time is read in the ways that people write it") {
        for (const auto* const text :
             {"tirsdag d. 7. april kl. 20-22", "Tirsdag den 7. april 2026 kl. 20.00-22.00",
              "d.7. april fra kl.20 til kl.22", "7/4 kl. 20–22", "07.04.2026 20:00 - 22:00",
              "den 7. april mellem kl. 20 og 22", "2026-04-07 kl. 20.00 til 22.00",
              "Tuesday, 7 April from 20:00 until 22:00", "April 7, 2026, 20:00-22:00 CEST"}) {
            CAPTURE(text);
            CHECK(schedule(text) == "2026-04-07T20:00/2026-04-07T22:00");
        }
        CHECK(schedule("7. april kl. 22 til 8. april kl. 02") == "2026-04-07T22:00/2026-04-08T02:00");
        CHECK(schedule("7. april kl. 22-02") == "2026-04-07T22:00/2026-04-08T02:00");
        CHECK(schedule("tirsdag d. 7. april kl. 20") == "2026-04-07T20:00/");
    }

    TEST_CASE("what can be read in two ways, or in none, is not read") {
        for (const auto* const text :
             {"", "i morgen kl. 20-22", "kl. 20-22", "tirsdag kl. 20-22", "onsdag d. 7. april kl. 20-22",
              "7. april kl. 20-22 eller 8. april kl. 20-22", "7. og 8. april kl. 20-22",
              "7.-8. april kl. 20-22", "7. april - 9. april", "31. april kl. 20-22", "7. april 8-10 pm",
              "7. april kl. 20-22 UTC", "29. marts 2026 kl. 02.30-04.00", "25. oktober 2026 kl. 01.00-02.30",
              "7. april 20 brugere", "30. december kl. 20-22",
              "8. april 2026 kl. 20 til 7. april 2026 kl. 20"}) {
            CAPTURE(text);
            CHECK(schedule(text) == "none");
        }
    }

    TEST_CASE("a date without a year is the one nearest after publication") {
        const auto found =
            core::schedule_by_words("2. januar kl. 20-22", at("2026-12-20T09:00:00+01:00"), zone());
        REQUIRE(found);
        CHECK(found->starts_at == at("2027-01-02T20:00:00+01:00"));
    }

    TEST_CASE("what the source said itself is not overruled by its words") {
        core::Notice notice;
        notice.title = "Nedbrud";
        notice.summary = "Løst.";
        notice.kind = core::NoticeKind::maintenance;
        notice.state = "scheduled";
        core::fill_by_words(notice, &zone());
        CHECK(notice.kind == core::NoticeKind::maintenance);
        CHECK(notice.state == "scheduled");
    }

    TEST_CASE("a message has neither state nor schedule") {
        core::Notice notice;
        notice.title = "Brugermøde";
        notice.summary = "Tirsdag d. 7. april kl. 10-12. Tilmelding er afsluttet.";
        notice.published_at = at("2026-04-01T09:00:00+02:00");
        core::fill_by_words(notice, &zone());
        CHECK(notice.state.empty());
        CHECK_FALSE(notice.starts_at);
    }
}
