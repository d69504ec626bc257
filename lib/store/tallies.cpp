#include "lib/store/tallies.hpp"

#include <algorithm>

#include "lib/store/database.hpp"

namespace spoc::store {

namespace {

constexpr std::int64_t narrow = std::int64_t{1} << 12U;  // a little more than an hour
constexpr std::int64_t middle = std::int64_t{1} << 16U;  // eighteen hours
constexpr std::int64_t day = 86400;
constexpr std::int64_t wide = std::int64_t{1} << 20U;  // twelve days

/// Rounds down, also before 1970.
std::int64_t bucket_of(std::int64_t seconds, std::int64_t width) {
    return seconds >= 0 ? seconds / width : -((width - 1 - seconds) / width);
}

}  // namespace

void Tallies::count(const core::CaseSummary& summary, std::int64_t step) {
    groups_[{.system = summary.id.system,
             .type = summary.type,
             .category = summary.category.value_or(0),
             .state = summary.state,
             .ball = summary.ball}] += step;
    count(Moment::recorded, summary.recorded_at.at, day, summary, step);
    if (!summary.is_open()) {
        return;
    }
    if (summary.next_due_at) {
        count(Moment::due, *summary.next_due_at, summary, step);
    }
    if (summary.escalate_at) {
        count(Moment::escalation, *summary.escalate_at, summary, step);
    }
}

void Tallies::count(Moment moment, core::Instant at, const core::CaseSummary& summary, std::int64_t step) {
    for (const auto width : {narrow, middle, wide}) {
        count(moment, at, width, summary, step);
    }
}

void Tallies::count(Moment moment, core::Instant at, std::int64_t width, const core::CaseSummary& summary,
                    std::int64_t step) {
    buckets_[{.moment = moment,
              .width = width,
              .number = bucket_of(at.time_since_epoch().count(), width),
              .system = summary.id.system,
              .type = summary.type}] += step;
}

void Tallies::flush() {
    for (const auto& [group, step] : groups_) {
        if (step != 0) {
            Query(database_,
                  "INSERT INTO tally (system, type, category, state, ball, cases) VALUES (?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO UPDATE SET cases = cases + excluded.cases",
                  group.system, group.type, group.category, group.state, group.ball, step)
                .run();
        }
        if (step < 0) {
            Query(
                database_,
                "DELETE FROM tally WHERE system = ? AND type = ? AND category = ? AND state = ? AND ball = ? "
                "AND cases = 0",
                group.system, group.type, group.category, group.state, group.ball)
                .run();
        }
    }
    for (const auto& [bucket, step] : buckets_) {
        if (step != 0) {
            Query(database_,
                  "INSERT INTO moment_tally (moment, width, bucket, system, type, cases) VALUES (?, ?, ?, ?, "
                  "?, ?) "
                  "ON CONFLICT DO UPDATE SET cases = cases + excluded.cases",
                  bucket.moment, bucket.width, bucket.number, bucket.system, bucket.type, step)
                .run();
        }
        if (step < 0) {
            Query(database_,
                  "DELETE FROM moment_tally WHERE moment = ? AND width = ? AND bucket = ? AND system = ? AND "
                  "type = ? AND cases = 0",
                  bucket.moment, bucket.width, bucket.number, bucket.system, bucket.type)
                .run();
        }
    }
    forget();
}

void Tallies::forget() {
    groups_.clear();
    buckets_.clear();
}

void Tallies::clear() {
    database_.execute("DELETE FROM tally; DELETE FROM moment_tally");
    forget();
}

bool Tallies::agrees() const {
    auto groups = groups_;
    Query rows(database_, "SELECT system, type, category, state, ball, cases FROM tally");
    while (rows.next()) {
        groups[{.system = rows.text(0),
                .type = static_cast<core::CaseType>(rows.integer(1)),
                .category = rows.number(2),
                .state = static_cast<core::CaseState>(rows.integer(3)),
                .ball = rows.text(4)}] -= rows.integer(5);
    }
    auto buckets = buckets_;
    Query moments(database_, "SELECT moment, width, bucket, system, type, cases FROM moment_tally");
    while (moments.next()) {
        buckets[{.moment = static_cast<Moment>(moments.integer(0)),
                 .width = moments.integer(1),
                 .number = moments.integer(2),
                 .system = moments.text(3),
                 .type = static_cast<core::CaseType>(moments.integer(4))}] -= moments.integer(5);
    }
    const auto settled = [](const auto& entry) { return entry.second == 0; };
    return std::ranges::all_of(groups, settled) && std::ranges::all_of(buckets, settled);
}

void Tallies::count_groups(std::string_view system, Counts& counts) const {
    Query query(database_, "SELECT type, category, state, ball, cases, system FROM tally");
    while (query.next()) {
        const auto state = static_cast<core::CaseState>(query.integer(2));
        if (state == core::CaseState::closed || !(system.empty() || query.view(5) == system)) {
            continue;
        }
        auto& type = counts.types.at(static_cast<std::size_t>(query.integer(0)));
        const auto cases = query.integer(4);
        type.open += cases;
        if (const int category = query.number(1); category != 0) {
            type.by_category[category] += cases;
        }
        if (state == core::CaseState::fix_announced) {
            type.to_verify += cases;
        }
        type.ball[query.text(3)] += cases;
    }
}

/// Calls `each` for the buckets of a width from one to before another. One question serves all: what it takes
/// to prepare one outweighs what it takes to answer it.
template <typename Each>
void Tallies::each_bucket(Moment moment, std::int64_t width, Span span, std::string_view system,
                          const Each& each) const {
    Query query(database_,
                "SELECT bucket, type, cases, system FROM moment_tally WHERE moment = ? AND width = ? AND "
                "bucket >= ? AND bucket < ?",
                moment, width, span.from, span.until);
    while (query.next()) {
        if (system.empty() || query.view(3) == system) {
            each(query.integer(0), static_cast<std::size_t>(query.integer(1)), query.integer(2));
        }
    }
}

Tallies::PerType Tallies::before(Moment moment, core::Instant until, std::string_view system) const {
    const auto seconds = until.time_since_epoch().count();
    const auto last_wide = bucket_of(seconds, wide);
    const auto last_middle = bucket_of(seconds, middle);
    const auto last_narrow = bucket_of(seconds, narrow);
    PerType counted{};
    const auto add = [&](std::int64_t /*bucket*/, std::size_t type, std::int64_t cases) {
        counted.at(type) += cases;
    };
    each_bucket(moment, wide, {INT64_MIN, last_wide}, system, add);
    each_bucket(moment, middle, {last_wide * (wide / middle), last_middle}, system, add);
    each_bucket(moment, narrow, {last_middle * (middle / narrow), last_narrow}, system, add);
    add_each(moment, {last_narrow * narrow, seconds}, system, counted);
    return counted;
}

/// Counts the open cases themselves, from one second to before another: where that is not far.
void Tallies::add_each(Moment moment, Span span, std::string_view system, PerType& counted) const {
    Query query(
        database_,
        moment == Moment::due
            ? "SELECT type, system FROM cases WHERE open = 1 AND due >= ? AND due < ?"
            : "SELECT type, system FROM cases WHERE open = 1 AND escalate_at >= ? AND escalate_at < ?",
        span.from, span.until);
    while (query.next()) {
        counted.at(static_cast<std::size_t>(query.integer(0))) +=
            system.empty() || query.view(1) == system ? 1 : 0;
    }
}

/// The defects of each of the last weeks; a week is seven days that end with the day of `now`, in UTC.
void Tallies::count_weeks(core::Instant now, std::string_view system, Counts& counts) const {
    constexpr std::int64_t days_a_week = 7;
    const auto weeks = std::ssize(counts.weeks);
    const auto after = bucket_of(now.time_since_epoch().count(), day) + 1;
    const auto first = after - weeks * days_a_week;
    each_bucket(Moment::recorded, day, {first, after}, system,
                [&](std::int64_t bucket, std::size_t type, std::int64_t cases) {
                    if (static_cast<core::CaseType>(type) == core::CaseType::defect) {
                        counts.weeks.at(static_cast<std::size_t>((bucket - first) / days_a_week)) += cases;
                    }
                });
}

Counts Tallies::counts(core::Instant now, core::Instant soon, std::string_view system) const {
    constexpr core::Seconds one{1};
    Counts counts;
    count_groups(system, counts);
    count_weeks(now, system, counts);
    const auto overdue = before(Moment::due, now, system);
    PerType due_soon{};
    add_each(Moment::due,
             {now.time_since_epoch().count(), (std::max(soon, now) + one).time_since_epoch().count()}, system,
             due_soon);
    const auto to_escalate = before(Moment::escalation, now + one, system);
    for (std::size_t type = 0; type < counts.types.size(); ++type) {
        counts.types.at(type).overdue = overdue.at(type);
        counts.types.at(type).due_soon = due_soon.at(type);
        counts.types.at(type).to_escalate = to_escalate.at(type);
    }
    return counts;
}

}  // namespace spoc::store
