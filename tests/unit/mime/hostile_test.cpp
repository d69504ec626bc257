#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "cmd/mime/charset.hpp"
#include "cmd/mime/html_text.hpp"
#include "cmd/mime/mail_date.hpp"
#include "cmd/mime/message_id.hpp"
#include "cmd/mime/reading.hpp"
#include "lib/core/text_encoding.hpp"

using namespace spoc;

namespace {

core::Mail mail(const std::string& bytes) {
    auto reading = mime::read(bytes);
    REQUIRE(reading.mail);
    return std::move(*reading.mail);
}

std::string repeated(const std::string& piece, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += piece;
    }
    return all;
}

}  // namespace

TEST_SUITE("mail that means harm") {
    TEST_CASE("ten thousand parts in each other are read") {
        std::string bytes = "Subject: x\n";
        for (int i = 0; i < 10'000; ++i) {
            bytes += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
        }
        CHECK(mail(bytes + "\nbund\n").subject == "x");
    }

    TEST_CASE("ten thousand parts beside each other are read") {
        std::string bytes = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 10'000; ++i) {
            bytes += fmt::format("--b\n\n{}\n", i);
        }
        CHECK(mail(bytes + "--b--\n").text == "0");
    }

    TEST_CASE("five thousand mails in each other are one attachment") {
        CHECK(mail("Subject: x\n" + repeated("Content-Type: message/rfc822\n\n", 5'000) + "Subject: y\n\nz\n")
                  .attachments.size() == 1);
    }

    TEST_CASE("a huge header is cut") {
        CHECK(mail("Subject: " + std::string(1'000'000, 'x') + "\n\n").subject.size() == 100'000);
        CHECK(mail("References: " + repeated("<a@b.example> ", 10'000) + "\n\n").references.size() == 1'000);
        CHECK(mail(repeated("X-Header: x\n", 100'000) + "\n").subject.empty());
        CHECK(mail("From: " + std::string(500'000, '(') + "\n\n").from.mail.empty());
    }

    TEST_CASE("elements nested too deep for a parser hide no words") {
        CHECK(mime::html_text("<p>a</p>" + repeated("<div>", 20'000) + "b") == "a b\n");
        CHECK(mime::html_text(repeated("<blockquote>", 200) + "b").ends_with("> b\n"));
    }

    TEST_CASE("thousands of attachments are a thousand") {
        const std::string part = "--b\nContent-Disposition: attachment; filename=x\n\ny\n";
        CHECK(mail("Content-Type: multipart/mixed; boundary=b\n\n" + repeated(part, 3'000))
                  .attachments.size() == 1'000);
    }

    TEST_CASE("whatever is read is UTF-8 without NUL") {
        std::string noise;
        unsigned state = 1;
        for (int i = 0; i < 20'000; ++i) {
            state = state * 1103515245U + 12345U;
            noise += static_cast<char>(state >> 16U);
        }
        for (const auto* charset :
             {"utf-8", "utf-16", "utf-7", "iso-2022-jp", "gb18030", "windows-1252", "x", ""}) {
            CAPTURE(charset);
            const auto text = mime::to_utf8(noise, charset);
            CHECK(core::is_utf8(text));
            CHECK(text.find('\0') == std::string::npos);
        }
        const auto read = mail("Subject: " + noise + "\n\n" + noise);
        CHECK(core::is_utf8(read.subject));
        CHECK(core::is_utf8(read.text));
    }

    TEST_CASE("every beginning of a mail is read or refused, and never ends the program") {
        const std::string whole =
            "From: \"a\" <b@c.example>\nSubject: =?utf-8?b?w6Y=?=\nDate: Mon, 02 Nov 2026 09:14:00 +0100\n"
            "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<p>x "
            "&aelig;\n--b\n"
            "Content-Type: image/png; name*0*=utf-8''a%C3; name*1*=%A6\nContent-Transfer-Encoding: "
            "base64\n\nAAAA\n--b--\n";
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const auto reading = mime::read(std::string_view(whole).substr(0, size));
            CHECK((reading.mail || !reading.error.empty()));
        }
    }
}

TEST_SUITE("message ids and dates") {
    TEST_CASE("ids are taken from between brackets, and from words with an @ where there are none") {
        using Ids = std::vector<std::string>;
        CHECK(mime::message_ids("<a@b> x <c @d>") == Ids{"a@b", "c@d"});
        CHECK(mime::message_ids("a@b, c d@e") == Ids{"a@b", "d@e"});
        CHECK(mime::message_ids("") == Ids{});
        CHECK(mime::message_ids("<<a@b>>") == Ids{"<a@b"});
        CHECK(mime::message_id("abc def") == "abc");
        CHECK(mime::message_id("<>").empty());
    }

    TEST_CASE("dates are read in the forms that mails have, and nothing is guessed") {
        const auto read = [](const char* header) {
            const auto date = mime::read_mail_date(header);
            return date ? core::rfc3339(*date) : std::string();
        };
        CHECK(read("Mon, 02 Nov 2026 09:14:00 +0100") == "2026-11-02T09:14:00+01:00");
        CHECK(read("2 nov 99 9:14 EST") == "1999-11-02T09:14:00-05:00");
        CHECK(read("Mon, 2 Nov 2026 09:14:00 -0330") == "2026-11-02T09:14:00-03:30");
        CHECK(read("Mon, 2 Nov 2026 09:14:00 XYZ") == "2026-11-02T09:14:00+00:00");
        CHECK(read("Mon, 2 Nov 2026 09:14:00 +9900").empty());
        CHECK(read("Mon, 2 Nov 99999 09:14:00 +0100").empty());
        CHECK(read("2026-11-02").empty());
        CHECK(read("2 Nov 2026").empty());
        CHECK(read("(((((").empty());
        CHECK(read("").empty());
    }
}
