#include <algorithm>
#include <set>

#include "lib/core/calendar.hpp"
#include "lib/core/error.hpp"
#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using std::chrono::local_days;
using std::chrono::month_day;

constexpr month_day first_of_january{std::chrono::January, std::chrono::day{1}};
constexpr month_day last_of_december{std::chrono::December, std::chrono::day{31}};

bool over_new_year(const DaySpan& span) {
    return span.last.day < span.first.day;
}

/// Whether a day of the year falls into a yearly span, and how many years after its beginning.
std::optional<int> years_in(const DaySpan& span, month_day day) {
    if (!over_new_year(span)) {
        return span.first.day <= day && day <= span.last.day ? std::optional(0) : std::nullopt;
    }
    if (day >= span.first.day) {
        return 0;
    }
    return day <= span.last.day ? std::optional(1) : std::nullopt;
}

bool covers(const CalendarOverride& each, Date date) {
    if (each.on.is_dated()) {
        return *each.on.first.year / each.on.first.day <= date &&
               date <= *each.on.last.year / each.on.last.day;
    }
    const auto later = years_in(each.on, date.month() / date.day());
    return later && each.years.holds(static_cast<int>(date.year()) - *later);
}

/// A part of a yearly span that lies within one year: from one day to another, so many years after it began.
struct Part {
    month_day first;
    month_day last;
    int later;
};

std::vector<Part> parts(const DaySpan& span) {
    if (!over_new_year(span)) {
        return {{span.first.day, span.last.day, 0}};
    }
    return {{span.first.day, last_of_december, 0}, {first_of_january, span.last.day, 1}};
}

bool meet_in_years(const YearSpan& left, int left_later, const YearSpan& right, int right_later) {
    const auto first = std::max(left.first.value_or(0) + left_later, right.first.value_or(0) + right_later);
    const auto last =
        std::min(left.last.value_or(9999) + left_later, right.last.value_or(9999) + right_later);
    return first <= last;
}

bool meet(const CalendarOverride& left, const CalendarOverride& right) {
    if (left.on.is_dated() != right.on.is_dated()) {
        return false;
    }
    if (left.on.is_dated()) {
        return covers(left, *right.on.first.year / right.on.first.day) ||
               covers(right, *left.on.first.year / left.on.first.day);
    }
    for (const auto& a : parts(left.on)) {
        for (const auto& b : parts(right.on)) {
            const bool same_days = std::max(a.first, b.first) <= std::min(a.last, b.last);
            if (same_days && meet_in_years(left.years, a.later, right.years, b.later)) {
                return true;
            }
        }
    }
    return false;
}

/// Years that between them show every kind of year: a whole cycle of weekdays and leap years, and the years
/// in which an override begins or ends to hold.
std::set<int> telling_years(const std::vector<CalendarOverride>& overrides) {
    std::set<int> years;
    for (int year = 2024; year < 2024 + 28; ++year) {
        years.insert(year);
    }
    const auto add = [&](std::optional<int> year) {
        for (int near = -1; year && near <= 1; ++near) {
            years.insert(std::clamp(*year + near, 1, 9998));
        }
    };
    for (const auto& each : overrides) {
        add(each.years.first);
        add(each.years.last);
        if (each.on.is_dated()) {
            add(static_cast<int>(*each.on.first.year));
            add(static_cast<int>(*each.on.last.year));
        }
    }
    return years;
}

}  // namespace

const CalendarOverride* Calendar::override_on(Date date) const {
    const CalendarOverride* found = nullptr;
    for (const auto& each : terms_.overrides) {
        if ((found == nullptr || each.on.is_dated()) && covers(each, date)) {
            found = &each;
        }
    }
    return found;
}

void Calendar::check_overrides() const {
    for (std::size_t left = 0; left < terms_.overrides.size(); ++left) {
        for (std::size_t right = left + 1; right < terms_.overrides.size(); ++right) {
            if (meet(terms_.overrides[left], terms_.overrides[right])) {
                throw ConfigError("the calendar {} has two overrides for the same day: {} and {}", name(),
                                  text(terms_.overrides[left].on), text(terms_.overrides[right].on));
            }
        }
    }
}

void Calendar::check_that_it_opens() const {
    for (const auto year : telling_years(terms_.overrides)) {
        const local_days end{std::chrono::year{year + 1} / std::chrono::January / 1};
        for (local_days date{std::chrono::year{year} / std::chrono::January / 1}; date < end;
             date += std::chrono::days{1}) {
            if (!day(Date{date}).open.empty()) {
                return;
            }
        }
    }
    throw ConfigError("the calendar {} never opens; give it hours for at least one day of the week", name());
}

std::string canonical(const CalendarTerms& terms) {
    auto all = fmt::format("calendar {} {} {} {}\n", terms.name, terms.zone->name(),
                           terms.danish_holidays ? "da" : "none",
                           terms.day_ends == CalendarTerms::DayEnds::close ? "close" : "same-time");
    for (const auto& day : terms.week) {
        all += text(day) + "\n";
    }
    for (const auto& near : terms.near_holidays) {
        all += (near ? text(*near) : "open") + "\n";
    }
    for (const auto& each : terms.overrides) {
        all += fmt::format("{} {} {} {}..{}\n", text(each.on), static_cast<int>(each.mode), text(each.hours),
                           each.years.first.value_or(0), each.years.last.value_or(0));
    }
    return all;
}

}  // namespace spoc::core
