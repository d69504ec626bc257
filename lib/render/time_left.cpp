#include "lib/render/time_left.hpp"

#include <array>

#include "lib/core/time.hpp"
#include "lib/render/dates.hpp"

namespace spoc::render {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr core::Seconds longest_walk = days{60};  // beyond it, nobody counts in business hours

/// How many of the calendar's open days begin after `from` and before `until`, that of `until` included.
std::int64_t open_days(const core::Calendar& calendar, core::Instant from, core::Instant until) {
    const std::chrono::local_days last{calendar.zone().date(until)};
    std::int64_t number = 0;
    for (auto date = std::chrono::local_days{calendar.zone().date(from)} + days{1}; date <= last;
         date += days{1}) {
        number += calendar.day(core::Date{date}).open.empty() ? 0 : 1;
    }
    return number;
}

std::string signed_left(const Wording& say, bool late, core::Seconds length, Unit unit) {
    return time_left(say, late ? -length : length, unit);
}

/// Its largest unit alone.
core::Seconds rounded(core::Seconds length) {
    return length >= days{1}    ? std::chrono::floor<days>(length)
           : length >= hours{1} ? std::chrono::floor<hours>(length)
                                : length;
}

std::optional<core::ClockName> clock_called(std::string_view word) {
    using enum core::ClockName;
    for (const auto clock : std::array{response, fix, update, promise}) {
        if (core::word(clock) == word) {
            return clock;
        }
    }
    return std::nullopt;
}

std::optional<core::Instant> instant_of(const core::Value& row, std::string_view member) {
    const auto time = core::parse_rfc3339(row.text_of(member));
    return time ? std::optional(time->at) : std::nullopt;
}

}  // namespace

std::string open_time_left(const Wording& say, core::Instant due, core::Instant now,
                           const core::Calendar* calendar) {
    constexpr std::int64_t counted_in_days = 3;
    const bool late = due < now;
    const auto from = late ? due : now;
    const auto until = late ? now : due;
    const core::Seconds real = until - from;
    if (calendar == nullptr || real > longest_walk) {
        return signed_left(say, late, rounded(real), Unit::real_time);
    }
    if (const auto number = open_days(*calendar, from, until); number >= counted_in_days) {
        return signed_left(say, late, days{number}, Unit::working_days);
    }
    const auto open = calendar->elapsed(from, until);
    if (open < minutes{1}) {
        return signed_left(say, late, rounded(real), Unit::real_time);
    }
    const auto whole = open >= hours{1} ? core::Seconds{std::chrono::floor<hours>(open)} : open;
    return signed_left(say, late, whole, Unit::business_hours);
}

const core::Calendar* clock_calendar(const core::Terms& terms, std::string_view system, int category,
                                     core::Instant reported, core::ClockName clock) {
    const auto* const known = terms.find_system(system);
    const auto* const agreement =
        known == nullptr ? nullptr : terms.in_force(system, known->zone->date(reported));
    const auto* const category_terms = agreement == nullptr ? nullptr : agreement->category(category);
    if (category_terms == nullptr) {
        return nullptr;
    }
    using enum core::ClockName;
    const auto target = clock == response ? category_terms->response
                        : clock == update ? category_terms->update
                                          : category_terms->fix;
    if (!target || target->is_real()) {
        return nullptr;
    }
    const auto member = clock == response ? &core::ClockCalendars::response
                        : clock == update ? &core::ClockCalendars::update
                                          : &core::ClockCalendars::fix;
    const auto& own = category_terms->calendars.*member;
    return terms.find_calendar(own.empty() ? agreement->calendars.*member : own);
}

std::string row_time_left(const Wording& say, const core::Value& row, core::Instant now,
                          const core::Terms& terms) {
    const auto due = instant_of(row, "next_due_at");
    const auto clock = clock_called(row.text_of("next_clock"));
    if (!due) {
        return {};
    }
    const auto* const category = row.find("category");
    const auto* const number = category == nullptr ? nullptr : category->integer();
    const auto* const calendar = clock && number != nullptr
                                     ? clock_calendar(terms, row.text_of("system"), static_cast<int>(*number),
                                                      instant_of(row, "reported_at").value_or(now), *clock)
                                     : nullptr;
    return open_time_left(say, *due, now, calendar);
}

}  // namespace spoc::render
