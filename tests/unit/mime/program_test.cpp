#include <string>

#include <doctest/doctest.h>

#include "lib/delivery/compose.hpp"
#include "lib/delivery/process.hpp"
#include "lib/intake/mail.hpp"

using namespace spoc;

namespace {

const std::string program = SPOC_MIME_PROGRAM;

core::Cleared letter() {
    core::Message message;
    message.from = {.name = "Support", .mail = "support@kommune.example"};
    message.to = {{.name = "", .mail = "servicedesk@leverandoer.example"}};
    message.subject = "[BOM-12] Fejl æøå";
    message.body = "Hej\n";
    message.message_id = "1@kommune.example";
    const core::GateRules rules{.patterns = {}, .today = std::chrono::year{2026} / 11 / 2};
    return core::clear(message, rules, {});
}

}  // namespace

TEST_SUITE("the helper program") {
    TEST_CASE("composes what it then reads") {
        const auto bytes = delivery::compose(letter(), delivery::run_program, program);
        const auto mail = intake::read_mail(bytes, delivery::run_program, program);
        CHECK(mail.subject == "[BOM-12] Fejl æøå");
        CHECK(mail.message_id == "1@kommune.example");
        CHECK(mail.text == "Hej\n");
    }

    TEST_CASE("reads many at once, in order, and tells which are none") {
        const auto readings = intake::read_mails({"Subject: a\n\nx", "prose\n", "Subject: b\n\ny"},
                                                 delivery::run_program, program);
        REQUIRE(readings.size() == 3);
        CHECK(readings[0].mail->subject == "a");
        CHECK_FALSE(readings[1].mail.has_value());
        CHECK(readings[2].mail->subject == "b");
        CHECK(intake::read_mails({}, delivery::run_program, program).empty());
    }

    TEST_CASE("what is no mail is the outside's fault") {
        CHECK_THROWS_AS(intake::read_mail("prose\n", delivery::run_program, program), core::OutsideError);
    }

    TEST_CASE("a missing helper is told by its path") {
        CHECK_THROWS_WITH_AS(
            intake::read_mail("Subject: a\n", delivery::run_program, "/nowhere/spoc-mime"),
            "the helper program /nowhere/spoc-mime cannot be started: No such file or directory",
            core::OutsideError);
    }

    TEST_CASE("refuses other words and broken input") {
        CHECK(delivery::run_program({.command = {program}}).status == 2);
        CHECK(delivery::run_program({.command = {program, "dance"}}).status == 2);
        CHECK(delivery::run_program({.command = {program, "compose"}, .input = "no json\n"}).status == 1);
        CHECK(delivery::run_program({.command = {program, "read"}, .input = "9\nabc"}).status == 1);
    }
}
