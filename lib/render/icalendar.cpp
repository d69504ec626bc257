#include "lib/render/icalendar.hpp"

#include <fmt/compile.h>

#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

constexpr std::size_t longest_line = 75;  // bytes, RFC 5545, 3.1

std::string utc(core::Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{at - day};
    return fmt::format(FMT_COMPILE("{:04}{:02}{:02}T{:02}{:02}{:02}Z"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string day_only(core::Date date) {
    return fmt::format(FMT_COMPILE("{:04}{:02}{:02}"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// A text value: RFC 5545, 3.3.11.
std::string escaped_text(std::string_view text) {
    std::string out;
    for (const char c : neutral(text)) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// A content line, folded between characters.
void add_line(std::string& out, std::string_view name, std::string_view value) {
    const auto line = fmt::format("{}:{}", name, value);
    std::size_t length = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        std::size_t size = 1;
        while (at + size < line.size() && !begins_character(line[at + size])) {
            ++size;
        }
        if (begins_character(line[at]) && length + size > longest_line) {
            out += "\r\n ";
            length = 1;
        }
        out += line[at];
        ++length;
    }
    out += "\r\n";
}

}  // namespace

std::string icalendar(std::span<const CalendarEntry> entries, core::Instant now) {
    std::string out;
    add_line(out, "BEGIN", "VCALENDAR");
    add_line(out, "VERSION", "2.0");
    add_line(out, "PRODID", "-//spoc//spoc//EN");
    for (const auto& entry : entries) {
        add_line(out, "BEGIN", "VEVENT");
        add_line(out, "UID", escaped_text(entry.uid));
        add_line(out, "DTSTAMP", utc(now));
        if (entry.day) {
            add_line(out, "DTSTART;VALUE=DATE", day_only(*entry.day));
        } else {
            add_line(out, "DTSTART", utc(entry.at));
        }
        if (entry.until) {
            add_line(out, "DTEND", utc(*entry.until));
        }
        add_line(out, "SUMMARY", escaped_text(entry.summary));
        if (!entry.description.empty()) {
            add_line(out, "DESCRIPTION", escaped_text(entry.description));
        }
        if (entry.cancelled) {
            add_line(out, "STATUS", "CANCELLED");
        }
        add_line(out, "TRANSP", "TRANSPARENT");
        add_line(out, "END", "VEVENT");
    }
    add_line(out, "END", "VCALENDAR");
    return out;
}

}  // namespace spoc::render
