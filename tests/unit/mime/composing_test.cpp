#include "cmd/mime/composing.hpp"

#include <string>

#include <doctest/doctest.h>

#include "cmd/mime/reading.hpp"

using namespace spoc;
using std::string;

namespace {

core::Message letter() {
    core::Message message;
    message.from = {.name = "Bødil Ågård", .mail = "support@kommune.example"};
    message.to = {{.name = "Service, Desk", .mail = "servicedesk@leverandoer.example"}};
    message.subject = "[BOM-12] Fejl i kørtvisning";
    message.body = "Hej\n\nDet virker ikke.\n";
    message.message_id = "abc@kommune.example";
    message.date = *core::parse_rfc3339("2026-11-02T09:14:00+01:00");
    return message;
}

core::Mail read_back(const core::Message& message) {
    auto reading = mime::read(mime::compose(message));
    REQUIRE(reading.mail);
    return std::move(*reading.mail);
}

bool has_line(const string& mail, const string& line) {
    return ("\n" + mail).find("\n" + line + "\n") != string::npos;
}

std::size_t longest_line(const string& text) {
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        longest = std::max(longest, end - at);
        at = end + 1;
    }
    return longest;
}

}  // namespace

TEST_SUITE("composing mail") {
    TEST_CASE("a plain mail has the headers that mail programs thread by, and its text as it is") {
        auto message = letter();
        message.in_reply_to = "2@leverandoer.example";
        message.references = {"1@leverandoer.example", "2@leverandoer.example"};
        const auto mail = mime::compose(message);
        CHECK(has_line(mail, "Message-ID: <abc@kommune.example>"));
        CHECK(has_line(mail, "In-Reply-To: <2@leverandoer.example>"));
        CHECK(has_line(mail, "References: <1@leverandoer.example> <2@leverandoer.example>"));
        CHECK(has_line(mail, "Date: Mon, 02 Nov 2026 09:14:00 +0100"));
        CHECK(has_line(mail, "To: \"Service, Desk\" <servicedesk@leverandoer.example>"));
        CHECK(has_line(mail, "User-Agent: spoc"));
        CHECK(has_line(mail, "MIME-Version: 1.0"));
        CHECK(has_line(mail, "Det virker ikke."));
        CHECK(mail.find("Auto-Submitted") == string::npos);
        CHECK(mail.find('\r') == string::npos);
    }

    TEST_CASE("what is composed reads back as it was") {
        auto message = letter();
        message.body = "Rødgrød\nmed fløde\n";
        message.attachments = {
            {.name = "skærm (1) æøå.png", .media_type = "image/png", .content = string("\0\r\n\xFF", 4)},
            {.name = "log.txt", .media_type = "text/plain", .content = "a\r\nb\n"},
            {.name = "sag.eml", .media_type = "message/rfc822", .content = "Subject: x\n\ny"}};
        const auto mail = read_back(message);
        CHECK(mail.from == message.from);
        CHECK(mail.subject == message.subject);
        CHECK(mail.text == message.body);
        CHECK(mail.date == message.date);
        REQUIRE(mail.attachments.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(mail.attachments[i].name == message.attachments[i].name);
            CHECK(mail.attachments[i].content == message.attachments[i].content);
        }
    }

    TEST_CASE("the same message gives the same bytes") {
        auto message = letter();
        message.html = "<p>Hej</p>";
        message.attachments = {{.name = "a", .media_type = "text/plain", .content = "x"}};
        CHECK(mime::compose(message) == mime::compose(message));
        auto other = message;
        other.message_id = "def@kommune.example";
        CHECK(mime::compose(message) != mime::compose(other));
    }

    TEST_CASE("with HTML there are two alternatives, and the plain one comes first") {
        auto message = letter();
        message.html = "<p>P\u00E6nt</p>";
        const auto mail = mime::compose(message);
        CHECK(mail.find("multipart/alternative") != string::npos);
        CHECK(mail.find("text/plain") < mail.find("text/html"));
        CHECK(read_back(message).text == message.body);
    }

    TEST_CASE("a boundary that stands in the text is not used") {
        auto message = letter();
        message.html = "<p>x</p>";
        const auto first = mime::compose(message);
        const auto begin = first.find("boundary=\"") + 10;
        message.body = "--" + first.substr(begin, first.find('"', begin) - begin) + "--\nefter\n";
        CHECK(read_back(message).text == message.body);
    }

    TEST_CASE("line breaks in what becomes a header end no header") {
        auto message = letter();
        message.subject = "Fejl\r\nBcc: evil@ukendt.example";
        message.from.name = "A\nBcc: evil@ukendt.example";
        message.to.front().mail = "a@b.example>\r\nBcc: evil@ukendt.example";
        message.message_id = "x@y.example>\nBcc: evil@ukendt.example";
        message.in_reply_to = "x\nBcc: evil@ukendt.example";
        message.references = {"x\r\nBcc: evil@ukendt.example"};
        message.attachments = {
            {.name = "a\r\nBcc: evil@ukendt.example", .media_type = "text/plain\nBcc: x", .content = "x"}};
        const auto mail = mime::compose(message);
        CHECK(("\n" + mail).find("\nBcc") == string::npos);
    }

    TEST_CASE("no line is longer than mail allows") {
        auto message = letter();
        message.subject = string(3'000, 'x');
        message.body = string(5'000, 'y') + "\n" + string(2'000, 'z');
        message.references = std::vector<string>(200, string(60, 'r') + "@leverandoer.example");
        message.references.push_back(string(2'000, 'q'));
        message.attachments = {
            {.name = string(500, 'n') + ".txt", .media_type = "text/plain", .content = string(9'000, 'c')}};
        CHECK(longest_line(mime::compose(message)) <= 998);
        const auto mail = read_back(message);
        CHECK(mail.subject == message.subject);
        CHECK(mail.text == message.body + "\n");
    }

    TEST_CASE("a subject that looks like an encoded word stays what it is") {
        auto message = letter();
        message.subject = "=?utf-8?q?x?= [BOM-12] æ";
        CHECK(read_back(message).subject == message.subject);
    }

    TEST_CASE(
        "bytes in the text that are no UTF-8 are replaced, and carriage returns are kept out of the lines") {
        auto message = letter();
        message.body =
            "r\xF8"
            "d\r\nx\n";
        CHECK(read_back(message).text == "r\uFFFDd\nx\n");
    }
}
