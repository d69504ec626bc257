#include "lib/core/hours.hpp"

#include <algorithm>
#include <charconv>

#include "lib/core/error.hpp"
#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using std::string_view;
using std::chrono::hours;
using std::chrono::minutes;

std::optional<int> whole_number(string_view text) {
    int number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    const bool good = failure == std::errc{} && stop == end && !text.empty() && text.front() != '-';
    return good ? std::optional(number) : std::nullopt;
}

std::optional<Seconds> wall_time(string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hour = whole_number(text.substr(0, 2));
    const auto minute = whole_number(text.substr(3));
    const bool good = hour && minute && *hour <= 24 && *minute <= 59 && (*hour < 24 || *minute == 0);
    return good ? std::optional<Seconds>(hours{*hour} + minutes{*minute}) : std::nullopt;
}

std::string clock_text(Seconds time) {
    const auto whole = std::chrono::duration_cast<minutes>(time).count();
    return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

CalendarDay parse_day(string_view text) {
    if (const auto date = parse_date(text)) {
        return {.year = date->year(), .day = date->month() / date->day()};
    }
    const auto month = text.size() == 5 && text[2] == '-' ? whole_number(text.substr(0, 2)) : std::nullopt;
    const auto day = month ? whole_number(text.substr(3)) : std::nullopt;
    if (day) {
        const std::chrono::month_day found{std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
        if (found.ok()) {
            return {.year = {}, .day = found};
        }
    }
    throw ConfigError("{} is no day; a day is written 12-24 (every year) or 2026-12-28", text);
}

std::string day_text(const CalendarDay& day) {
    const auto yearly = fmt::format("{:02}-{:02}", static_cast<unsigned>(day.day.month()),
                                    static_cast<unsigned>(day.day.day()));
    return day.year ? fmt::format("{:04}-{}", static_cast<int>(*day.year), yearly) : yearly;
}

}  // namespace

HourSpan parse_hour_span(string_view text) {
    const auto dash = text.find('-');
    const auto from = wall_time(text.substr(0, dash));
    const auto until = dash == string_view::npos ? std::nullopt : wall_time(text.substr(dash + 1));
    if (!from || !until) {
        throw ConfigError(
            "{} are no opening hours; they are written 08:00-16:00, and a day ends at 24:00 at the latest",
            text);
    }
    if (*until == *from) {
        throw ConfigError("the hours {} are empty; leave them out for a closed day", text);
    }
    if (*until < *from) {
        throw ConfigError(
            "the hours {} run over midnight; write two: {}-24:00 on this day and 00:00-{} on the next", text,
            text.substr(0, dash), text.substr(dash + 1));
    }
    return {*from, *until};
}

Hours ordered(Hours spans) {
    std::ranges::sort(spans);
    const auto overlap = std::ranges::adjacent_find(
        spans, [](const HourSpan& left, const HourSpan& right) { return right.from < left.until; });
    if (overlap != spans.end()) {
        throw ConfigError("the hours {} and {} overlap", text(Hours{*overlap}),
                          text(Hours{*std::next(overlap)}));
    }
    return spans;
}

Hours intersection(const Hours& left, const Hours& right) {
    Hours both;
    for (const auto& a : left) {
        for (const auto& b : right) {
            const HourSpan span{std::max(a.from, b.from), std::min(a.until, b.until)};
            if (span.from < span.until) {
                both.push_back(span);
            }
        }
    }
    return both;
}

std::string text(const Hours& hours) {
    std::string all;
    for (const auto& span : hours) {
        all += fmt::format("{}{}-{}", all.empty() ? "" : ", ", clock_text(span.from), clock_text(span.until));
    }
    return all;
}

DaySpan parse_day_span(string_view text) {
    const auto dots = text.find("..");
    const auto first = parse_day(text.substr(0, dots));
    const auto last = dots == string_view::npos ? first : parse_day(text.substr(dots + 2));
    if (first.year.has_value() != last.year.has_value()) {
        throw ConfigError("{} mixes a yearly and a dated day; write both with a year, or both without", text);
    }
    if (first.year && *last.year / last.day < *first.year / first.day) {
        throw ConfigError("{} ends before it begins", text);
    }
    if (first.year && !(*first.year / first.day).ok()) {
        throw ConfigError("{} is no day of that year", text);
    }
    return {first, last};
}

std::string text(const DaySpan& span) {
    return span.first == span.last ? day_text(span.first) : day_text(span.first) + ".." + day_text(span.last);
}

YearSpan parse_year_span(string_view text) {
    const auto dots = text.find("..");
    const auto first = text.substr(0, dots);
    const auto last = dots == string_view::npos ? first : text.substr(dots + 2);
    const YearSpan span{whole_number(first), whole_number(last)};
    const bool readable =
        (span.first || first.empty()) && (span.last || last.empty()) && (span.first || span.last);
    if (!readable || (span.first && span.last && *span.last < *span.first)) {
        throw ConfigError("{} are no years; they are written 2015..2040, 2015.., ..2040 or 2026", text);
    }
    return span;
}

}  // namespace spoc::core
