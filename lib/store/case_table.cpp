#include "lib/store/case_table.hpp"

#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

/// 9999-12-31, for a case without a deadline: it sorts last without being told to.
constexpr core::Instant never{core::Seconds{253'402'214'400}};

#define SPOC_LISTED_COLUMNS                                                                          \
    "number, system, type, title, category, state, ball, vendor_ref, interface, reporter, release, " \
    "reported_at, recorded_at, changed_at, due, clock, rung, failed_verifications, slips, reopenings"
#define SPOC_CASE_COLUMNS                                                                              \
    SPOC_LISTED_COLUMNS                                                                                \
    ", recorded_event, reported_offset, recorded_offset, changed_offset, escalate_at, escalate_rung, " \
    "escalate_clock, trouble"
#define SPOC_INTO_CASES                                                                                 \
    " INTO cases (" SPOC_CASE_COLUMNS                                                                   \
    ", open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " \
    "?, ?)"

std::optional<core::ClockName> clock(const Query& query, int column) {
    return query.is_null(column) ? std::nullopt
                                 : std::optional(static_cast<core::ClockName>(query.integer(column)));
}

/// Reads what is listed of a row into a summary, whose texts keep the room they have.
void read_listed(const Query& query, core::CaseSummary& summary) {
    summary.id.number = query.integer(0);
    summary.id.system = query.view(1);
    summary.type = static_cast<core::CaseType>(query.integer(2));
    summary.title = query.view(3);
    const int category = query.number(4);
    summary.category = category == 0 ? std::nullopt : std::optional(category);
    summary.state = static_cast<core::CaseState>(query.integer(5));
    summary.ball = query.view(6);
    summary.vendor_ref = query.view(7);
    summary.interface = query.view(8);
    summary.reporter = query.view(9);
    summary.release = query.view(10);
    const auto reported = query.optional_instant(11);
    summary.reported_at = reported ? std::optional(core::Timestamp{*reported, {}}) : std::nullopt;
    summary.recorded_at = {query.instant(12), {}};
    summary.changed_at = {query.instant(13), {}};
    const auto due = query.instant(14);
    summary.next_due_at = due == never ? std::nullopt : std::optional(due);
    summary.next_clock = clock(query, 15);
    summary.rung = query.view(16);
    summary.failed_verifications = query.number(17);
    summary.slips = query.number(18);
    summary.reopenings = query.number(19);
}

/// Reads a whole row.
void read(const Query& query, core::CaseSummary& summary) {
    read_listed(query, summary);
    write_uuid(summary.recorded_event, query.view(20));
    if (summary.reported_at) {
        summary.reported_at->offset = std::chrono::minutes{query.integer(21)};
    }
    summary.recorded_at.offset = std::chrono::minutes{query.integer(22)};
    summary.changed_at.offset = std::chrono::minutes{query.integer(23)};
    summary.escalate_at = query.optional_instant(24);
    summary.escalate_rung = query.view(25);
    summary.escalate_clock = clock(query, 26);
    summary.trouble = query.view(27);
}

core::CaseSummary row(const Query& query) {
    core::CaseSummary summary;
    read(query, summary);
    return summary;
}

/// Conditions joined by AND, with what is bound to their parameters.
class Conditions {
public:
    void add(std::string_view condition) {
        sql_.append(sql_.empty() ? " WHERE " : " AND ").append(condition);
    }
    void add(std::string_view condition, std::int64_t value) {
        add(condition);
        values_.push_back({value, {}, false});
    }
    void add(std::string_view condition, std::string text) {
        add(condition);
        values_.push_back({0, std::move(text), true});
    }
    void add(std::string_view condition, core::Instant instant) {
        add(condition, instant.time_since_epoch().count());
    }

    const std::string& sql() const { return sql_; }
    void bind(Query& query) const {
        for (const auto& value : values_) {
            value.is_text ? query.bind(value.text) : query.bind(value.number);
        }
    }

private:
    struct Bound {
        std::int64_t number;
        std::string text;
        bool is_text;
    };
    std::string sql_;
    std::vector<Bound> values_;
};

Conditions conditions(const CaseFilter& filter) {
    Conditions all;
    if (filter.scope == CaseFilter::Scope::open) {
        all.add("open = 1");
    } else if (filter.scope == CaseFilter::Scope::closed) {
        all.add("open = 0");
    }
    if (!filter.system.empty()) {
        all.add("system = ?", filter.system);
    }
    if (filter.type) {
        all.add("type = ?", static_cast<std::int64_t>(*filter.type));
    }
    if (filter.category) {
        all.add("category = ?", std::int64_t{*filter.category});
    }
    if (filter.state) {
        all.add("state = ?", static_cast<std::int64_t>(*filter.state));
    }
    if (filter.ball) {
        all.add("ball = ?", *filter.ball);
    }
    if (filter.overdue_at) {
        all.add("due < ?", *filter.overdue_at);
    }
    if (filter.due_until) {
        all.add("due <= ?", std::min(*filter.due_until, never - core::Seconds{1}));
    }
    if (filter.escalate_until) {
        all.add("escalate_at <= ?", *filter.escalate_until);
    }
    if (filter.since) {
        all.add("changed_at >= ?", *filter.since);
    }
    return all;
}

std::string limit_clause(std::int64_t limit) {
    return limit > 0 ? " LIMIT " + std::to_string(limit) : std::string();
}

void read(Database& database, const Conditions& conditions, const std::string& order,
          const Store::EachCase& each, Store::Detail detail) {
    const bool whole = detail == Store::Detail::whole;
    const std::string columns = whole ? SPOC_CASE_COLUMNS : SPOC_LISTED_COLUMNS;
    Query query(database, "SELECT " + columns + " FROM cases" + conditions.sql() + order);
    conditions.bind(query);
    core::CaseSummary summary;
    while (query.next()) {
        whole ? read(query, summary) : read_listed(query, summary);
        each(summary);
    }
}

}  // namespace

std::optional<core::CaseSummary> CaseTable::find(std::int64_t number) const {
    Query query(database_, "SELECT " SPOC_CASE_COLUMNS " FROM cases WHERE number = ?", number);
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

std::int64_t CaseTable::size() const {
    Query query(database_, "SELECT count(*) FROM cases");
    return query.next() ? query.integer(0) : 0;
}

std::int64_t CaseTable::references() const {
    Query query(database_, "SELECT count(*) FROM case_ref");
    return query.next() ? query.integer(0) : 0;
}

void CaseTable::put(const core::CaseSummary& summary, IsNew is_new) {
    const auto at = [](const std::optional<core::Timestamp>& time) {
        return time ? std::optional(time->at) : std::nullopt;
    };
    const auto offset = [](const std::optional<core::Timestamp>& time) {
        return time ? std::optional(time->offset.count()) : std::nullopt;
    };
    const auto recorded_event = uuid_bytes(summary.recorded_event);
    Query(Lent{}, database_,
          is_new == IsNew::yes ? "INSERT" SPOC_INTO_CASES : "INSERT OR REPLACE" SPOC_INTO_CASES,
          summary.id.number, summary.id.system, summary.type, summary.title, summary.category.value_or(0),
          summary.state, summary.ball, summary.vendor_ref, summary.interface, summary.reporter,
          summary.release, at(summary.reported_at), summary.recorded_at.at, summary.changed_at.at,
          summary.next_due_at.value_or(never), summary.next_clock, summary.rung, summary.failed_verifications,
          summary.slips, summary.reopenings, Blob{recorded_event}, offset(summary.reported_at),
          summary.recorded_at.offset.count(), summary.changed_at.offset.count(), summary.escalate_at,
          summary.escalate_rung, summary.escalate_clock, summary.trouble, summary.is_open())
        .run();
}

std::vector<std::int64_t> CaseTable::open_numbers() const {
    Query query(database_, "SELECT number FROM cases WHERE open = 1 ORDER BY number");
    std::vector<std::int64_t> numbers;
    while (query.next()) {
        numbers.push_back(query.integer(0));
    }
    return numbers;
}

void CaseTable::each(const CaseFilter& filter, const Store::EachCase& each, Store::Detail detail) const {
    read(database_, conditions(filter), " ORDER BY due, number" + limit_clause(filter.limit), each, detail);
}

void CaseTable::each_escalation(const CaseFilter& filter, core::Instant until, const Store::EachCase& each,
                                Store::Detail detail) const {
    auto due = conditions(filter);
    due.add("escalate_at <= ?", until);
    read(database_, due, " ORDER BY escalate_at, number" + limit_clause(filter.limit), each, detail);
}

void CaseTable::remove_references(std::int64_t number) {
    Query(database_, "DELETE FROM case_ref WHERE case_number = ?", number).run();
}

void CaseTable::add_reference(std::string_view folded, std::int64_t number) {
    Query(Lent{}, database_, "INSERT OR IGNORE INTO case_ref (ref, case_number) VALUES (?, ?)", folded,
          number)
        .run();
}

std::vector<core::CaseId> CaseTable::with_reference(std::string_view folded) const {
    Query query(
        database_,
        "SELECT c.system, c.number FROM case_ref r JOIN cases c ON c.number = r.case_number WHERE r.ref = ? "
        "ORDER BY c.number",
        folded);
    std::vector<core::CaseId> ids;
    while (query.next()) {
        ids.push_back({query.text(0), query.integer(1)});
    }
    return ids;
}

void CaseTable::clear() {
    database_.execute("DELETE FROM cases; DELETE FROM case_ref");
}

bool fits(const core::CaseSummary& summary, const CaseFilter& filter) {
    using Scope = CaseFilter::Scope;
    const auto same = [](const auto& wanted, const auto& found) { return !wanted || *wanted == found; };
    return (filter.scope == Scope::all || summary.is_open() == (filter.scope == Scope::open)) &&
           (filter.system.empty() || filter.system == summary.id.system) && same(filter.type, summary.type) &&
           (!filter.category || summary.category == filter.category) && same(filter.state, summary.state) &&
           same(filter.ball, summary.ball) &&
           (!filter.overdue_at || (summary.next_due_at && *summary.next_due_at < *filter.overdue_at)) &&
           (!filter.due_until || (summary.next_due_at && *summary.next_due_at <= *filter.due_until)) &&
           (!filter.escalate_until ||
            (summary.escalate_at && *summary.escalate_at <= *filter.escalate_until)) &&
           (!filter.since || summary.changed_at.at >= *filter.since);
}

}  // namespace spoc::store
