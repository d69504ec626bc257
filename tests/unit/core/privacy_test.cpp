#include "lib/core/privacy.hpp"

#include <doctest/doctest.h>

#include "lib/core/cleared.hpp"

using namespace spoc::core;
using namespace std::chrono_literals;
using std::string;
using std::string_view;
using Severity = GateFinding::Severity;
using Kind = GateFinding::Kind;

namespace {

constexpr Date today{2026y, std::chrono::November, std::chrono::day{2}};
const GateRules rules{.patterns = {}, .today = today};

std::vector<GateFinding> in_body(string_view text) {
    return scan({{.part = GatePart::body, .text = text}}, rules);
}

/// "block", "warn" or "pass".
string verdict(string_view text) {
    const auto findings = in_body(text);
    if (findings.empty()) {
        return "pass";
    }
    return findings.front().severity == Severity::block ? "block" : "warn";
}

string utf16(string_view ascii, bool little) {
    string bytes;
    for (const char c : ascii) {
        bytes += little ? string{c, '\0'} : string{'\0', c};
    }
    return bytes;
}

string file_verdict(const string& content) {
    const auto findings = scan({{.part = GatePart::attachment, .text = content, .file = "log.txt"}}, rules);
    if (findings.empty()) {
        return "pass";
    }
    return findings.front().kind == Kind::unreadable ? "unreadable" : "block";
}

Message message_with(const string& body) {
    Message message;
    message.subject = "Fejl i Byg og Miljø";
    message.body = body;
    return message;
}

}  // namespace

TEST_SUITE("the privacy gate") {
    TEST_CASE("a hyphen between date and serial number makes a CPR number, valid or not") {
        CHECK(verdict("Borger 070761-4285 kan ikke logge ind") == "block");
        CHECK(verdict("Borger 010190-1234 kan ikke logge ind") == "block");
    }

    TEST_CASE("every hyphen and dash of Unicode separates") {
        for (const auto* dash :
             {"-",      "\u00AD", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015",
              "\u2212", "\u02D7", "\u2043", "\u058A", "\u05BE", "\u1806", "\u2E3A", "\u2E17",
              "\u301C", "\u30A0", "\uFE58", "\uFE63", "\uFF0D", "\u207B", "\u2796"}) {
            CAPTURE(dash);
            CHECK(verdict(string("010190") + dash + "1234") == "block");
        }
    }

    TEST_CASE("without a hyphen modulus 11 decides") {
        CHECK(verdict("0707614285") == "block");
        CHECK(verdict("070761 4285") == "block");
        CHECK(verdict("070761\u00A04285") == "block");
        CHECK(verdict("0101901234") == "warn");
        CHECK(verdict("010190 1234") == "warn");
    }

    TEST_CASE("two spaces, a slash or a point separate nothing") {
        CHECK(verdict("070761  4285") == "pass");
        CHECK(verdict("070761/4285") == "pass");
        CHECK(verdict("070761.4285") == "pass");
        CHECK(verdict("070761\n4285") == "pass");
    }

    TEST_CASE("a longer run of digits is no CPR number") {
        CHECK(verdict("10707614285") == "pass");
        CHECK(verdict("07076142851") == "pass");
        CHECK(verdict("1070761-4285") == "pass");
        CHECK(verdict("070761-42851") == "pass");
    }

    TEST_CASE("letters and signs may stand beside it") {
        CHECK(verdict("cpr070761-4285x") == "block");
        CHECK(verdict("(070761-4285)") == "block");
        CHECK(verdict("æ0707614285å") == "block");
        CHECK(verdict("sag_070761-4285_kopi") == "block");
        CHECK(verdict("2026-070761-4285-1") == "block");
    }

    TEST_CASE("what is no date is no CPR number") {
        CHECK(verdict("320190-1234") == "pass");
        CHECK(verdict("011390-1234") == "pass");
        CHECK(verdict("000190-1234") == "pass");
        CHECK(verdict("290290-1234") == "pass");
        CHECK(verdict("290288-1234") == "block");
    }

    TEST_CASE("digit 7 gives the century, and the date must be past") {
        CHECK(verdict("290200-1234") == "pass");   // 1900 was no leap year
        CHECK(verdict("290200-4234") == "block");  // 2000 was
        CHECK(verdict("011126-4000") == "block");
        CHECK(verdict("021126-4000") == "pass");
        CHECK(verdict("031126-4000") == "pass");
        CHECK(verdict("010136-4000") == "pass");
        CHECK(verdict("010137-4000") == "block");
        CHECK(verdict("010157-5000") == "pass");
        CHECK(verdict("010158-5000") == "block");
        CHECK(verdict("010136-9000") == "pass");
        CHECK(verdict("010137-9000") == "block");
        CHECK(verdict("031126-3999") == "block");
    }

    TEST_CASE("entities, percent signs, quoted-printable and full-width digits hide nothing") {
        CHECK(verdict("010190&#45;1234") == "block");
        CHECK(verdict("010190&ndash;1234") == "block");
        CHECK(verdict("&#48;&#x31;0190-1234") == "block");
        CHECK(verdict("010190&amp;#45;1234") == "block");
        CHECK(verdict("https://bom.example/?cpr=010190%2D1234") == "block");
        CHECK(verdict("?cpr=%30%31%30%31%39%30%E2%80%93%31%32%33%34") == "block");
        CHECK(verdict("?q=a%20070761%204285") == "block");
        CHECK(verdict("=30=31=30=31=39=30-1234 og =C3=A6") == "block");
        CHECK(verdict("0101=\r\n90-1234") == "block");
        CHECK(verdict("010190=E2=80=931234") == "block");
        CHECK(verdict("010190=961234") == "block");
        CHECK(verdict("０１０１９０-１２３４") == "block");
        CHECK(verdict("０１０１９０－１２３４") == "block");
        CHECK(verdict("\\u0030\\u0031\\u0030190-1234") == "block");
    }

    TEST_CASE("characters without width and markup within a number hide nothing") {
        CHECK(verdict("0101\u200B90-12\u200D34") == "block");
        CHECK(verdict("<b>010190</b>-<span class=\"x\">1234</span>") == "block");
        CHECK(verdict("<td>070761</td><td>4285</td>") == "pass");
    }

    TEST_CASE("base64 that holds text hides nothing") {
        CHECK(verdict("Qm9yZ2VyIDAxMDE5MC0xMjM0IGthbiBpa2tlIGxvZ2dlIGluZC4=") == "block");
    }

    TEST_CASE("an equals sign before a longer number makes it no shorter") {
        CHECK(verdict("ordre=30101901234") == "pass");
    }

    TEST_CASE("ordinary numbers pass") {
        for (const auto* text : {"telefon 12 34 56 78", "sag 2026-11-02", "INC0012345", "EAN 5798000000000",
                                 "CVR 12345678", "kl. 08:00-16:00", "01.01.1990", "kr. 1.234.567,89",
                                 "2026-11-02T09:14:00+01:00", "[BOM-12] 010190", "+45 33 33 33 33"}) {
            CAPTURE(text);
            CHECK(verdict(text) == "pass");
        }
    }

    TEST_CASE("a finding says where, and never what") {
        const auto findings = in_body("Hej\n\nBorger 010190-1234.\n");
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().line == 3);
        CHECK(sentence(findings.front()).english() == "a CPR number stands in line 3 of the text");
        CHECK(place(findings.front()) == "body:3");
    }

    TEST_CASE("the name of a file is not quoted with its number") {
        const auto findings =
            scan({{.part = GatePart::attachment_name, .text = "010190-1234.txt", .file = "010190-1234.txt"}},
                 rules);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().file == "010190-xxxx.txt");
        CHECK(sentence(findings.front()).english().find("1234") == string::npos);
    }

    TEST_CASE("files are read in UTF-8, UTF-16 and Latin-1, with and without a mark") {
        const string text = "cpr: 010190-1234\r\n";
        CHECK(file_verdict(text) == "block");
        CHECK(file_verdict("\xEF\xBB\xBF" + text) == "block");
        CHECK(file_verdict("\xFF\xFE" + utf16(text, true)) == "block");
        CHECK(file_verdict("\xFE\xFF" + utf16(text, false)) == "block");
        CHECK(file_verdict(utf16(text, true)) == "block");
        CHECK(file_verdict(utf16(text, false)) == "block");
        CHECK(file_verdict("S\xF8gaard " + text) == "block");
        CHECK(file_verdict("010190\x96"
                           "1234") == "block");
        CHECK(file_verdict("ingen numre her\n") == "pass");
    }

    TEST_CASE("a file that cannot be read as text leaves only if it is said to be anonymised") {
        const string picture = string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
        CHECK(file_verdict(picture) == "unreadable");
        CHECK(file_verdict("%PDF-1.4\n1 0 obj\n") == "unreadable");
        CHECK(file_verdict("{\\rtf1 010190\\'2d1234}") == "unreadable");
        CHECK(file_verdict(string("PK\x03\x04\x14\0", 6)) == "unreadable");
        const GateInput declared{
            .part = GatePart::attachment, .text = picture, .file = "skærm.png", .anonymised = true};
        CHECK(scan({declared}, rules).empty());
    }

    TEST_CASE("a text file that is said to be anonymised is read all the same") {
        const GateInput declared{
            .part = GatePart::attachment, .text = "010190-1234", .file = "log.txt", .anonymised = true};
        CHECK(scan({declared}, rules).size() == 1);
    }

    TEST_CASE("private keys and the user's patterns do not leave") {
        CHECK(in_body("-----BEGIN RSA PRIVATE KEY-----\nMII\n").front().kind == Kind::private_key);
        CHECK(in_body("-----BEGIN OPENSSH PRIVATE KEY-----").front().kind == Kind::private_key);
        CHECK(in_body("-----BEGIN PGP PRIVATE KEY BLOCK-----").front().kind == Kind::private_key);
        CHECK(in_body("-----BEGIN PUBLIC KEY-----").empty());
        CHECK(in_body("we need a PRIVATE KEY").empty());

        const GateRules own{.patterns = {{.name = "ESDH", .pattern = "^ESDH-\\d{6,}$"}}, .today = today};
        const auto findings = scan({{.part = GatePart::body, .text = "Se\nESDH-123456\n"}}, own);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().pattern == "ESDH");
        CHECK(findings.front().line == 2);
    }

    TEST_CASE("a pattern that cannot be understood is a fault of the configuration") {
        CHECK(pattern_fault("ESDH-\\d+").empty());
        CHECK_FALSE(pattern_fault("ESDH-(").empty());
        const GateRules broken{.patterns = {{.name = "ESDH", .pattern = "("}}, .today = today};
        CHECK_THROWS_AS(scan({}, broken), ConfigError);
    }

    TEST_CASE("masking hides the last four digits, however they are written") {
        CHECK(mask("Borger 010190-1234 og 0707614285.", today) == "Borger 010190-xxxx og 070761xxxx.");
        CHECK(mask("010190&#45;&#49;234", today) == "010190&#45;xxxx");
        CHECK(mask("?cpr=010190%2D%31%32%33%34", today) == "?cpr=010190%2Dxxxx");
        CHECK(mask("０１０１９０-１２３４", today) == "０１０１９０-xxxx");
        CHECK(mask("0101901234 er ikke gyldig", today) == "010190xxxx er ikke gyldig");
        CHECK(mask("intet her", today) == "intet her");
    }

    TEST_CASE("a masked file keeps its encoding") {
        CHECK(mask_file("\xFF\xFE" + utf16("010190-1234", true), today) ==
              "\xFF\xFE" + utf16("010190-xxxx", true));
        CHECK(mask_file("S\xF8 010190-1234 \x80\x81", today) == "S\xF8 010190-xxxx \x80\x81");
        CHECK_FALSE(mask_file(string("\0\1\2", 3), today).has_value());
    }

    TEST_CASE("what is blocked is refused, and each place is a detail") {
        auto message = message_with("010190-1234\n\n070761-4285");
        message.subject = "Borger 010190-1234";
        try {
            clear(message, rules, {});
            FAIL("it left");
        } catch (const PrivacyRefusal& refusal) {
            CHECK(refusal.details().size() == 3);
            CHECK(refusal.details().front().english() == "a CPR number stands in the subject");
        }
    }

    TEST_CASE("what is only possible goes out with a warning") {
        const auto cleared = clear(message_with("ordre 0101901234"), rules, {});
        REQUIRE(cleared.warnings().size() == 1);
        CHECK(sentence(cleared.warnings().front()).english() ==
              "what may be a CPR number stands in line 1 of the text");
        CHECK(cleared.message().body == "ordre 0101901234");
    }

    TEST_CASE("redacting masks everything that leaves") {
        auto message = message_with("Borger 010190-1234");
        message.subject = "070761-4285";
        message.html = "<p>010190&#8211;1234</p>";
        message.to = {{.name = "070761-4285", .mail = "x@y.example"}};
        message.attachments = {
            {.name = "010190-1234.txt", .media_type = "text/plain", .content = "070761-4285"}};
        const auto cleared = clear(message, rules, {.redact = true, .override_reason = ""});
        CHECK(cleared.warnings().empty());
        CHECK(cleared.message().body == "Borger 010190-xxxx");
        CHECK(cleared.message().subject == "070761-xxxx");
        CHECK(cleared.message().html == "<p>010190&#8211;xxxx</p>");
        CHECK(cleared.message().to.front().name == "070761-xxxx");
        CHECK(cleared.message().attachments.front().name == "010190-xxxx.txt");
        CHECK(cleared.message().attachments.front().content == "070761-xxxx");
    }

    TEST_CASE("what cannot be masked is refused although masking was asked for") {
        const GateChoice redact{.redact = true, .override_reason = ""};
        CHECK_THROWS_AS(clear(message_with("-----BEGIN PRIVATE KEY-----"), rules, redact), PrivacyRefusal);
        CHECK_THROWS_AS(
            clear(message_with("Qm9yZ2VyIDAxMDE5MC0xMjM0IGthbiBpa2tlIGxvZ2dlIGluZC4="), rules, redact),
            PrivacyRefusal);
        auto picture = message_with("se billedet");
        picture.attachments = {{.name = "a.png", .media_type = "image/png", .content = string("\0\1", 2)}};
        CHECK_THROWS_AS(clear(picture, rules, redact), PrivacyRefusal);
    }

    TEST_CASE("overruling the gate lets it out and says what was overruled") {
        const auto cleared = clear(message_with("Borger 010190-1234"), rules,
                                   {.redact = false, .override_reason = "aftalt med DPO"});
        CHECK(cleared.message().body == "Borger 010190-1234");
        REQUIRE(cleared.overridden().size() == 1);
        CHECK(place(cleared.overridden().front()) == "body:1");
    }
}
