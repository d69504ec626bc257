#include "lib/core/clock_steps.hpp"

#include <algorithm>

#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using Kind = ClockStep::Kind;

ClockStep step(Kind kind, std::optional<Instant> from, std::optional<Instant> until, std::string detail) {
    ClockStep made{
        .kind = kind, .from = from, .until = until, .counted = {}, .total = {}, .detail = std::move(detail)};
    return made;
}

/// Until when counting is shown: the stop, else the due instant, else now.
Instant last_shown(const Clock& clock, const Run& run) {
    const auto end = clock.stopped_at.value_or(run.now);
    return clock.due_at ? std::max(*clock.due_at, std::min(end, *clock.due_at)) : end;
}

void add_open(std::vector<ClockStep>& steps, const Run& run, Instant from, Instant until) {
    if (run.calendar == nullptr) {
        auto counted = step(Kind::counted, from, until, {});
        counted.counted = until - from;
        steps.push_back(std::move(counted));
        return;
    }
    OpenIntervals intervals(*run.calendar, from);
    while (const auto interval = intervals.next(until)) {
        auto counted = step(Kind::counted, interval->open, std::min(interval->close, until), {});
        counted.counted = *counted.until - *counted.from;
        steps.push_back(std::move(counted));
    }
}

/// The days on which the calendar differs from its week, between two moments.
void add_special_days(std::vector<ClockStep>& steps, const Calendar& calendar, Instant from, Instant until) {
    const std::chrono::local_days first{calendar.zone().date(from)};
    const std::chrono::local_days last{calendar.zone().date(until)};
    for (auto date = first; date <= last; date += std::chrono::days{1}) {
        const auto& day = calendar.day(Date{date});
        if (day.kind && *day.kind != DayKind::open) {
            const auto begins = day.open.empty() ? calendar.zone().instant(date) : day.open.back().close;
            const auto ends = calendar.zone().instant(date + std::chrono::days{1});
            if (ends > from) {
                steps.push_back(step(Kind::skipped, std::max(begins, from), ends,
                                     fmt::format("{} ({})", day.name, word(*day.kind))));
            }
        }
    }
}

void add_pauses(std::vector<ClockStep>& steps, const Run& run, std::span<const Pause> pauses, Instant end) {
    for (const auto& pause : pauses) {
        const bool concerns = pause.from < end && (!pause.until || *pause.until > run.start);
        const bool told = std::ranges::any_of(steps, [&](const ClockStep& each) {
            return each.kind == Kind::pause && each.from == std::max(pause.from, run.start) &&
                   each.until == pause.until;
        });
        if (concerns && !told) {
            const auto reason = pause.maintenance      ? std::string{}
                                : pause.holder.empty() ? std::string("closed")
                                                       : pause.holder + ": " + pause.why;
            steps.push_back(step(pause.maintenance ? Kind::maintenance : Kind::pause,
                                 std::max(pause.from, run.start), pause.until, reason));
        }
    }
}

void add_marks(std::vector<ClockStep>& steps, const Run& run, const Track& track, Instant end) {
    for (const auto& change : track.categories) {
        if (change.at >= run.start && change.at <= end && change.category) {
            steps.push_back(
                step(Kind::recategorised, change.at, std::nullopt, fmt::format("{}", *change.category)));
        }
    }
}

/// Numbers the working days after the starting one, each at its first counted interval. Where a pause has
/// turned them into open time, says how much that is.
void tell_working_days(std::vector<ClockStep>& steps, const Run& run, std::span<const Pause> pauses) {
    const auto& calendar = *run.calendar;
    const auto plain = calendar.add(run.start, run.target);
    const auto spans = counted_spans(run, pauses);
    if (spans.front().from != run.start || (spans.front().until && *spans.front().until < plain)) {
        auto length = step(Kind::term, run.start, plain, text(run.target));
        length.total = calendar.elapsed(run.start, plain);
        steps.insert(steps.begin(), std::move(length));
        return;
    }
    const auto& zone = calendar.zone();
    std::int64_t number = 0;
    std::chrono::local_days last{zone.date(calendar.next_open(run.start))};
    for (auto& each : steps) {
        const std::chrono::local_days here{zone.date(*each.from)};
        if (here > last && number < run.target.amount) {
            last = here;
            each.detail = fmt::format("{}", ++number);
        }
    }
}

/// Runs the total along the counted intervals; a stop has what was counted until then.
void add_totals(std::vector<ClockStep>& steps, const Clock& clock) {
    Seconds total{0};
    for (auto& each : steps) {
        total += each.counted;
        if (each.kind == Kind::stopped) {
            each.total = clock.elapsed;
        } else if (each.kind != Kind::term) {
            each.total = total;
        }
    }
}

}  // namespace

std::vector<ClockStep> steps_of(const Clock& clock, const Run& run, std::span<const Pause> pauses,
                                const Track& track) {
    const auto end = last_shown(clock, run);
    std::vector<ClockStep> steps;
    for (const auto& span : counted_spans(run, pauses)) {
        add_open(steps, run, std::min(span.from, end), std::min(span.until.value_or(end), end));
    }
    std::erase_if(steps, [](const ClockStep& each) { return each.counted == Seconds{0}; });
    if (run.target.is_working_days()) {
        tell_working_days(steps, run, pauses);
    }
    if (run.calendar != nullptr) {
        add_special_days(steps, *run.calendar, run.start, end);
    }
    add_pauses(steps, run, pauses, std::max(end, clock.stopped_at.value_or(end)));
    add_marks(steps, run, track, end);
    if (clock.started_at && run.start != *clock.started_at) {
        steps.push_back(step(Kind::restarted, run.start, std::nullopt, {}));
    }
    std::ranges::stable_sort(steps, {}, &ClockStep::from);
    steps.insert(steps.begin(), step(Kind::started, clock.started_at, std::nullopt, {}));
    steps.insert(steps.begin(), step(Kind::term, std::nullopt, std::nullopt, clock.target));
    const bool stopped_first = clock.due_at && clock.stopped_at && *clock.stopped_at < *clock.due_at;
    if (stopped_first) {
        steps.push_back(step(Kind::stopped, clock.stopped_at, std::nullopt, {}));
    }
    if (clock.due_at) {
        steps.push_back(step(Kind::due, clock.due_at, std::nullopt, {}));
    }
    if (clock.stopped_at && !stopped_first) {
        steps.push_back(step(Kind::stopped, clock.stopped_at, std::nullopt, {}));
    }
    if (clock.state == ClockState::void_) {
        steps.push_back(step(Kind::void_, std::nullopt, std::nullopt, {}));
    }
    add_totals(steps, clock);
    return steps;
}

std::vector<ClockStep> steps_of_promise(const Clock& clock) {
    std::vector<ClockStep> steps = {step(Kind::term, std::nullopt, std::nullopt, clock.target),
                                    step(Kind::started, clock.started_at, std::nullopt, {})};
    if (clock.slips > 0) {
        steps.push_back(step(Kind::slip, clock.started_at, std::nullopt, fmt::format("{}", clock.slips)));
    }
    if (clock.due_at) {
        steps.push_back(step(Kind::due, clock.due_at, std::nullopt, {}));
    }
    if (clock.stopped_at) {
        steps.push_back(step(Kind::stopped, clock.stopped_at, std::nullopt, {}));
    }
    if (clock.state == ClockState::void_) {
        steps.push_back(step(Kind::void_, std::nullopt, std::nullopt, {}));
    }
    return steps;
}

}  // namespace spoc::core
