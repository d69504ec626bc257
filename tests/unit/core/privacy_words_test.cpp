#include <set>

#include <doctest/doctest.h>

#include "lib/core/privacy.hpp"

namespace core = spoc::core;
using core::GateFinding;
using core::GatePart;

namespace {

constexpr auto parts = {GatePart::subject,         GatePart::body,      GatePart::html, GatePart::person,
                        GatePart::attachment_name, GatePart::attachment};

GateFinding finding(GateFinding::Kind kind, GatePart part) {
    return {.severity = GateFinding::Severity::block,
            .kind = kind,
            .pattern = "journal",
            .part = part,
            .file = "log.txt",
            .line = 7};
}

}  // namespace

TEST_SUITE("words of the privacy gate") {
    TEST_CASE("each kind of finding is told apart in each part, and never quotes what was found") {
        using Kind = GateFinding::Kind;
        std::set<std::string> sentences;
        for (const auto kind : {Kind::cpr, Kind::private_key, Kind::pattern}) {
            for (const auto part : parts) {
                sentences.insert(core::sentence(finding(kind, part)).english());
            }
        }
        for (const auto part : parts) {
            auto doubtful = finding(Kind::cpr, part);
            doubtful.severity = GateFinding::Severity::warn;
            sentences.insert(core::sentence(doubtful).english());
        }
        sentences.insert(core::sentence(finding(Kind::unreadable, GatePart::attachment)).english());
        CHECK(sentences.size() == 25);
        CHECK(sentences.contains("a CPR number stands in line 7 of the text"));
        CHECK(sentences.contains("what may be a CPR number stands in line 7 of the file log.txt"));
        CHECK(sentences.contains("a private key stands in the subject"));
        CHECK(sentences.contains("what the pattern journal forbids stands in the name of the file log.txt"));
    }

    TEST_CASE("a place is short, for the log") {
        const auto place = [](GatePart part, int line = 7) {
            auto found = finding(GateFinding::Kind::cpr, part);
            found.line = line;
            return core::place(found);
        };
        CHECK(place(GatePart::subject) == "subject");
        CHECK(place(GatePart::body) == "body:7");
        CHECK(place(GatePart::html) == "html:7");
        CHECK(place(GatePart::attachment) == "log.txt:7");
        CHECK(place(GatePart::attachment, 0) == "log.txt");
        CHECK(place(GatePart::attachment_name) == "name of log.txt");
        CHECK(place(GatePart::person) == "name of a sender or recipient");
    }
}
