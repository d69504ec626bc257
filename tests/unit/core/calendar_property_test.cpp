#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "lib/core/calendar.hpp"
#include "lib/core/error.hpp"
#include "lib/core/time.hpp"
#include "tests/unit/core/calendars.hpp"

namespace core = spoc::core;
using namespace spoc::tests;
using std::chrono::local_days;
using std::chrono::minutes;

namespace {

/// A fixed sequence of arbitrary choices.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}

    int roll(int from, int to) {
        return from + static_cast<int>(engine_() % static_cast<unsigned>(to - from + 1));
    }
    bool chance(int percent) { return roll(1, 100) <= percent; }

private:
    std::mt19937 engine_;
};

/// An edge of opening hours: any ten minutes but those at night that a clock change skips or repeats.
core::Seconds any_edge(Dice& dice) {
    const auto ten = dice.roll(0, 6) == 0 ? dice.roll(0, 5) : dice.roll(18, 144);
    return minutes{ten * 10};
}

core::Hours any_hours(Dice& dice) {
    std::vector<core::Seconds> edges;
    for (int left = 2 * dice.roll(1, 3); left > 0; --left) {
        edges.push_back(any_edge(dice));
    }
    std::ranges::sort(edges);
    core::Hours hours;
    for (std::size_t at = 0; at < edges.size(); at += 2) {
        if (edges[at] < edges[at + 1]) {
            hours.push_back({edges[at], edges[at + 1]});
        }
    }
    return hours;
}

/// Up to three weeks of every year, over New Year now and then.
core::DaySpan any_yearly_span(Dice& dice) {
    const local_days start{std::chrono::year{2028} / std::chrono::January / 1};
    const core::Date first{start + std::chrono::days{dice.roll(0, 365)}};
    const core::Date last{local_days{first} + std::chrono::days{dice.roll(0, 20)}};
    return {{{}, first.month() / first.day()}, {{}, last.month() / last.day()}};
}

core::CalendarOverride any_override(Dice& dice) {
    core::CalendarOverride exception;
    exception.on = any_yearly_span(dice);
    if (dice.chance(50)) {
        const local_days from{std::chrono::year{2026} / std::chrono::January / 1};
        const core::Date first{from + std::chrono::days{dice.roll(0, 800)}};
        const core::Date last{local_days{first} + std::chrono::days{dice.roll(0, 20)}};
        exception.on = {{first.year(), first.month() / first.day()},
                        {last.year(), last.month() / last.day()}};
    } else if (dice.chance(50)) {
        exception.years = {dice.roll(2024, 2027), dice.roll(2027, 2029)};
    }
    exception.mode = static_cast<core::CalendarOverride::Mode>(dice.roll(0, 2));
    exception.hours =
        exception.mode == core::CalendarOverride::Mode::closed ? core::Hours{} : hours("09:00-11:00");
    return exception;
}

core::CalendarTerms any_terms(Dice& dice) {
    constexpr auto zones =
        std::to_array<const char*>({"Europe/Copenhagen", "America/New_York", "Asia/Kolkata", "UTC"});
    core::CalendarTerms terms;
    terms.name = "any";
    terms.zone = zone(zones.at(static_cast<std::size_t>(dice.roll(0, 3))));
    for (auto& day : terms.week) {
        day = dice.chance(75) ? any_hours(dice) : core::Hours{};
    }
    if (dice.chance(10)) {
        terms.week.fill(core::round_the_clock());
    }
    terms.danish_holidays = dice.chance(50);
    terms.day_ends =
        dice.chance(50) ? core::CalendarTerms::DayEnds::close : core::CalendarTerms::DayEnds::same_time;
    for (auto& near : terms.near_holidays) {
        if (dice.chance(40)) {
            near = dice.chance(50) ? core::Hours{} : any_hours(dice);
        }
    }
    for (int left = dice.roll(0, 3); left > 0; --left) {
        terms.overrides.push_back(any_override(dice));
    }
    return terms;
}

/// The n-th arbitrary calendar that is one.
core::Calendar any_calendar(unsigned number) {
    for (unsigned attempt = 0;; ++attempt) {
        Dice dice(number * 1000 + attempt);
        auto terms = any_terms(dice);
        terms.week.at(2) = terms.week.at(2).empty() ? hours("08:00-16:00") : terms.week.at(2);
        try {
            return core::Calendar(std::move(terms));
        } catch (const core::ConfigError&) {
            continue;  // two overrides meet
        }
    }
}

/// The rules of a calendar once more, as plainly as they can be put: day by day and minute by minute.
class PlainCalendar {
public:
    explicit PlainCalendar(const core::CalendarTerms& terms) : terms_(terms) {}

    bool is_open(core::Instant at) {
        const auto civil = terms_.zone->civil(at);
        const auto day = std::chrono::floor<std::chrono::days>(civil);
        return holds(hours_on(core::Date{day}), civil - day);
    }

    bool is_working_day(core::Date day) { return !hours_on(day).empty(); }

    core::Seconds elapsed(core::Instant start, core::Instant end) {
        core::Seconds total{0};
        for (auto at = start; at < end; at += minutes{1}) {
            total += is_open(at) ? minutes{1} : minutes{0};
        }
        return total;
    }

    core::Instant add_open(core::Instant start, core::Seconds length) {
        auto at = start;
        for (auto left = length; left > core::Seconds{0}; at += minutes{1}) {
            left -= is_open(at) ? minutes{1} : minutes{0};
        }
        return at;
    }

    core::Instant next_open(core::Instant at) {
        while (!is_open(at)) {
            at += minutes{1};
        }
        return at;
    }

    core::Instant add_working_days(core::Instant start, int number) {
        const bool same_time = terms_.day_ends == core::CalendarTerms::DayEnds::same_time;
        const auto from = next_open(start);  // on the starting day, whatever day_ends says
        const auto civil = terms_.zone->civil(from);
        auto day = std::chrono::floor<std::chrono::days>(civil);
        const auto time_of_day = civil - day;
        while (number > 0) {
            day += std::chrono::days{1};
            number -= is_working_day(core::Date{day}) ? 1 : 0;
        }
        if (same_time) {
            return next_open(terms_.zone->instant(day + time_of_day));
        }
        return terms_.zone->instant(day + hours_on(core::Date{day}).back().until);
    }

private:
    static bool holds(const core::Hours& hours, core::Seconds time) {
        return std::ranges::any_of(
            hours, [&](const core::HourSpan& span) { return span.from <= time && time < span.until; });
    }

    static bool covers(const core::CalendarOverride& each, core::Date day) {
        for (int year = static_cast<int>(day.year()) - 1; year <= static_cast<int>(day.year()); ++year) {
            const std::chrono::year begins = each.on.first.year.value_or(std::chrono::year{year});
            const bool wraps = !each.on.is_dated() && each.on.last.day < each.on.first.day;
            const std::chrono::year ends =
                each.on.last.year.value_or(begins + std::chrono::years{wraps ? 1 : 0});
            const bool valid = each.on.is_dated() || each.years.holds(year);
            if (valid && begins / each.on.first.day <= day && day <= ends / each.on.last.day) {
                return true;
            }
        }
        return false;
    }

    const core::CalendarOverride* exception_on(core::Date day) const {
        const core::CalendarOverride* yearly = nullptr;
        for (const auto& each : terms_.overrides) {
            if (covers(each, day)) {
                if (each.on.is_dated()) {
                    return &each;
                }
                yearly = &each;
            }
        }
        return yearly;
    }

    core::Hours usual_on(core::Date day) const {
        auto hours = terms_.week.at(std::chrono::weekday{local_days{day}}.iso_encoding() - 1);
        const int year = static_cast<int>(day.year());
        for (int number = 0; number < core::near_holiday_count; ++number) {
            const auto& narrowed = terms_.near_holidays.at(static_cast<std::size_t>(number));
            if (narrowed && core::near_holiday_in(static_cast<core::NearHoliday>(number), year).date == day) {
                hours = core::intersection(hours, *narrowed);
            }
        }
        for (const auto& holiday : core::danish_holidays(year)) {
            if (terms_.danish_holidays && holiday.date == day) {
                hours.clear();
            }
        }
        return hours;
    }

    const core::Hours& hours_on(core::Date day) {
        const auto [found, is_new] = known_.try_emplace(local_days{day});
        if (is_new) {
            auto hours = usual_on(day);
            if (const auto* exception = exception_on(day)) {
                const bool applies = exception->mode != core::CalendarOverride::Mode::hours || !hours.empty();
                hours = applies ? exception->hours : hours;
            }
            found->second = hours;
        }
        return found->second;
    }

    core::CalendarTerms terms_;
    std::map<local_days, core::Hours> known_;
};

core::Instant any_minute(Dice& dice) {
    return at("2025-12-20T00:00:00+00:00") + minutes{dice.roll(0, 2 * 365 * 24 * 60)};
}

core::Instant any_second(Dice& dice) {
    return at("1995-01-01T00:00:00+00:00") + std::chrono::hours{dice.roll(0, 65 * 365 * 24)} +
           core::Seconds{dice.roll(0, 3599)};
}

}  // namespace

TEST_SUITE("calendar properties") {
    TEST_CASE("open time elapsed and added is what a stepper counts minute by minute") {
        for (unsigned number = 0; number < 60; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            PlainCalendar plain(calendar.terms());
            Dice dice(number);
            const auto start = any_minute(dice);
            const auto end = start + minutes{dice.roll(0, 9 * 24 * 60)};
            CHECK(calendar.elapsed(start, end) == plain.elapsed(start, end));
            CHECK(calendar.is_open(start) == plain.is_open(start));
            const core::Seconds length = minutes{dice.roll(1, 30 * 60)};
            CHECK(shown(calendar.add_open(start, length)) == shown(plain.add_open(start, length)));
        }
    }

    TEST_CASE("working days end where a stepper of days says") {
        for (unsigned number = 0; number < 150; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            PlainCalendar plain(calendar.terms());
            Dice dice(number + 7);
            const auto start = any_minute(dice);
            const auto days = dice.roll(1, 12);
            const core::Target target{days, core::Target::Unit::working_days};
            CHECK(shown(calendar.add(start, target)) == shown(plain.add_working_days(start, days)));
        }
    }

    TEST_CASE("adding what has elapsed leads back to the end, if that is open or a close") {
        for (unsigned number = 0; number < 200; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            Dice dice(number + 1);
            const auto start = any_second(dice);
            core::OpenIntervals intervals(calendar, start);
            for (int left = dice.roll(1, 20); left > 0; --left) {
                const auto interval = intervals.next().value();
                const auto length = (interval.close - interval.open).count();
                const auto end = interval.open + core::Seconds{dice.roll(1, static_cast<int>(length))};
                CHECK(calendar.add_open(start, calendar.elapsed(start, end)) == end);
                CHECK(calendar.add_open(start, calendar.elapsed(start, interval.close)) == interval.close);
            }
        }
    }

    TEST_CASE("what was added has elapsed") {
        for (unsigned number = 0; number < 200; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            Dice dice(number + 2);
            const auto start = any_second(dice);
            const core::Seconds length{dice.roll(1, 400'000)};
            CHECK(calendar.elapsed(start, calendar.add_open(start, length)) == length);
        }
    }

    TEST_CASE("elapsed time adds up over any split, and never shrinks") {
        for (unsigned number = 0; number < 200; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            Dice dice(number + 3);
            const auto start = any_second(dice);
            const auto middle = start + core::Seconds{dice.roll(0, 2'000'000)};
            const auto end = middle + core::Seconds{dice.roll(0, 2'000'000)};
            CHECK(calendar.elapsed(start, middle) + calendar.elapsed(middle, end) ==
                  calendar.elapsed(start, end));
            CHECK(calendar.elapsed(start, middle) <= calendar.elapsed(start, end));
            CHECK(calendar.elapsed(start, end) <= end - start);
        }
    }

    TEST_CASE("a later start and a longer target are never due earlier") {
        for (unsigned number = 0; number < 200; ++number) {
            CAPTURE(number);
            const auto calendar = any_calendar(number);
            Dice dice(number + 4);
            const auto start = any_second(dice);
            const auto later = start + core::Seconds{dice.roll(0, 400'000)};
            const core::Seconds length{dice.roll(1, 200'000)};
            const core::Seconds longer = length + core::Seconds{dice.roll(1, 200'000)};
            CHECK(calendar.add_open(start, length) <= calendar.add_open(later, length));
            CHECK(calendar.add_open(start, length) < calendar.add_open(start, longer));
            const core::Target days{dice.roll(1, 9), core::Target::Unit::working_days};
            const core::Target one_more{days.amount + 1, core::Target::Unit::working_days};
            CHECK(calendar.add(start, days) <= calendar.add(later, days));
            CHECK(calendar.add(start, days) <=
                  calendar.add(start, one_more));  // equal where both land on one opening
        }
    }
}
