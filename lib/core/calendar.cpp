#include "lib/core/calendar.hpp"

#include <algorithm>

#include "lib/core/error.hpp"
#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr days ten_years{3653};
constexpr int last_year = 9999;  // of RFC 3339

[[noreturn]] void never_opens_again(const Calendar& calendar) {
    throw Failed("the calendar {} has no open time within ten years", calendar.name());
}

Seconds open_time(const Hours& hours) {
    Seconds total{0};
    for (const auto& span : hours) {
        total += span.until - span.from;
    }
    return total;
}

std::size_t weekday_index(Date date) {
    return std::chrono::weekday{local_days{date}}.iso_encoding() - 1;
}

/// The intervals of a day; what a clock change swallows whole is left out.
std::vector<Interval> intervals(Date date, const Hours& hours, const Zone& zone) {
    std::vector<Interval> list;
    for (const auto& span : hours) {
        const Interval interval{zone.instant(local_days{date} + span.from),
                                zone.instant(local_days{date} + span.until)};
        if (interval.open < interval.close) {
            list.push_back(interval);
        }
    }
    return list;
}

DayKind kind_of(const Hours& usual, const Hours& hours) {
    if (hours.empty()) {
        return DayKind::closed;
    }
    return open_time(hours) < open_time(usual) ? DayKind::half : DayKind::open;
}

}  // namespace

std::string_view word(DayKind kind) {
    switch (kind) {
        case DayKind::holiday:
            return "holiday";
        case DayKind::closed:
            return "closed";
        case DayKind::half:
            return "half";
        case DayKind::open:
            break;
    }
    return "open";
}

/// The named days of a year, and the days that were made so far.
struct Calendar::Year {
    std::vector<NamedDay> holidays;
    std::array<NamedDay, near_holiday_count> near{};
    std::array<std::unique_ptr<const Day>, 366> days;
};

Calendar::Calendar(CalendarTerms terms) : terms_(std::move(terms)) {
    check_overrides();
    check_that_it_opens();
}

const Day& Calendar::day(Date date) const {
    const int number = static_cast<int>(date.year());
    if (number > last_year) {
        throw Failed("the calendar {} cannot be reckoned beyond the year {}", name(), last_year);
    }
    auto& year = years_[number];
    if (!year) {
        year = std::make_shared<Year>();
        if (terms_.danish_holidays) {
            year->holidays = danish_holidays(number);
        }
        for (int each = 0; each < near_holiday_count; ++each) {
            year->near.at(static_cast<std::size_t>(each)) =
                near_holiday_in(static_cast<NearHoliday>(each), number);
        }
    }
    const auto index = (local_days{date} - local_days{date.year() / std::chrono::January / 1}).count();
    auto& day = year->days.at(static_cast<std::size_t>(index));
    if (!day) {
        day = std::make_unique<const Day>(made(date, *year));
    }
    return *day;
}

Day Calendar::made(Date date, const Year& year) const {
    const auto& usual = terms_.week.at(weekday_index(date));
    auto hours = usual;
    std::string name;
    for (std::size_t each = 0; each < terms_.near_holidays.size(); ++each) {
        const auto& narrowed = terms_.near_holidays.at(each);
        if (narrowed && year.near.at(each).date == date) {
            hours = intersection(hours, *narrowed);
            name = year.near.at(each).name;
        }
    }
    const auto holiday = std::ranges::find(year.holidays, date, &NamedDay::date);
    const bool is_holiday = holiday != year.holidays.end();
    if (is_holiday) {
        hours.clear();
        name = holiday->name;
    }
    if (const auto* exception = override_on(date)) {
        const bool applies = exception->mode != CalendarOverride::Mode::hours || !hours.empty();
        if (applies) {
            hours = exception->mode == CalendarOverride::Mode::closed ? Hours{} : exception->hours;
        }
        if (applies && !is_holiday) {
            name = exception->name.empty() ? text(exception->on) : exception->name;
        }
    }
    Day day{.date = date, .open = intervals(date, hours, zone()), .kind = {}, .name = {}};
    if (is_holiday || hours != usual) {
        day.kind = is_holiday ? DayKind::holiday : kind_of(usual, hours);
        day.name = name;
    }
    return day;
}

std::vector<Day> Calendar::days(int year) const {
    std::vector<Day> special;
    const std::chrono::year civil_year{year};
    const local_days end{(civil_year + std::chrono::years{1}) / std::chrono::January / 1};
    for (local_days date{civil_year / std::chrono::January / 1}; date < end; date += std::chrono::days{1}) {
        const auto& each = day(Date{date});
        if (each.kind) {
            special.push_back(each);
        }
    }
    return special;
}

bool Calendar::is_open(Instant at) const {
    OpenIntervals intervals(*this, at);
    return intervals.next(at + Seconds{1}).has_value();
}

Instant Calendar::next_open(Instant at) const {
    OpenIntervals intervals(*this, at);
    return intervals.next()->open;
}

Instant Calendar::add_open(Instant start, Seconds length) const {
    if (length <= Seconds{0}) {
        return start;
    }
    OpenIntervals intervals(*this, start);
    for (auto left = length;;) {
        const auto interval = intervals.next();
        const auto here = interval->close - interval->open;
        if (left <= here) {
            return interval->open + left;
        }
        left -= here;
    }
}

Instant Calendar::add(Instant start, const Target& target) const {
    if (target.is_working_days()) {
        return add_working_days(start, target.amount);
    }
    return target.is_real() ? start + target.length() : add_open(start, target.length());
}

Instant Calendar::add_working_days(Instant start, std::int64_t number) const {
    const bool same_time = terms_.day_ends == CalendarTerms::DayEnds::same_time;
    const auto from = same_time ? next_open(start) : start;
    const auto civil = zone().civil(from);
    auto date = std::chrono::floor<std::chrono::days>(civil);
    auto last_found = date;
    const auto& first = day(Date{date});
    const bool starts_today = !first.open.empty() && from < first.open.back().close;
    for (auto left = starts_today ? number : number + 1; left > 0;) {
        date += std::chrono::days{1};
        if (!day(Date{date}).open.empty()) {
            --left;
            last_found = date;
        } else if (date - last_found > ten_years) {
            never_opens_again(*this);
        }
    }
    if (!same_time) {
        return day(Date{date}).open.back().close;
    }
    return next_open(zone().instant(date + (civil - std::chrono::floor<std::chrono::days>(civil))));
}

Seconds Calendar::elapsed(Instant start, Instant end) const {
    Seconds total{0};
    OpenIntervals intervals(*this, start);
    while (const auto interval = intervals.next(end)) {
        total += std::min(interval->close, end) - interval->open;
    }
    return total;
}

OpenIntervals::OpenIntervals(const Calendar& calendar, Instant start)
    : calendar_(calendar),
      start_(start),
      date_(std::chrono::floor<days>(calendar.zone().civil(start))),
      last_found_(date_) {}

std::optional<Interval> OpenIntervals::next(Instant limit) {
    for (;;) {
        const auto& day = calendar_.day(Date{date_});
        if (position_ < day.open.size()) {
            last_found_ = date_;
            auto interval = day.open[position_];
            if (interval.open >= limit) {
                return std::nullopt;
            }
            ++position_;
            if (interval.close > start_) {
                interval.open = std::max(interval.open, start_);
                return interval.open < limit ? std::optional(interval) : std::nullopt;
            }
            continue;
        }
        position_ = 0;
        date_ += days{1};
        if (date_ - last_found_ > ten_years && limit == Instant::max()) {
            never_opens_again(calendar_);
        }
        if (limit != Instant::max() && calendar_.zone().instant(date_) >= limit) {
            return std::nullopt;
        }
    }
}

}  // namespace spoc::core
