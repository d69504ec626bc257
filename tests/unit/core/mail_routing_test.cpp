#include "lib/core/mail_routing.hpp"

#include <doctest/doctest.h>

using namespace spoc::core;
using namespace std::chrono_literals;
using std::string;
using std::string_view;

namespace {

const CaseId bom_12{"BOM", 12};
const CaseId bom_13{"BOM", 13};

/// A store with two cases, a thread each, and one reference.
MailSurroundings surroundings() {
    MailSurroundings around;
    around.thread = [](string_view id) -> std::optional<Thread> {
        if (id == "sent-12@kommune.example") {
            return Thread{.case_id = bom_12, .notice = {}};
        }
        if (id == "sent-13@kommune.example") {
            return Thread{.case_id = bom_13, .notice = {}};
        }
        return id == "notice-5@kommune.example" ? std::optional(Thread{.case_id = {}, .notice = 5})
                                                : std::nullopt;
    };
    around.tagged = [](const CaseId& tag) {
        return tag == bom_12 || tag == bom_13 ? std::optional(tag) : std::nullopt;
    };
    around.referenced = [](string_view reference) {
        return reference == "INC0012345" || reference == "47-11/A" ? std::optional(bom_13) : std::nullopt;
    };
    around.parties = {
        {.name = "vendor", .mail = "servicedesk@leverandoer.example", .domains = {"leverandoer.example"}},
        {.name = "service-manager", .mail = "chef@leverandoer.example"}};
    around.colleagues = {{.name = "Bo", .mail = "bo@kommune.example"}};
    around.feeds = {
        {.name = "drift", .kind = "mail", .sender = "drift.example", .subject = "driftsmeddelelse"},
        {.name = "rss", .kind = "rss", .sender = "leverandoer.example"}};
    around.own_mail = "support@kommune.example";
    around.systems = {"BOM"};
    return around;
}

Mail mail_from(const string& address, const string& subject) {
    Mail mail;
    mail.from = {.name = "", .mail = address};
    mail.subject = subject;
    return mail;
}

MailFiling filed(const Mail& mail) {
    return file_mail(mail, surroundings());
}

enum class Speaker { person, machine };

string reference(const string& subject, const string& text, Speaker speaker = Speaker::person) {
    Mail mail = mail_from("x@leverandoer.example", subject);
    mail.text = text;
    mail.automatic = speaker == Speaker::machine;
    return reference_in(mail, {"BOM"});
}

const Timestamp arrived{.at = std::chrono::sys_days{2026y / 11 / 2} + 12h, .offset = 60min};

std::vector<Proposal> proposed(const string& text) {
    Mail mail;
    mail.text = text;
    return proposals(mail, 2026y / 11 / 2);
}

}  // namespace

TEST_SUITE("where a mail goes") {
    TEST_CASE("its thread counts before the tag, and the latest reference before the others") {
        auto mail = mail_from("servicedesk@leverandoer.example", "Re: [BOM-13] Fejl");
        mail.in_reply_to = {"unknown@x.example", "sent-12@kommune.example"};
        CHECK(filed(mail).case_id == bom_12);
        mail.in_reply_to.clear();
        mail.references = {"sent-13@kommune.example", "sent-12@kommune.example", "other@x.example"};
        CHECK(filed(mail).case_id == bom_12);
        CHECK(filed(mail).filed_as == FiledAs::on_case);
    }

    TEST_CASE("an answer to a forwarded notice belongs to the notice") {
        auto mail = mail_from("bo@kommune.example", "SV: Drift");
        mail.references = {"notice-5@kommune.example"};
        CHECK(filed(mail).filed_as == FiledAs::notice);
        CHECK(filed(mail).notice == 5);
    }

    TEST_CASE("a tag counts in any case of letters, and only if there is such a case") {
        CHECK(filed(mail_from("a@leverandoer.example", "SV: [bom-12] Fejl")).case_id == bom_12);
        CHECK(filed(mail_from("a@leverandoer.example", "SV: [BOM-99] [BOM-13]")).case_id == bom_13);
        CHECK(filed(mail_from("a@leverandoer.example", "SV: BOM-12 Fejl")).filed_as == FiledAs::inbox);
        CHECK(filed(mail_from("a@leverandoer.example", "SV: [BOM-99]")).filed_as == FiledAs::inbox);
    }

    TEST_CASE("a tag in the text counts for nothing") {
        auto mail = mail_from("a@leverandoer.example", "Fejl");
        mail.text = "[BOM-12]";
        CHECK(filed(mail).filed_as == FiledAs::inbox);
    }

    TEST_CASE("a known reference counts if it stands alone in the subject") {
        for (const auto* subject : {"INC0012345", "Status på INC0012345", "INC0012345: Fejl", "(INC0012345)",
                                    "æ INC0012345-2", "Sag 47-11/A er løst"}) {
            CAPTURE(subject);
            CHECK(filed(mail_from("a@leverandoer.example", subject)).case_id == bom_13);
        }
        for (const auto* subject :
             {"INC00123456", "XINC0012345", "INC0012345æ", "INC001234", "47-11/AB", "147-11/A"}) {
            CAPTURE(subject);
            CHECK(filed(mail_from("a@leverandoer.example", subject)).filed_as == FiledAs::inbox);
        }
    }

    TEST_CASE("rules of mail feeds make notices, those of other feeds do not") {
        CHECK(filed(mail_from("noreply@drift.example", "Driftsmeddelelse: BOM")).feed == "drift");
        CHECK(filed(mail_from("noreply@drift.example", "Nyhedsbrev")).filed_as == FiledAs::inbox);
        CHECK(filed(mail_from("noreply@xdrift.example", "Driftsmeddelelse")).filed_as == FiledAs::inbox);
        CHECK(filed(mail_from("ny@leverandoer.example", "Driftsmeddelelse")).filed_as == FiledAs::inbox);
    }

    TEST_CASE("a colleague asks") {
        CHECK(filed(mail_from("Bo@Kommune.example", "Hjælp")).filed_as == FiledAs::question);
        CHECK(filed(mail_from("bo@kommune.example", "[BOM-12] Hjælp")).filed_as == FiledAs::on_case);
    }

    TEST_CASE("whatever is left waits in the inbox") {
        CHECK(filed(mail_from("", "")).filed_as == FiledAs::inbox);
        CHECK(word(FiledAs::on_case) == "case");
    }

    TEST_CASE("the sender is known by the address and never by the name") {
        const auto around = surroundings();
        CHECK(sender_of("Chef@leverandoer.example", around) ==
              Sender{Sender::Kind::party, "service-manager"});
        CHECK(sender_of("ny@LEVERANDOER.example", around) == Sender{Sender::Kind::party, "vendor"});
        CHECK(sender_of("x@evil-leverandoer.example", around).kind == Sender::Kind::unknown);
        CHECK(sender_of("x@leverandoer.example.evil.example", around).kind == Sender::Kind::unknown);
        CHECK(sender_of("support@kommune.example", around).kind == Sender::Kind::own);
        CHECK(sender_of("", around).kind == Sender::Kind::unknown);
    }

    TEST_CASE("a party answers; others are noted, and machines acknowledge") {
        auto mail = mail_from("a@leverandoer.example", "[BOM-12] Fejl");
        CHECK(filed(mail).event == EventKind::answered);
        CHECK(filed(mail).known_sender);
        mail.automatic = true;
        CHECK(filed(mail).event == EventKind::receipt);
        mail.bounce = true;
        CHECK(filed(mail).event == EventKind::noted);
        const auto stranger = filed(mail_from("x@ukendt.example", "[BOM-12] Fejl"));
        CHECK(stranger.event == EventKind::noted);
        CHECK_FALSE(stranger.known_sender);
        CHECK(filed(mail_from("bo@kommune.example", "[BOM-12] Fejl")).event == EventKind::noted);
    }

    TEST_CASE("a bounce finds the case of what it bounced") {
        auto mail = mail_from("mailer-daemon@kommune.example", "Undelivered");
        mail.automatic = true;
        mail.bounce = true;
        mail.bounced_message_id = "sent-12@kommune.example";
        CHECK(filed(mail).case_id == bom_12);
    }

    TEST_CASE("a stranger teaches no reference") {
        auto mail = mail_from("x@ukendt.example", "[BOM-12] INC0099999");
        CHECK(filed(mail).reference.empty());
        mail.from.mail = "a@leverandoer.example";
        CHECK(filed(mail).reference == "INC0099999");
    }

    TEST_CASE("a mail counts from its date, unless that cannot be") {
        Mail mail;
        CHECK(written_at(mail, arrived, {}) == arrived);
        mail.date = Timestamp{.at = arrived.at - 1h, .offset = 0min};
        CHECK(written_at(mail, arrived, {}) == *mail.date);
        CHECK(written_at(mail, arrived, arrived.at - 30min) == arrived);
        mail.date->at = arrived.at + 1s;
        CHECK(written_at(mail, arrived, {}) == arrived);
    }
}

TEST_SUITE("references that mails give") {
    TEST_CASE("numbers of servicedesks are known by their form") {
        CHECK(reference("INC0012345 - Fejl i kort", "") == "INC0012345");
        CHECK(reference("", "Vi har oprettet CS1234567 på din henvendelse.") == "CS1234567");
        CHECK(reference("[LEV-4711] Fejl", "") == "LEV-4711");
        CHECK(reference("LEV-4711: Re: [BOM-12] Fejl", "") == "LEV-4711");
    }

    TEST_CASE("a label says what is one") {
        CHECK(reference("", "Sagsnr.: 4711-22") == "4711-22");
        CHECK(reference("", "Sagsnummer: SD/2026/0815.") == "SD/2026/0815");
        CHECK(reference("", "Your case number is CS-2026-0815") == "CS-2026-0815");
        CHECK(reference("", "Ref: 123456") == "123456");
        CHECK(reference("Sag 12345 er oprettet", "") == "12345");
        CHECK(reference("Ticket #12345", "") == "12345");
        CHECK(reference("Kvittering (#98765)", "") == "98765");
    }

    TEST_CASE("a person who speaks of a case in the system gives none") {
        CHECK(reference("Re: [BOM-12] Sag 12345 kan ikke åbnes", "").empty());
        CHECK(reference("Re: [BOM-12] Fejl", "Vi har set på sag 12345 nu.").empty());
        CHECK(reference("", "Vi har oprettet sag 12345.", Speaker::machine) == "12345");
    }

    TEST_CASE("tags, dates, CPR numbers, standards and quoted lines are none") {
        CHECK(reference("Re: [BOM-1234] Fejl", "").empty());
        CHECK(reference("", "Ref: 2026-11-02").empty());
        CHECK(reference("", "Sagsnr: 010190-1234").empty());
        CHECK(reference("", "Ref: ISO-8859-1").empty());
        CHECK(reference("", "ticket til 3000 kr.").empty());
        CHECK(reference("Re: [BOM-12] Fejl", "Tak.\n> Sagsnr.: 4711-22\n").empty());
    }

    TEST_CASE("two that are equally likely are none") {
        CHECK(reference("INC0012345 og INC0012346", "").empty());
    }
}

TEST_SUITE("what an answer seems to report") {
    TEST_CASE("a fix") {
        REQUIRE(proposed("Hej\nFejlen er nu rettet.\n").size() == 1);
        CHECK(proposed("Fejlen er nu rettet.").front().kind == EventKind::fix_announced);
        CHECK(proposed("The issue has been resolved.").front().kind == EventKind::fix_announced);
        CHECK(proposed("Fejlen er ikke rettet.").empty());
        CHECK(proposed("Når fejlen er rettet, hører I fra os.").empty());
        CHECK(proposed("Du har rettet henvendelse til os.").empty());
    }

    TEST_CASE("a promise in other words, with a time of day or the name of a day") {
        struct Case {
            const char* line;
            Date by;
            std::optional<Seconds> clock;
        };
        const std::vector<Case> cases = {
            {"Rettelsen er klar den 20. november kl. 12.", 2026y / 11 / 20, 12h},
            {"Vi regner med 20/11 kl. 14.30", 2026y / 11 / 20, 14h + 30min},
            {"We expect it by 2026-11-20 at 9am", 2026y / 11 / 20, 9h},
            {"ETA: 20.11.2026 16:00", 2026y / 11 / 20, 16h},
            {"Den kommer i morgen", 2026y / 11 / 3, {}},
            {"Leveres fredag kl. 8", 2026y / 11 / 6, 8h},
            {"Vi lover det til på mandag", 2026y / 11 / 9, {}},
            {"Rettes fredag den 13. november, vi lover", 2026y / 11 / 13, {}},
            {"It will be ready between 10:00 and 12:00 on 20 November", 2026y / 11 / 20, {}},
        };
        for (const auto& each : cases) {
            CAPTURE(each.line);
            const auto promise = proposed(each.line);
            REQUIRE(promise.size() == 1);
            CHECK(promise.front().kind == EventKind::promised);
            CHECK(promise.front().by == each.by);
            CHECK(promise.front().by_clock == each.clock);
        }
        CHECK(proposed("Vi kommer mandag eller tirsdag").empty());
        CHECK(proposed("Vi så fejlen i går").empty());
    }

    TEST_CASE("a promise") {
        const auto promise = proposed("Vi forventer at det er løst senest den 20. november.");
        REQUIRE(promise.size() == 1);
        CHECK(promise.front().kind == EventKind::promised);
        CHECK(promise.front().by == Date{2026y / 11 / 20});
        CHECK(proposed("We expect a fix by 2026-11-24.").front().by == Date{2026y / 11 / 24});
        CHECK(proposed("Forventes rettet 7. januar").front().by == Date{2027y / 1 / 7});
        CHECK(proposed("Vi forventer at se på det snart.").empty());
    }

    TEST_CASE("a question") {
        CHECK(proposed("Hvilken browser bruger I?").front().kind == EventKind::ball);
        CHECK(proposed("> Hvilken browser?\nTak for hjælpen.").empty());
    }

    TEST_CASE("a machine proposes nothing") {
        Mail mail;
        mail.automatic = true;
        mail.text = "Fejlen er rettet.";
        CHECK(proposals(mail, 2026y / 11 / 2).empty());
    }
}
