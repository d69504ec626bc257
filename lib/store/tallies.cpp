#include "lib/store/tallies.hpp"

#include <algorithm>

#include "lib/store/database.hpp"

namespace spoc::store {

namespace {

constexpr std::int64_t narrow = std::int64_t{1} << 12U;  // a little more than an hour
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
    for (const auto width : {narrow, wide}) {
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
    }
    Query(database_, "DELETE FROM tally WHERE cases = 0").run();
    Query(database_, "DELETE FROM moment_tally WHERE cases = 0").run();
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
    Query query(
        database_,
        "SELECT type, category, state, ball, sum(cases) FROM tally WHERE (?1 = '' OR system = ?1) AND "
        "state <> ?2 GROUP BY type, category, state, ball",
        system, core::CaseState::closed);
    while (query.next()) {
        auto& type = counts.types.at(static_cast<std::size_t>(query.integer(0)));
        const auto cases = query.integer(4);
        type.open += cases;
        if (const int category = query.number(1); category != 0) {
            type.by_category[category] += cases;
        }
        if (static_cast<core::CaseState>(query.integer(2)) == core::CaseState::fix_announced) {
            type.to_verify += cases;
        }
        type.ball[query.text(3)] += cases;
    }
}

Tallies::PerType Tallies::before(Moment moment, core::Instant until, std::string_view system) const {
    const auto seconds = until.time_since_epoch().count();
    const auto last_wide = bucket_of(seconds, wide);
    const auto last_narrow = bucket_of(seconds, narrow);
    PerType counted{};
    Query buckets(
        database_,
        "SELECT type, cases FROM moment_tally WHERE moment = ?1 AND width = ?3 AND bucket < ?4 AND "
        "(?2 = '' OR system = ?2) UNION ALL "
        "SELECT type, cases FROM moment_tally WHERE moment = ?1 AND width = ?5 AND bucket >= ?6 AND "
        "bucket < ?7 AND (?2 = '' OR system = ?2)",
        moment, system, wide, last_wide, narrow, last_wide * (wide / narrow), last_narrow);
    while (buckets.next()) {
        counted.at(static_cast<std::size_t>(buckets.integer(0))) += buckets.integer(1);
    }
    const auto add_rest = [&](Query&& rest) {
        while (rest.next()) {
            counted.at(static_cast<std::size_t>(rest.integer(0))) += rest.integer(1);
        }
    };
    if (moment == Moment::due) {
        add_rest(Query(database_,
                       "SELECT type, count(*) FROM cases WHERE open = 1 AND due >= ?1 AND due < ?2 AND "
                       "(?3 = '' OR system = ?3) GROUP BY type",
                       last_narrow * narrow, until, system));
    } else {
        add_rest(Query(
            database_,
            "SELECT type, count(*) FROM cases WHERE open = 1 AND escalate_at >= ?1 AND escalate_at < ?2 AND "
            "(?3 = '' OR system = ?3) GROUP BY type",
            last_narrow * narrow, until, system));
    }
    return counted;
}

/// The defects of each of the last weeks; a week is seven days that end with the day of `now`, in UTC.
void Tallies::count_weeks(core::Instant now, std::string_view system, Counts& counts) const {
    constexpr std::int64_t days_a_week = 7;
    const auto weeks = std::ssize(counts.weeks);
    const auto after = bucket_of(now.time_since_epoch().count(), day) + 1;
    const auto first = after - weeks * days_a_week;
    Query query(
        database_,
        "SELECT bucket, sum(cases) FROM moment_tally WHERE moment = ?1 AND width = ?2 AND bucket >= ?3 AND "
        "bucket < ?4 AND type = ?5 AND (?6 = '' OR system = ?6) GROUP BY bucket",
        Moment::recorded, day, first, after, core::CaseType::defect, system);
    while (query.next()) {
        counts.weeks.at(static_cast<std::size_t>((query.integer(0) - first) / days_a_week)) +=
            query.integer(1);
    }
}

Counts Tallies::counts(core::Instant now, core::Instant soon, std::string_view system) const {
    constexpr core::Seconds one{1};
    Counts counts;
    count_groups(system, counts);
    count_weeks(now, system, counts);
    const auto overdue = before(Moment::due, now, system);
    const auto until_soon = before(Moment::due, std::max(soon, now) + one, system);
    const auto to_escalate = before(Moment::escalation, now + one, system);
    for (std::size_t type = 0; type < counts.types.size(); ++type) {
        counts.types.at(type).overdue = overdue.at(type);
        counts.types.at(type).due_soon = until_soon.at(type) - overdue.at(type);
        counts.types.at(type).to_escalate = to_escalate.at(type);
    }
    return counts;
}

}  // namespace spoc::store
