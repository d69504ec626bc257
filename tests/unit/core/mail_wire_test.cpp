#include "lib/core/mail_wire.hpp"

#include <doctest/doctest.h>

using namespace spoc::core;

TEST_SUITE("what the program and its helper say to each other") {
    TEST_CASE("a message comes out as it went in") {
        Message message;
        message.from = {.name = "Bødil", .mail = "support@kommune.example"};
        message.to = {{.name = "", .mail = "a@b.example"}, {.name = "C", .mail = "c@d.example"}};
        message.subject = "æøå \"quoted\"\n";
        message.body = "line\nline\n";
        message.html = "<p>";
        message.message_id = "1@kommune.example";
        message.in_reply_to = "2@b.example";
        message.references = {"3@b.example", "2@b.example"};
        message.date = *parse_rfc3339("2026-11-02T09:14:00+01:00");
        message.attachments = {
            {.name = "a\nb", .media_type = "image/png", .content = std::string("\0\n\xFF", 3)},
            {.name = "empty", .media_type = "", .content = ""}};
        const auto read = read_message_wire(message_wire(message));
        CHECK(read.from == message.from);
        CHECK(read.to == message.to);
        CHECK(read.subject == message.subject);
        CHECK(read.body == message.body);
        CHECK(read.html == message.html);
        CHECK(read.message_id == message.message_id);
        CHECK(read.in_reply_to == message.in_reply_to);
        CHECK(read.references == message.references);
        CHECK(read.date == message.date);
        REQUIRE(read.attachments.size() == 2);
        CHECK(read.attachments[0].content == message.attachments[0].content);
        CHECK(read.attachments[1].name == "empty");
    }

    TEST_CASE("readings come out in their order, mails and errors") {
        Mail mail;
        mail.message_id = "1@x.example";
        mail.from = {.name = "Å", .mail = "a@x.example"};
        mail.date = *parse_rfc3339("2026-11-02T09:14:00+01:00");
        mail.automatic = true;
        mail.bounce = true;
        mail.bounced_message_id = "0@x.example";
        mail.attachments = {{.name = "a", .media_type = "text/plain", .content = "{\"error\":1}\n"}};
        const auto wire = reading_wire({.mail = mail, .error = ""}) +
                          reading_wire({.mail = {}, .error = "no header"}) +
                          reading_wire({.mail = Mail{}, .error = ""});
        const auto readings = read_readings_wire(wire);
        REQUIRE(readings.size() == 3);
        CHECK(readings[0].mail->from == mail.from);
        CHECK(readings[0].mail->date == mail.date);
        CHECK(readings[0].mail->bounced_message_id == "0@x.example");
        CHECK(readings[0].mail->attachments.front().content == "{\"error\":1}\n");
        CHECK_FALSE(readings[1].mail.has_value());
        CHECK(readings[1].error == "no header");
        CHECK_FALSE(readings[2].mail->date.has_value());
    }

    TEST_CASE("mails are framed by their size, whatever is in them") {
        const std::vector<std::string> mails = {"a\n3\nb", "", std::string("\0", 1)};
        const auto wire = mails_wire(mails);
        const auto read = read_mails_wire(wire);
        REQUIRE(read.size() == 3);
        CHECK(read[0] == mails[0]);
        CHECK(read[1].empty());
        CHECK(read[2] == mails[2]);
    }

    TEST_CASE("what is cut short or of another form fails") {
        for (const auto* wire : {"5\nabc", "x\n", "5", "-1\n", "99999999999999999999\n"}) {
            CAPTURE(wire);
            CHECK_THROWS_AS(read_mails_wire(wire), Failed);
        }
        CHECK_THROWS_AS(read_message_wire("{}"), Failed);
        CHECK_THROWS_AS(read_message_wire("{\"attachments\":[{\"size\":4}]}\nabc"), Failed);
        CHECK_THROWS_AS(read_message_wire("{\"attachments\":[{\"size\":-1}]}\nabc"), Failed);
        CHECK_THROWS_AS(read_readings_wire("no json\n"), Failed);
    }
}
