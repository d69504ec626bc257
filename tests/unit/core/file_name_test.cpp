#include "lib/core/file_name.hpp"

#include <doctest/doctest.h>

#include "lib/core/text_encoding.hpp"

using spoc::core::safe_file_name;

TEST_SUITE("names of files from outside") {
    TEST_CASE("only the last component of a path is taken") {
        CHECK(safe_file_name("../../etc/passwd") == "passwd");
        CHECK(safe_file_name("C:\\temp\\..\\log.txt") == "log.txt");
        CHECK(safe_file_name("/a/b/") == "b");
    }

    TEST_CASE("leading dots and tildes and control characters are taken away") {
        CHECK(safe_file_name(".bashrc") == "bashrc");
        CHECK(safe_file_name("~root") == "root");
        CHECK(safe_file_name("~.~/..x") == "x");
        CHECK(safe_file_name("a\nb\x1B[31m\tc.txt") == "ab[31mc.txt");
        CHECK(safe_file_name("x\u202Etxt.exe") == "xtxt.exe");
        CHECK(safe_file_name("\u200B.x") == "x");
    }

    TEST_CASE("a name is never empty") {
        for (const auto* name : {"", "/", "..", "~", "///", ". .", "\x01\x02", "\\\\"}) {
            CHECK(safe_file_name(name) == "attachment");
        }
    }

    TEST_CASE("ordinary names stay") {
        CHECK(safe_file_name("skærm billede (2) æøå.png") == "skærm billede (2) æøå.png");
        CHECK(safe_file_name("a.b.c") == "a.b.c");
    }

    TEST_CASE("names of devices are made harmless") {
        CHECK(safe_file_name("CON") == "_CON");
        CHECK(safe_file_name("nul.txt") == "_nul.txt");
        CHECK(safe_file_name("com1 .log") == "_com1 .log");
        CHECK(safe_file_name("console.log") == "console.log");
    }

    TEST_CASE("long names are cut between characters, and keep their ending") {
        std::string name = "x";
        for (int i = 0; i < 300; ++i) {
            name += "ø";
        }
        const auto safe = safe_file_name(name + ".txt");
        CHECK(safe.size() <= 255);
        CHECK(safe.ends_with("ø.txt"));
        CHECK(spoc::core::is_utf8(safe));
        CHECK(safe_file_name(std::string(1000, 'a')).size() == 255);
    }

    TEST_CASE("what is no UTF-8 is replaced") {
        CHECK(safe_file_name("r\xE5.txt") == "r\uFFFD.txt");
    }
}
