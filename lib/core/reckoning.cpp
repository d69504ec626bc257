#include "lib/core/reckoning.hpp"

#include <algorithm>

namespace spoc::core {

namespace {

Seconds elapsed(const Calendar* calendar, Instant from, Instant until) {
    if (until <= from) {
        return Seconds{0};
    }
    return calendar == nullptr ? until - from : calendar->elapsed(from, until);
}

Instant advanced(const Calendar* calendar, Instant from, Seconds length) {
    return calendar == nullptr ? from + length : calendar->add_open(from, length);
}

/// The instant at which the counted time reaches `length`, if it does.
std::optional<Instant> reached(const Calendar* calendar, std::span<const CountedSpan> spans, Seconds length) {
    auto left = length;
    for (const auto& span : spans) {
        if (!span.until) {
            return advanced(calendar, span.from, left);
        }
        const auto here = elapsed(calendar, span.from, *span.until);
        if (left <= here) {
            return advanced(calendar, span.from, left);
        }
        left -= here;
    }
    return std::nullopt;
}

/// The same for a target of working days that a pause has turned into open time: what could land on a close
/// or on the next opening lands on the opening.
std::optional<Instant> reached_or_opening(const Calendar& calendar, std::span<const CountedSpan> spans,
                                          Seconds length) {
    const auto due = reached(&calendar, spans, length);
    if (!due || calendar.is_open(*due)) {
        return due;
    }
    for (const auto& span : spans) {
        if (!span.until || *due < *span.until) {
            const auto opening = calendar.next_open(std::max(*due, span.from));
            if (!span.until || opening < *span.until) {
                return opening;
            }
        }
    }
    return std::nullopt;
}

std::optional<Instant> due_of(const Run& run, std::span<const CountedSpan> spans) {
    if (!run.target.is_working_days()) {
        return reached(run.calendar, spans, run.target.length());
    }
    const auto plain = run.calendar->add(run.start, run.target);
    const auto& first = spans.front();
    const bool undisturbed = first.from == run.start && (!first.until || *first.until >= plain);
    if (undisturbed) {
        return plain;
    }
    return reached_or_opening(*run.calendar, spans, run.calendar->elapsed(run.start, plain));
}

}  // namespace

std::vector<CountedSpan> counted_spans(const Run& run, std::span<const Pause> pauses) {
    std::vector<Pause> sorted(pauses.begin(), pauses.end());
    std::ranges::sort(sorted, {}, &Pause::from);
    std::vector<CountedSpan> spans;
    auto from = run.start;
    for (const auto& pause : sorted) {
        if (run.stop && pause.from >= *run.stop) {
            break;
        }
        const auto until = run.stop ? std::min(pause.until.value_or(*run.stop), *run.stop) : pause.until;
        if (until && *until <= from) {
            continue;
        }
        if (pause.from > from) {
            spans.push_back({from, pause.from});
        }
        if (!until) {
            return spans.empty() ? std::vector<CountedSpan>{{from, from}} : spans;
        }
        from = *until;
    }
    spans.push_back({from, std::nullopt});
    return spans;
}

Reckoning reckon(const Run& run, std::span<const Pause> pauses) {
    const auto spans = counted_spans(run, pauses);
    const auto end = run.stop.value_or(run.now);
    Reckoning result;
    result.paused = spans.back().until.has_value();
    result.due = due_of(run, spans);
    for (const auto& span : spans) {
        result.elapsed += elapsed(run.calendar, span.from, std::min(span.until.value_or(end), end));
    }
    return result;
}

}  // namespace spoc::core
