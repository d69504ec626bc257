#include "lib/render/mail_text.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;
using core::List;
using core::Members;
using render::Language;

namespace {

const render::Wording danish(Language::danish);

core::Case defect() {
    core::Case content;
    content.id = {.system = "BOM", .number = 12};
    content.category = 2;
    content.fields = Members{{"title", "Ansøgere kan ikke indsende"},
                             {"steps", "Log ind\nTryk Indsend\n"},
                             {"actual", "Fejl 500: <intern fejl>"},
                             {"observed_at", "2026-04-07T09:00:00+02:00"},
                             {"workaround", ""},
                             {"reporter", "Kirsten Kollega"},
                             {"retest", List{"Indsend en ansøgning", "Se kvitteringen"}}};
    return content;
}

core::Message letter(std::string_view name, const core::Case& content, const core::Value& more,
                     const render::Templates& templates = {}) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    const render::Reader reader{.zone = *zone, .now = core::parse_rfc3339("2026-04-08T09:00:00+02:00")->at};
    core::Message message;
    const core::Value me = Members{{"me", "Signe Support"}, {"municipality", "Eksempel Kommune"}};
    const auto values =
        render::together(render::together(render::case_values(danish, content, reader), me), more);
    render::write(message, templates, name, danish, values);
    return message;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("letters") {
    TEST_CASE("a defect report says what is known and nothing of what is not") {
        const auto message = letter("report", defect(), Members{{"text", "Som aftalt i telefonen."}});
        CHECK(message.subject == "[BOM-12] Fejlmelding: Ansøgere kan ikke indsende");
        CHECK(message.body ==
              "Hej\n"
              "\n"
              "Som aftalt i telefonen.\n"
              "\n"
              "Vi melder hermed en fejl: Ansøgere kan ikke indsende\n"
              "\n"
              "Vores sag: BOM-12\n"
              "System: BOM\n"
              "Kategori: 2\n"
              "Observeret: tir. 7. apr. kl. 09.00\n"
              "\n"
              "Hvad blev der gjort?\n"
              "Log ind\n"
              "Tryk Indsend\n"
              "\n"
              "Hvad skete der?\n"
              "Fejl 500: <intern fejl>\n"
              "\n"
              "Sådan kvalitetstjekker vi en rettelse:\n"
              "1. Indsend en ansøgning\n"
              "2. Se kvitteringen\n"
              "\n"
              "Behold venligst [BOM-12] i emnefeltet, når I svarer.\n"
              "\n"
              "Med venlig hilsen\n"
              "\n"
              "Signe Support\n"
              "Supportberettiget bruger, Eksempel Kommune\n");
    }

    TEST_CASE("the colleague who saw the defect is not named to the vendor") {
        CHECK_FALSE(holds(letter("report", defect(), {}).body, "Kirsten"));
    }

    TEST_CASE("a line break in a title does not get into the subject") {
        auto content = defect();
        content.fields.set("title", "Fejl\r\nBcc: alle@kommune.example");
        CHECK(letter("report", content, {}).subject ==
              "[BOM-12] Fejlmelding: Fejl Bcc: alle@kommune.example");
    }

    TEST_CASE("the vendor's own reference stands in subject and body") {
        auto content = defect();
        content.vendor_refs = {"INC1", "INC2"};
        const auto message = letter("reminder", content, Members{{"reminders", 2}});
        CHECK(message.subject == "[BOM-12] Rykker: Ansøgere kan ikke indsende (INC2)");
        CHECK(holds(message.body, "Jeres sag: INC2\n"));
        CHECK(holds(message.body, "Tidligere rykkere: 2\n"));
    }

    TEST_CASE("an escalation states facts") {
        const auto message = letter(
            "escalation", defect(),
            Members{
                {"rung", "Incident Manager"},
                {"deadlines", List{Members{{"clock", "løsningstid"},
                                           {"due", "man. 6. apr. kl. 11.00"},
                                           {"late", "8 arbejdstimer for sent"}}}},
                {"agreement", "Drift"},
                {"aimed_at", true},
                {"period", "marts 2026"},
                {"has_rates", true},
                {"rates",
                 List{Members{
                     {"clock", "løsningstid"}, {"percent", 82}, {"met", 9}, {"all", 11}, {"wanted", 90}}}}});
        CHECK(message.subject == "[BOM-12] Eskalering: Ansøgere kan ikke indsende");
        CHECK(holds(message.body, "- løsningstid: frist man. 6. apr. kl. 11.00, 8 arbejdstimer for sent\n"));
        CHECK(holds(message.body,
                    "Overholdte frister i perioden marts 2026\n- løsningstid: 82 % (9 af 11), mål 90 %\n"));
        CHECK(holds(message.body, "Omgåelse: ikke beskrevet\n"));
        CHECK(holds(message.body, "Rykkere sendt: ingen\n"));
        CHECK(holds(message.body, "Grundlag: Drift (tiderne er servicemål, der tilstræbes)\n"));
    }

    TEST_CASE("the user's own template is used") {
        const render::Templates own({{.name = "answer",
                                      .language = Language::danish,
                                      .source = "a",
                                      .text = "Subject: Om {{case}}\n{{text}}"}});
        const auto message = letter("answer", defect(), Members{{"text", "Tak."}}, own);
        CHECK(message.subject == "Om BOM-12");
        CHECK(message.body == "Tak.\n");
    }

    TEST_CASE("a template without a subject is refused") {
        const render::Templates own(
            {{.name = "answer", .language = Language::danish, .source = "a", .text = "{{text}}"}});
        CHECK_THROWS_AS(letter("answer", defect(), {}, own), core::ConfigError);
    }

    TEST_CASE("no letter leaves a hole of empty lines behind what is not known") {
        for (const auto name : render::template_names()) {
            if (!name.starts_with('_') && !name.ends_with("-page")) {
                CAPTURE(name);
                const auto body =
                    letter(name, defect(), Members{{"text", "Tekst."}, {"decision", nullptr}}).body;
                CHECK_FALSE(holds(body, "\n\n\n"));
                CHECK_FALSE(holds(body, "{{"));
            }
        }
    }
}
