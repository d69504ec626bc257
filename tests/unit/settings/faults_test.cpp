#include <doctest/doctest.h>

#include "tests/unit/settings/support.hpp"

using namespace spoc;
using tests::fault_of;
using tests::faults_of;

TEST_SUITE("what is wrong with a configuration") {
    TEST_CASE("an unknown key names its line, its section and the nearest known key") {
        CHECK(fault_of("[[system]]\ncode = \"BOM\"\nvendor = \"vendor\"\nagrement = \"Drift\"\nagreement = "
                       "\"Drift\"\n") ==
              "spoc.toml:4: unknown key agrement in [[system]]; did you mean agreement?");
    }

    TEST_CASE("what is there under a wrong name is not missed as well") {
        CHECK(fault_of("[[party]]\nnam = \"vendor\"\n") ==
              "spoc.toml:2: unknown key nam in [[party]]; did you mean name?");
    }

    TEST_CASE("an unknown key in a section of its own kind is written with single brackets") {
        CHECK(fault_of("[store]\nwiat = \"5s\"\n") ==
              "spoc.toml:2: unknown key wiat in [store]; did you mean wait?");
    }

    TEST_CASE("an unknown key that is near to nothing lists what is known") {
        CHECK(fault_of("[store]\nfrobnicate = 1\n") ==
              "spoc.toml:2: unknown key frobnicate in [store]; known are path, wait");
    }

    TEST_CASE("an unknown section names the nearest one") {
        CHECK(fault_of("\n[[sytem]]\ncode = \"BOM\"\n") ==
              "spoc.toml:2: unknown key sytem; did you mean system?");
    }

    TEST_CASE("a number where a text is meant is refused") {
        CHECK(fault_of("[me]\nname = 7\n") == "spoc.toml:2: me.name: a text in quotes is meant, not 7");
    }

    TEST_CASE("a text where a list is meant is refused with the list") {
        CHECK(fault_of("[[party]]\nname = \"vendor\"\ndomains = \"leverandoer.example\"\n") ==
              "spoc.toml:3: party.domains: a list is meant: write [\"leverandoer.example\"]");
    }

    TEST_CASE("a number in a list of texts is refused on its own line") {
        CHECK(fault_of("[[party]]\nname = \"vendor\"\ndomains = [\n  \"a.example\",\n  5,\n]\n") ==
              "spoc.toml:5: party.domains: a text in quotes is meant, not 5");
    }

    TEST_CASE("a text where a number is meant is refused") {
        CHECK(fault_of("[report]\nsimilar = \"five\"\n") ==
              "spoc.toml:2: report.similar: a whole number is meant, not \"five\"");
    }

    TEST_CASE("a negative number is refused") {
        CHECK(fault_of("[report]\nsimilar = -1\n") ==
              "spoc.toml:2: report.similar: a number of at least 0 is meant, not -1");
    }

    TEST_CASE("a list section in single brackets is told how to be written") {
        CHECK(fault_of("[party]\nname = \"vendor\"\n") ==
              "spoc.toml:1: party: there may be several of these: write [[party]] in double brackets");
    }

    TEST_CASE("a section in double brackets is told how to be written") {
        CHECK(fault_of("[[me]]\nname = \"A\"\n") ==
              "spoc.toml:1: me: there is only one of these: write [me] in single brackets");
    }

    TEST_CASE("a section that is a value is refused") {
        CHECK(fault_of("mail = \"sendmail\"\n") == "spoc.toml:1: mail: a section is meant, not \"sendmail\"");
    }

    TEST_CASE("a list of sections that holds a value is refused") {
        CHECK(fault_of("party = [\"vendor\"]\n") == "spoc.toml:1: party: a section is meant, not \"vendor\"");
    }

    TEST_CASE("a word that is none of the choices names the nearest") {
        CHECK(fault_of("[mail]\ncourier = \"sendmial\"\n") ==
              "spoc.toml:2: mail.courier: \"sendmial\" is not known here; did you mean sendmail?");
    }

    TEST_CASE("a word that is near to no choice lists them") {
        CHECK(fault_of("[mail]\ncourier = \"pigeon\"\n") ==
              "spoc.toml:2: mail.courier: \"pigeon\" is not known here; it can be file, sendmail");
    }

    TEST_CASE("a wrong word in a list of choices is refused") {
        CHECK(fault_of("[[audience]]\nname = \"a\"\ncolleagues = []\nkinds = [\"incidnet\"]\n") ==
              "spoc.toml:4: audience.kinds: \"incidnet\" is not known here; did you mean incident?");
    }

    TEST_CASE("a time to wait with a wrong unit is refused with the right ones") {
        CHECK(fault_of("[store]\nwait = \"5h\"\n") ==
              "spoc.toml:2: store.wait: a time such as 5s, 500ms or 1min is meant, not \"5h\"");
    }

    TEST_CASE("a lead in days is refused with the two things it might mean") {
        const auto fault = fault_of("[report]\nsoon = \"2d\"\n");
        CHECK(fault.starts_with("spoc.toml:2: report.soon: "));
        CHECK(fault.find("2bd") != std::string::npos);
        CHECK(fault.find("48h") != std::string::npos);
    }

    TEST_CASE("a missing name is told at the section") {
        CHECK(fault_of("\n[[party]]\nmail = \"a@b.example\"\n") ==
              "spoc.toml:2: party.name: this is missing; [[party]] needs it");
    }

    TEST_CASE("an empty name is refused") {
        CHECK(fault_of("[[party]]\nname = \" \"\n") == "spoc.toml:2: party.name: this must not be empty");
    }

    TEST_CASE("a mail address with a name around it is refused") {
        CHECK(fault_of("[me]\nmail = \"Support <support@kommune.example>\"\n") ==
              "spoc.toml:2: me.mail: a mail address such as support@kommune.example is meant, not "
              "\"Support <support@kommune.example>\"");
    }

    TEST_CASE("us is no name for a party") {
        CHECK(fault_of("[[party]]\nname = \"us\"\n") ==
              "spoc.toml:2: party.name: us is you; a party needs another name");
    }

    TEST_CASE("a system's code in small letters is refused") {
        CHECK(fault_of("[[system]]\ncode = \"bom\"\nvendor = \"vendor\"\nagreement = \"Drift\"\n") ==
              "spoc.toml:2: system.code: a code is capital letters, digits and _, and begins with a letter, "
              "such as "
              "BOM; not \"bom\"");
    }

    TEST_CASE("a configuration with no system is refused") {
        CHECK(fault_of("system = []\n") == "spoc.toml:1: system: there must be at least one system");
    }

    TEST_CASE("a vendor that is no party names the nearest one") {
        CHECK(fault_of("[[system]]\ncode = \"BOM\"\nvendor = \"vendro\"\nagreement = \"Drift\"\n") ==
              "spoc.toml:3: system.vendor: there is no [[party]] named \"vendro\"; did you mean vendor?");
    }

    TEST_CASE("a party that the user's own list lacks is missed, even if it was built in") {
        CHECK(fault_of("[[party]]\nname = \"acme\"\n[[rung]]\nname = \"r\"\nto = \"kombit\"\nslips = 1\n") ==
              "spoc.toml:5: rung.to: there is no [[party]] named \"kombit\"; there are acme, vendor");
    }

    TEST_CASE("a system with an agreement that is not there is refused") {
        CHECK(
            fault_of("[[system]]\ncode = \"BOM\"\nvendor = \"vendor\"\nagreement = \"Drfit\"\n") ==
            "spoc.toml:4: system.agreement: there is no [[agreement]] named \"Drfit\"; did you mean Drift?");
    }

    TEST_CASE("office hours by a calendar that is not there are refused") {
        CHECK(fault_of("[me]\ncalendar = \"municpality\"\n") ==
              "spoc.toml:2: me.calendar: there is no [[calendar]] named \"municpality\"; did you mean "
              "municipality?");
    }

    TEST_CASE("a zone that is not there is refused") {
        CHECK(fault_of("[[system]]\ncode = \"BOM\"\nvendor = \"vendor\"\nagreement = \"Drift\"\nzone = "
                       "\"Europe/Aarhus\"\n") ==
              "spoc.toml:5: system.zone: there is no time zone Europe/Aarhus; a name such as "
              "Europe/Copenhagen is meant");
    }

    TEST_CASE("an interface of a system that is not there is refused") {
        CHECK(fault_of("[[interface]]\nname = \"MitID\"\nsystem = \"BMO\"\n") ==
              "spoc.toml:3: interface.system: there is no [[system]] named \"BMO\"; did you mean BOM?");
    }

    TEST_CASE("an audience of an interface that is not there is refused") {
        CHECK(fault_of("[[audience]]\nname = \"a\"\ncolleagues = []\ninterfaces = [\"MtiID\"]\n") ==
              "spoc.toml:4: audience.interfaces: there is no [[interface]] named \"MtiID\"; did you mean "
              "MitID?");
    }

    TEST_CASE("a colleague in an audience is a known name or an address") {
        CHECK(fault_of(
                  "[[audience]]\nname = \"a\"\ncolleagues = [\"alle@kommune.example\", \"Mette Hoj\"]\n") ==
              "spoc.toml:3: audience.colleagues: there is no [[colleague]] named \"Mette Hoj\"; did you mean "
              "Mette Høj?");
    }

    TEST_CASE("two parties of one name are refused at the second") {
        CHECK(fault_of("[[party]]\nname = \"vendor\"\n[[party]]\nname = \"vendor\"\n") ==
              "spoc.toml:4: party.name: there are two of the name \"vendor\"");
    }

    TEST_CASE("a rung with no condition is refused") {
        CHECK(fault_of("[[rung]]\nname = \"r\"\nto = \"vendor\"\n") ==
              "spoc.toml:1: rung: \"r\" has no condition; write clocks, failed_verifications, slips or "
              "reopenings");
    }

    TEST_CASE("a privacy pattern that cannot be understood is refused") {
        CHECK(fault_of("[[privacy.patterns]]\npattern = \"ESDH-(\"\n")
                  .starts_with(
                      "spoc.toml:2: privacy.patterns.pattern: the pattern \"ESDH-(\" is not understood: "));
        CHECK(fault_of("[privacy]\npatterns = [\"ESDH-[\"]\n")
                  .starts_with("spoc.toml:2: privacy.patterns: the pattern \"ESDH-[\" is not understood: "));
    }

    TEST_CASE("a feed needs something to read") {
        CHECK(fault_of("[[feed]]\nname = \"f\"\n") == "spoc.toml:1: feed: a feed of kind auto needs url");
        CHECK(fault_of("[[feed]]\nname = \"f\"\nkind = \"mail\"\n") ==
              "spoc.toml:1: feed: a feed of kind mail needs sender or subject");
    }

    TEST_CASE("a feed's address needs a scheme that can be read") {
        CHECK(fault_of("[[feed]]\nname = \"f\"\nurl = \"ftp://drift.example/\"\n") ==
              "spoc.toml:3: feed.url: an address that begins with https://, http:// or file:// is meant, not "
              "\"ftp://drift.example/\"");
    }

    TEST_CASE("several faults are all told, in the order of the file") {
        const auto faults = faults_of("[store]\nwiat = \"5s\"\n[me]\nname = 1\n[mail]\ncourier = \"x\"\n");
        REQUIRE(faults.size() == 3);
        CHECK(faults[0].starts_with("spoc.toml:2: "));
        CHECK(faults[1].starts_with("spoc.toml:4: "));
        CHECK(faults[2].starts_with("spoc.toml:6: "));
    }

    TEST_CASE("what is no TOML is told with its line") {
        CHECK(fault_of("[me]\nname = Åse\n").starts_with("spoc.toml:2: this is not TOML: "));
        CHECK(fault_of("[me]\nname = 0\"ø\"\n").starts_with("spoc.toml:2: this is not TOML: "));
        CHECK(fault_of("[æ]\n").starts_with("spoc.toml:1: this is not TOML: "));
        CHECK(fault_of("[me]\nname = \"A\" æ\n").starts_with("spoc.toml:2: this is not TOML: "));
        CHECK(fault_of("[me]\nname = \"æ\\\"ø\" # å\nmunicipality = '''Å\nÆ''''\n").empty());
        CHECK(fault_of("[me]\nname = \"A\"\nmail = \n").starts_with("spoc.toml:3: this is not TOML: "));
    }

    TEST_CASE("a key that stands twice is no TOML") {
        CHECK(fault_of("[me]\nname = \"A\"\nname = \"B\"\n").starts_with("spoc.toml:3: this is not TOML: "));
    }

    TEST_CASE("a date that is none is no TOML") {
        CHECK(fault_of("[[agreement]]\nname = \"Drift\"\nfrom = 2026-02-30\n")
                  .starts_with("spoc.toml:3: this is not TOML: "));
    }

    TEST_CASE("bytes that are no UTF-8 are told with their line") {
        CHECK(fault_of("[me]\nname = \"\xC5se\"\n") ==
              "spoc.toml:2: this is not UTF-8; save the file as UTF-8");
    }

    TEST_CASE("a character that is cut off at the end is no UTF-8") {
        CHECK(fault_of("# \xC3") == "spoc.toml:1: this is not UTF-8; save the file as UTF-8");
    }

    TEST_CASE("a file that is not there is told by name") {
        CHECK_THROWS_WITH_AS(settings::load({"/nowhere/spoc.toml"}),
                             "the configuration /nowhere/spoc.toml cannot be read: No such file or directory",
                             core::ConfigError);
    }

    TEST_CASE("a folder is no configuration") {
        CHECK_THROWS_WITH_AS(settings::load({"/tmp"}),
                             "the configuration /tmp cannot be read: Is a directory", core::ConfigError);
    }
}
