#include "lib/core/attribution.hpp"

#include <algorithm>

namespace spoc::core {

namespace {

bool concerns(const Notice& notice, const Concern& concern) {
    if (!notice.interface.empty()) {
        return std::ranges::find(concern.interfaces, notice.interface) != concern.interfaces.end();
    }
    return !notice.system.empty() && notice.system == concern.system;
}

bool announced(const Notice& notice, const TimeSpan& span) {
    const auto told = notice.published_at ? notice.published_at : notice.seen_at;
    return notice.kind == NoticeKind::maintenance && told && *told <= span.from;
}

/// The spans in order, those that touch made one.
std::vector<TimeSpan> merged(std::vector<TimeSpan> spans) {
    std::ranges::sort(spans, {}, &TimeSpan::from);
    std::vector<TimeSpan> out;
    for (const auto& span : spans) {
        if (!out.empty() && span.from <= out.back().until) {
            out.back().until = std::max(out.back().until, span.until);
        } else {
            out.push_back(span);
        }
    }
    return out;
}

Seconds length(const std::vector<TimeSpan>& spans) {
    Seconds total{};
    for (const auto& span : spans) {
        total += span.until - span.from;
    }
    return total;
}

/// What two merged lists have in common.
std::vector<TimeSpan> common(const std::vector<TimeSpan>& left, const std::vector<TimeSpan>& right) {
    std::vector<TimeSpan> out;
    for (const auto& one : left) {
        for (const auto& other : right) {
            const TimeSpan both{std::max(one.from, other.from), std::min(one.until, other.until)};
            if (both.from < both.until) {
                out.push_back(both);
            }
        }
    }
    return out;
}

/// When an incident was over, as far as its source says.
std::optional<Instant> end_of_incident(const Notice& notice) {
    if (notice.over_at || notice.ends_at) {
        return notice.over_at ? notice.over_at : notice.ends_at;
    }
    return settled(notice) ? (notice.updated_at ? notice.updated_at : notice.published_at) : std::nullopt;
}

}  // namespace

std::optional<TimeSpan> outage(const Notice& notice, Instant now) {
    std::optional<Instant> from;
    std::optional<Instant> until;
    if (notice.kind == NoticeKind::incident) {
        from = notice.began_at ? notice.began_at : notice.starts_at ? notice.starts_at : notice.published_at;
        until = end_of_incident(notice);
    } else if (notice.kind == NoticeKind::maintenance) {
        from = notice.starts_at;
        until = notice.over_at ? notice.over_at : notice.ends_at;
    }
    if (!from || *from >= now || cancelled(notice)) {
        return std::nullopt;
    }
    const TimeSpan span{*from, std::min(until.value_or(now), now)};
    return span.from < span.until ? std::optional(span) : std::nullopt;
}

std::vector<Notice> outages_at(Instant instant, std::span<const Notice> notices, const Concern& concern,
                               Instant now) {
    std::vector<Notice> found;
    for (const auto& notice : notices) {
        const auto span = outage(notice, now + Seconds{1});  // what happens just now is within it
        if (span && concerns(notice, concern) && span->from <= instant && instant < span->until) {
            found.push_back(notice);
        }
    }
    std::ranges::stable_sort(found, std::greater{},
                             [&](const Notice& notice) { return outage(notice, now + Seconds{1})->from; });
    return found;
}

Seconds unannounced_downtime(std::span<const Notice> notices, const Concern& concern, TimeSpan period,
                             Instant now) {
    std::vector<TimeSpan> down;
    std::vector<TimeSpan> told;
    for (const auto& notice : notices) {
        const auto span = concerns(notice, concern) ? outage(notice, now) : std::nullopt;
        if (!span) {
            continue;
        }
        const TimeSpan part{std::max(span->from, period.from), std::min(span->until, period.until)};
        if (part.from < part.until && notice.kind == NoticeKind::incident) {
            down.push_back(part);
        } else if (part.from < part.until && announced(notice, *span)) {
            told.push_back(part);
        }
    }
    const auto out_of_order = merged(std::move(down));
    return length(out_of_order) - length(common(out_of_order, merged(std::move(told))));
}

}  // namespace spoc::core
