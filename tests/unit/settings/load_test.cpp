#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/settings/scratch.hpp"
#include "tests/unit/settings/support.hpp"

using namespace spoc;
using settings::load_text;

namespace {

template <typename Item, typename Name>
std::string names(const std::vector<Item>& items, Name name) {
    std::vector<std::string> found;
    std::ranges::transform(items, std::back_inserter(found), name);
    return core::joined(found);
}

}  // namespace

TEST_SUITE("the settings in force") {
    TEST_CASE("with no file the built-in example is complete") {
        const auto all = settings::load({});
        CHECK(all.me.municipality == "Eksempel Kommune");
        CHECK(names(all.systems, &core::System::code) == "BOM");
        CHECK(names(all.parties, &core::Party::name) == "vendor, service-manager, local-it, kombit, owner");
        CHECK(names(all.terms.calendars, &core::Calendar::name) == "office, municipality, all, window");
        CHECK(names(all.rungs, &core::Rung::name) == "reminder, service-manager, incident-manager");
        CHECK(all.mail.courier == "file");
        CHECK(all.store.wait == std::chrono::seconds{5});
        CHECK(all.report.similar == 5);
        CHECK(core::text(all.report.soon) == "4bh");
        CHECK(all.systems.front().zone->name() == "Europe/Copenhagen");
        CHECK(all.terms.systems.size() == 1);
    }

    TEST_CASE("the built-in terms are the five categories and bind nobody") {
        const auto all = settings::load({});
        REQUIRE(all.terms.agreements.size() == 1);
        const auto& example = all.terms.agreements.front();
        CHECK_FALSE(example.binding);
        CHECK(example.source.find("example") != std::string::npos);
        CHECK(names(example.categories, &core::CategoryTerms::name) ==
              "Kritisk, Alvorlig, Mellem, Mindre, Support");
        CHECK(core::text(*example.categories.at(2).fix) == "2bd");
        CHECK(example.category(1)->calendars.fix == "all");
    }

    TEST_CASE("no address that is built in exists") {
        for (const auto& party : settings::load({}).parties) {
            CAPTURE(party.name);
            CHECK(party.mail.ends_with(".example"));
        }
    }

    TEST_CASE("an empty file leaves everything as it is built in") {
        CHECK(load_text("", "spoc.toml").origins() == settings::load({}).origins());
    }

    TEST_CASE("settings of a section are overridden one by one") {
        const auto all = load_text("[me]\nname = \"Åse\"\n", "spoc.toml");
        CHECK(all.me.name == "Åse");
        CHECK(all.me.mail == "support@kommune.example");
    }

    TEST_CASE("a dotted key and an inline table are as good as a section") {
        CHECK(load_text("me.name = \"Åse\"\n", "spoc.toml").me.name == "Åse");
        CHECK(load_text("me = { name = \"Åse\" }\n", "spoc.toml").me.name == "Åse");
        const auto all = load_text("party = [ { name = \"vendor\" }, { name = \"acme\" } ]\n", "spoc.toml");
        CHECK(all.parties.at(1).name == "acme");
    }

    TEST_CASE("one party of the user's own replaces the built-in ones that nothing needs") {
        const auto all = load_text("[[party]]\nname = \"acme\"\nmail = \"a@acme.example\"\n", "spoc.toml");
        CHECK(names(all.parties, &core::Party::name) == "acme, vendor");
    }

    TEST_CASE(
        "one system of the user's own keeps calendars, agreements and parties, and drops what is about BOM") {
        const auto all = load_text("[[system]]\ncode = \"FAS\"\nvendor = \"vendor\"\nagreement = \"Drift\"\n",
                                   "spoc.toml");
        CHECK(names(all.systems, &core::System::code) == "FAS");
        CHECK(all.systems.front().name == "FAS");
        CHECK(all.terms.calendars.size() == 4);
        CHECK(all.parties.size() == 5);
        CHECK(all.interfaces.empty());
        CHECK(all.feeds.empty());
        CHECK(all.audiences.empty());
    }

    TEST_CASE("one calendar of the user's own keeps those that the built-in agreement counts by") {
        const auto all =
            load_text("[[calendar]]\nname = \"office\"\nhours = { mon = [\"08:00-16:00\"] }\n", "spoc.toml");
        CHECK(names(all.terms.calendars, &core::Calendar::name) == "office, municipality, window, all");
        CHECK_FALSE(
            all.terms.calendar("office").day(core::Date{std::chrono::year{2026} / 5 / 4}).open.empty());
        CHECK(all.terms.calendar("office").day(core::Date{std::chrono::year{2026} / 5 / 5}).open.empty());
    }

    TEST_CASE("the only agreement that the user writes is that of the built-in system") {
        const auto all = load_text(
            "[[agreement]]\nname = \"Kontrakt\"\nfrom = 2026-01-01\n[[agreement.category]]\ncategory = "
            "1\nfix = \"4h\"\n",
            "spoc.toml");
        CHECK(all.systems.front().agreement == "Kontrakt");
        CHECK(all.terms.agreements.size() == 1);
    }

    TEST_CASE("two agreements that the user writes leave the built-in system its own") {
        const auto all = load_text(
            "[[agreement]]\nname = \"A\"\nfrom = 2026-01-01\ncategory = [{ category = 1 }]\n"
            "[[agreement]]\nname = \"B\"\nfrom = 2026-01-01\ncategory = [{ category = 1 }]\n",
            "spoc.toml");
        CHECK(all.systems.front().agreement == "Drift");
        CHECK(names(all.terms.agreements, &core::AgreementTerms::name) == "A, B, Drift");
    }

    TEST_CASE("an empty list means none at all") {
        const auto all = load_text("feed = []\naudience = []\ncolleague = []\n", "spoc.toml");
        CHECK(all.feeds.empty());
        CHECK(all.audiences.empty());
        CHECK(all.colleagues.empty());
    }

    TEST_CASE("a rung loses the copies to parties that the user's list lacks") {
        const auto all =
            load_text("[[party]]\nname = \"vendor\"\n[[party]]\nname = \"kombit\"\n", "spoc.toml");
        CHECK(names(all.rungs, &core::Rung::name) == "reminder, incident-manager");
        CHECK(all.rungs.back().informs.empty());
        CHECK(all.report.digest.empty());
        CHECK(all.parties.size() == 2);
    }

    TEST_CASE("a mail command may be one text") {
        const auto all = load_text("[mail]\ncommand = \"msmtp -t\"\n", "spoc.toml");
        CHECK(core::joined(all.mail.command) == "msmtp, -t");
    }

    TEST_CASE("a privacy pattern may stand alone or have a name") {
        CHECK(load_text("[privacy]\npatterns = [\"ESDH-\\\\d+\"]\n", "spoc.toml").privacy.front().pattern ==
              "ESDH-\\d+");
        const auto named =
            load_text("[[privacy.patterns]]\nname = \"ESDH\"\npattern = \"ESDH-\\\\d+\"\n", "spoc.toml")
                .privacy;
        CHECK(named.front().name == "ESDH");
    }

    TEST_CASE("a pause is for a holder that every case knows, or for a party") {
        CHECK(tests::fault_of("[[party]]\nname = \"acme\"\n[[agreement]]\nname = \"A\"\nfrom = 2026-01-01\n"
                              "pauses = [\"us\", \"local-it\", \"acme\"]\ncategory = [{ category = 1 }]\n")
                  .empty());
    }

    TEST_CASE("a calendar of a contract is read as it is written") {
        const auto all = load_text(R"toml(
[[calendar]]
name = "office"
zone = "Europe/Copenhagen"
holidays = "da"
day_ends = "same-time"
hours = { mon = ["08:00-16:00"], tue = ["08:00-12:00", "12:30-16:00"], fri = ["08:00-15:30"] }
near_holidays = { first_of_may = "08:00-12:00", christmas_eve = "closed", day_after_ascension = "open" }

  [[calendar.override]]
  on = "12-23..01-02"
  closed = true
  years = "2015..2040"

  [[calendar.override]]
  on = "2026-11-28"
  open = ["10:00-14:00"]
)toml",
                                   "spoc.toml");
        const auto& office = all.terms.calendar("office").terms();
        CHECK(office.day_ends == core::CalendarTerms::DayEnds::same_time);
        CHECK(office.week.at(1).size() == 2);
        CHECK(office.week.at(2).empty());
        CHECK(office.overrides.size() == 2);
        CHECK(office.overrides.at(1).mode == core::CalendarOverride::Mode::open);
        CHECK(office.near_holidays.at(0).has_value());
        CHECK_FALSE(office.near_holidays.at(4).has_value());
    }

    TEST_CASE("a file is read from where it is") {
        const tests::Scratch folder;
        const auto path = folder.write("spoc.toml", "[me]\r\nname = \"Åse\"\r\n");
        CHECK(settings::load({path}).me.name == "Åse");
    }

    TEST_CASE("a Danish configuration with everything in it is taken") {
        const auto all = settings::load({SPOC_SOURCE_DIR "/tests/data/configurations/kommune.toml"});
        CHECK(all.me.language == "da");
        CHECK(all.systems.size() == 2);
        CHECK(all.terms.in_force("BOM", std::chrono::year{2026} / 7 / 1)->source ==
              "bilag 7, afsnit 3, version 2");
    }
}
