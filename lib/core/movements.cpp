#include "lib/core/movements.hpp"

#include <algorithm>

namespace spoc::core {

MovementCount::MovementCount(const Period& period, int weeks, const Zone& zone) : period_(period) {
    using std::chrono::days;
    const auto last = std::chrono::local_days{zone.date(period.until - Seconds{1})};
    const auto monday = last - (std::chrono::weekday{last} - std::chrono::Monday);
    for (int back = weeks - 1; back >= 0; --back) {
        result_.weeks.push_back({.begins = zone.instant(monday - days{7} * back)});
    }
}

bool MovementCount::add(const Case& content, const History& history) {
    const auto& balls = content.balls;
    for (std::size_t at = 0; at < balls.size(); ++at) {
        const auto until = at + 1 < balls.size() ? balls[at + 1].since : period_.until;
        hold(balls[at], until);
        const bool opens = !balls[at].holder.empty() && (at == 0 || balls[at - 1].holder.empty());
        if (!opens) {
            continue;
        }
        const auto closed = std::find_if(balls.begin() + static_cast<std::ptrdiff_t>(at), balls.end(),
                                         [](const BallSpan& span) { return span.holder.empty(); });
        open_from(balls[at].since, closed == balls.end() ? period_.until : closed->since, at == 0,
                  closed != balls.end());
    }
    for (const auto& event : history) {
        if (!period_.holds(event.occurred_at.at)) {
            continue;
        }
        const auto kind = event.kind();
        result_.escalated += kind == EventKind::escalated ? 1 : 0;
        result_.announced += kind == EventKind::fix_announced ? 1 : 0;
        result_.failed += kind == EventKind::verified && event.text("outcome") == "fail" ? 1 : 0;
    }
    result_.reported += content.reported_at && period_.holds(content.reported_at->at) ? 1 : 0;
    result_.open += content.is_open() ? 1 : 0;
    if (content.is_open()) {
        ++age(content.recorded_at.at);
    }
    return content.is_open();
}

void MovementCount::open_from(Instant from, Instant until, bool first, bool ends) {
    result_.open_before += from < period_.from && until >= period_.from ? 1 : 0;
    (first ? result_.recorded : result_.reopened) += period_.holds(from) ? 1 : 0;
    result_.closed += ends && period_.holds(until) ? 1 : 0;
    for (std::size_t at = 0; at < result_.weeks.size(); ++at) {
        auto& week = result_.weeks[at];
        const bool last = at + 1 == result_.weeks.size();
        const Period days{.from = week.begins, .until = last ? period_.until : result_.weeks[at + 1].begins};
        week.opened += days.holds(from) ? 1 : 0;
        week.closed += ends && days.holds(until) ? 1 : 0;
        week.open += from < days.until && (!ends || until >= days.until) ? 1 : 0;
    }
}

void MovementCount::hold(const BallSpan& span, Instant until) {
    const auto from = std::max(span.since, period_.from);
    const auto to = std::min(until, period_.until);
    if (!span.holder.empty() && from < to) {
        result_.held[span.holder] += to - from;
    }
}

std::int64_t& MovementCount::age(Instant recorded) {
    const auto days = std::chrono::floor<std::chrono::days>(period_.until - recorded).count();
    const auto* const limit = std::ranges::lower_bound(age_limits, days);
    return result_.ages.at(static_cast<std::size_t>(limit - age_limits.begin()));
}

History happened_before(const History& history, Instant end) {
    History earlier;
    std::ranges::copy_if(history, std::back_inserter(earlier),
                         [&](const Event& event) { return event.occurred_at.at < end; });
    return earlier;
}

}  // namespace spoc::core
