#include "lib/core/mail_text.hpp"

#include <doctest/doctest.h>

using spoc::core::own_words;

TEST_SUITE("the writer's own words") {
    TEST_CASE("quoted lines and the line that introduces them are not") {
        CHECK(own_words("Rettet.\n\nDen 2. nov. 2026 kl. 09.14 skrev Support <support@kommune.example>:\n> "
                        "Hej\n> Virker ikke\n") == "Rettet.\n");
        CHECK(own_words("Fixed.\n\nOn Mon, 2 Nov 2026 at 09:14, Support <\nsupport@kommune.example> "
                        "wrote:\n\n> Hello\n") == "Fixed.\n");
    }

    TEST_CASE("answers between quoted lines stay") {
        CHECK(own_words("Den 2. november 2026 skrev Support:\n> Hvornår?\nI morgen.\n> Hvem?\nOs.\n") ==
              "I morgen.\nOs.\n");
    }

    TEST_CASE("an introduction without marks below it ends the words") {
        CHECK(own_words("Tak.\n\nDen 2. nov. 2026 kl. 09.14 skrev Support:\n\nHej\nVirker ikke\n") ==
              "Tak.\n");
    }

    TEST_CASE("the headers that Outlook puts above an older mail end the words") {
        CHECK(own_words("Vi ser på det.\n\nFra: Support <support@kommune.example>\nSendt: 2. november 2026 "
                        "09:14\nTil: Servicedesk\nEmne: [BOM-12] Fejl\n\nHej\n") == "Vi ser på det.\n");
        CHECK(own_words("OK\n________________________________\n*From:* Support\n*Sent:* Monday\n*To:* "
                        "Desk\n\nHej\n") == "OK\n");
        CHECK(own_words("OK\n-----Oprindelig meddelelse-----\nFra: x\n") == "OK\n");
        CHECK(own_words("OK\n-------- Original Message --------\nSubject: x\n") == "OK\n");
    }

    TEST_CASE("a signature is not") {
        CHECK(own_words("Tak.\n\n-- \nOle Olsen\nTelefon 12 34 56 78\n") == "Tak.\n");
        CHECK(own_words("Tak.\r\n\r\nSendt fra min iPhone\r\n") == "Tak.\r\n");
    }

    TEST_CASE("lines that only look a little like it stay") {
        const auto* text =
            "Fra: 2026 kan ingen logge ind.\nDen fejl skrev vi om.\nOn our side: nothing.\n--- log ---\n";
        CHECK(own_words(text) == text);
    }

    TEST_CASE("a mail that is nothing but a quotation stays whole") {
        CHECK(own_words("> Hej\n> Virker ikke\n") == "> Hej\n> Virker ikke\n");
        CHECK(own_words("").empty());
    }
}
