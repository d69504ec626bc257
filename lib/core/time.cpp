#include "lib/core/time.hpp"

#include <array>
#include <charconv>
#include <iterator>

#include <fmt/compile.h>
#include <fmt/format.h>

namespace spoc::core {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// Takes `width` digits off the front of `text`.
std::optional<int> digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) {
        return std::nullopt;
    }
    int value = 0;
    const auto* end = text.data() + width;
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(width);
    return value;
}

bool literal(std::string_view& text, std::string_view choices) {
    if (text.empty() || choices.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<Date> date_prefix(std::string_view& text) {
    const auto year = digits(text, 4);
    if (!year || !literal(text, "-")) {
        return std::nullopt;
    }
    const auto month = digits(text, 2);
    if (!month || !literal(text, "-")) {
        return std::nullopt;
    }
    const auto day = digits(text, 2);
    if (!day) {
        return std::nullopt;
    }
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Seconds> clock_prefix(std::string_view& text) {
    const auto hour = digits(text, 2);
    if (!hour || *hour > 23 || !literal(text, ":")) {
        return std::nullopt;
    }
    const auto minute = digits(text, 2);
    if (!minute || *minute > 59 || !literal(text, ":")) {
        return std::nullopt;
    }
    const auto second = digits(text, 2);
    if (!second || *second > 60) {  // RFC 3339 allows a leap second; the UTC line here has none
        return std::nullopt;
    }
    if (literal(text, ".")) {
        if (!digits(text, 1)) {
            return std::nullopt;
        }
        while (digits(text, 1)) {
        }
    }
    return hours{*hour} + minutes{*minute} + Seconds{*second};
}

std::optional<minutes> offset_of(std::string_view text) {
    if (text == "Z" || text == "z") {
        return minutes{0};
    }
    const bool west = !text.empty() && text.front() == '-';
    if (!literal(text, "+-")) {
        return std::nullopt;
    }
    const auto hour = digits(text, 2);
    if (!hour || *hour > 23 || !literal(text, ":")) {
        return std::nullopt;
    }
    const auto minute = digits(text, 2);
    if (!minute || *minute > 59 || !text.empty()) {
        return std::nullopt;
    }
    const minutes offset = hours{*hour} + minutes{*minute};
    return west ? -offset : offset;
}

/// Lists and exports write times by the million, and a general formatter takes ten times as long.
void write_two_digits(char* into, unsigned number) {
    into[0] = static_cast<char>('0' + number / 10);
    into[1] = static_cast<char>('0' + number % 10);
}

void append_iso(std::string& out, Date date) {
    const int signed_year = static_cast<int>(date.year());
    if (signed_year < 0 || signed_year > 9999) {
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("{:04}-{:02}-{:02}"), signed_year,
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        return;
    }
    const auto year = static_cast<unsigned>(signed_year);
    std::array<char, 10> text{"0000-00-0"};  // the last place is written with the day
    write_two_digits(text.data(), year / 100);
    write_two_digits(text.data() + 2, year % 100);
    write_two_digits(text.data() + 5, static_cast<unsigned>(date.month()));
    write_two_digits(text.data() + 8, static_cast<unsigned>(date.day()));
    out.append(text.data(), text.size());
}

}  // namespace

Timestamp timestamp(Instant instant, const Zone& zone) {
    return {instant, std::chrono::duration_cast<minutes>(zone.offset(instant))};
}

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
    const auto date = date_prefix(text);
    if (!date || !literal(text, "Tt ")) {
        return std::nullopt;
    }
    const auto clock = clock_prefix(text);
    if (!clock) {
        return std::nullopt;
    }
    const auto offset = offset_of(text);
    if (!offset) {
        return std::nullopt;
    }
    return Timestamp{std::chrono::sys_days{*date} + *clock - *offset, *offset};
}

void append_rfc3339(std::string& out, Timestamp timestamp) {
    const auto local = timestamp.at + timestamp.offset;
    const auto day = std::chrono::floor<days>(local);
    const auto second = static_cast<unsigned>((local - day).count());  // of the day
    const auto ahead = static_cast<int>(timestamp.offset.count());
    const auto distance = static_cast<unsigned>(ahead < 0 ? -ahead : ahead);
    append_iso(out, Date{day});
    std::array<char, 15> text{"T00:00:00+00:0"};  // the last place is written with the offset
    write_two_digits(text.data() + 1, second / 3600);
    write_two_digits(text.data() + 4, second / 60 % 60);
    write_two_digits(text.data() + 7, second % 60);
    text[9] = ahead < 0 ? '-' : '+';
    write_two_digits(text.data() + 10, distance / 60);
    write_two_digits(text.data() + 13, distance % 60);
    out.append(text.data(), text.size());
}

std::string rfc3339(Timestamp timestamp) {
    std::string text;
    text.reserve(25);
    append_rfc3339(text, timestamp);
    return text;
}

std::string rfc3339(Instant instant, const Zone& zone) {
    return rfc3339(timestamp(instant, zone));
}

std::optional<Date> parse_date(std::string_view text) {
    const auto date = date_prefix(text);
    return text.empty() ? date : std::nullopt;
}

std::string iso(Date date) {
    std::string text;
    append_iso(text, date);
    return text;
}

}  // namespace spoc::core
