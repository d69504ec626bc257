#include "lib/render/icalendar.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"

using namespace spoc;

namespace {

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

std::string calendar_of(std::string summary) {
    const render::CalendarEntry entry{
        .uid = "BOM-1-fix@x", .at = at("2026-11-23T16:00:00+01:00"), .summary = std::move(summary)};
    return render::icalendar({&entry, 1}, at("2026-11-20T08:00:00Z"));
}

}  // namespace

TEST_SUITE("icalendar") {
    TEST_CASE("a deadline is a moment in UTC, and lines end as the standard says") {
        CHECK(
            calendar_of("Frist") ==
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//spoc//spoc//"
            "EN\r\nBEGIN:VEVENT\r\nUID:BOM-1-fix@x\r\n"
            "DTSTAMP:20261120T080000Z\r\nDTSTART:20261123T150000Z\r\nSUMMARY:Frist\r\nTRANSP:TRANSPARENT\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    TEST_CASE("what means something to the format is escaped") {
        CHECK(calendar_of("a;b,c\\d\ne").find("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n") != std::string::npos);
    }

    TEST_CASE("long lines are folded between characters, and unfold to what they were") {
        std::string summary;
        for (int each = 0; each < 60; ++each) {
            summary += "æø";
        }
        auto text = calendar_of(summary);
        for (std::size_t begin = 0; begin < text.size(); begin = text.find("\r\n", begin) + 2) {
            const auto line = text.substr(begin, text.find("\r\n", begin) - begin);
            CHECK(line.size() <= 75);
            CHECK((line.empty() ||
                   (static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U) != 0x80U));
        }
        for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) {
            text.erase(fold, 3);
        }
        CHECK(text.find("SUMMARY:" + summary + "\r\n") != std::string::npos);
    }

    TEST_CASE("without entries it is an empty calendar") {
        CHECK(render::icalendar({}, {}) ==
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//spoc//spoc//EN\r\nEND:VCALENDAR\r\n");
    }
}
