#include "lib/store/event_log.hpp"

#include <algorithm>
#include <array>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

#define SPOC_EVENT_COLUMNS                                                                                 \
    "position, id, case_number, label, kind, occurred_at, occurred_offset, recorded_at, recorded_offset, " \
    "actor, "                                                                                              \
    "origin, seq, hash, data"

core::Timestamp time(const Query& query, int column) {
    return {query.instant(column), std::chrono::minutes{query.integer(column + 1)}};
}

std::string system_of(std::string_view label) {
    return std::string(label.substr(0, label.rfind('-')));
}

/// The statement that adds so many events.
std::string insertion(std::string_view verb, std::size_t events) {
    constexpr std::string_view row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    std::string sql(verb);
    sql +=
        " INTO event (id, case_number, label, kind, occurred_at, occurred_offset, recorded_at, "
        "recorded_offset, actor, origin, seq, hash, data) VALUES ";
    for (std::size_t event = 0; event < events; ++event) {
        sql.append(event == 0 ? "" : ", ").append(row);
    }
    return sql;
}

/// An event's id and hash as bytes.
struct PackedNames {
    PackedNames() = default;
    explicit PackedNames(const Entry& entry)
        : id(uuid_bytes(entry.event.id)), hash(from_hex(entry.event.hash)) {}
    std::string id;
    std::string hash;
};

void bind(Query& query, const Entry& entry, const PackedNames& names, std::int64_t origin) {
    const auto& event = entry.event;
    query.bind(Blob{names.id}, event.case_id.number, entry.label, event.kind_word, event.occurred_at.at,
               event.occurred_at.offset.count(), event.recorded_at.at, event.recorded_at.offset.count(),
               event.actor, origin, event.seq, Blob{names.hash}, entry.data);
}

/// The first column of every row.
std::vector<std::string> texts(Query& query) {
    std::vector<std::string> found;
    while (query.next()) {
        found.push_back(query.text(0));
    }
    return found;
}

}  // namespace

std::int64_t EventLog::origin(std::string_view name) const {
    Query query(database_, "SELECT number FROM origin WHERE name = ?", name);
    return query.next() ? query.integer(0) : 0;
}

std::int64_t EventLog::make_origin(std::string_view name) {
    if (const auto known = origin(name)) {
        return known;
    }
    Query(database_, "INSERT INTO origin (name) VALUES (?)", name).run();
    return origin(name);
}

const std::string& EventLog::origin_name(std::int64_t number) const {
    const auto index = static_cast<std::size_t>(number);
    if (index >= origin_names_.size()) {
        Query query(database_, "SELECT number, name FROM origin ORDER BY number");
        while (query.next()) {
            origin_names_.resize(static_cast<std::size_t>(query.integer(0)) + 1);
            origin_names_.back() = query.text(1);
        }
        origin_names_.resize(std::max(origin_names_.size(), index + 1));
    }
    return origin_names_[index];
}

std::optional<ChainHead> EventLog::head(std::int64_t origin) const {
    Query query(database_, "SELECT seq, hash FROM event WHERE origin = ? ORDER BY seq DESC LIMIT 1", origin);
    return query.next() ? std::optional(ChainHead{query.integer(0), hex(query.view(1))}) : std::nullopt;
}

std::optional<std::int64_t> EventLog::add(const Entry& entry, std::int64_t origin) {
    static const auto sql = insertion("INSERT", 1) + " ON CONFLICT (id) DO NOTHING";
    const PackedNames names(entry);
    Query query(Lent{}, database_, sql.c_str());
    bind(query, entry, names, origin);
    return query.run() > 0 ? std::optional(database_.connection().getLastInsertRowid()) : std::nullopt;
}

std::int64_t EventLog::add(std::span<const Addition, events_at_once> additions) {
    // OR FAIL: with the usual OR ABORT, SQLite would make ready to take back what came before the row that it
    // refuses, and for that write out the search index every time. Here a refusal ends the transaction.
    static const auto sql = insertion("INSERT OR FAIL", events_at_once);
    std::array<PackedNames, events_at_once> names;
    std::ranges::transform(additions, names.begin(),
                           [](const auto& each) { return PackedNames(*each.entry); });
    Query query(Lent{}, database_, sql.c_str());
    for (std::size_t at = 0; at < additions.size(); ++at) {
        bind(query, *additions[at].entry, names[at], additions[at].origin);
    }
    query.run();
    return database_.connection().getLastInsertRowid();
}

void EventLog::replace(std::int64_t position, std::string_view actor, std::string_view data) {
    std::string trigger;
    {
        Query query(database_,
                    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'event_stays'");
        trigger =
            query.next() ? query.text(0) : throw core::StoreError("the events of the store are not guarded");
    }
    database_.execute("DROP TRIGGER event_stays");
    Query(database_, "UPDATE event SET actor = ?, data = ? WHERE position = ?", actor, data, position).run();
    database_.execute(trigger);
}

bool EventLog::has_redaction(std::int64_t case_number, std::string_view event, std::string_view was,
                             std::string_view now) const {
    return !redactors(case_number, event, was, now).empty();
}

std::vector<std::string> EventLog::redactors(std::int64_t case_number, std::string_view event,
                                             std::string_view was, std::string_view now) const {
    Query query(database_,
                "SELECT DISTINCT origin FROM event WHERE case_number = ? AND kind = 'redacted' "
                "AND data ->> 'event' = ? AND data ->> 'was' = ? AND data ->> 'now' = ? ORDER BY origin",
                case_number, event, was, now);
    std::vector<std::string> origins;
    while (query.next()) {
        origins.push_back(origin_name(query.integer(0)));
    }
    return origins;
}

std::vector<std::string> EventLog::removed(std::string_view origin) const {
    Query query(database_,
                "SELECT DISTINCT digest.value FROM event, json_each(event.data, '$.removed') digest "
                "WHERE event.kind = 'redacted' AND event.origin = (SELECT number FROM origin WHERE name = ?) "
                "ORDER BY 1",
                origin);
    return texts(query);
}

std::vector<std::string> EventLog::removed_mails(std::string_view origin) const {
    Query query(database_,
                "SELECT DISTINCT digest.value FROM event, json_each(event.data, '$.removed') digest "
                "WHERE event.kind = 'redacted' AND event.data ->> 'event' IS NULL "
                "AND event.origin = (SELECT number FROM origin WHERE name = ?) ORDER BY 1",
                origin);
    return texts(query);
}

std::vector<LoggedEvent> EventLog::redacted_before(std::int64_t position) const {
    Query query(database_,
                "SELECT DISTINCT data ->> 'event' FROM event WHERE position >= ? AND kind = 'redacted' "
                "AND data ->> 'event' IS NOT NULL",
                position);
    std::vector<LoggedEvent> found;
    while (query.next()) {
        if (auto logged = find(query.view(0)); logged && logged->position < position) {
            found.push_back(*std::move(logged));
        }
    }
    std::ranges::sort(found, {}, &LoggedEvent::position);
    return found;
}

LoggedEvent EventLog::row(const Query& query) const {
    LoggedEvent logged{.position = query.integer(0), .label = query.text(3), .event = {}};
    auto& event = logged.event;
    event.id = uuid_text(query.view(1));
    event.case_id = {system_of(logged.label), query.integer(2)};
    event.kind_word = query.text(4);
    event.occurred_at = time(query, 5);
    event.recorded_at = time(query, 7);
    event.actor = query.text(9);
    event.origin = origin_name(query.integer(10));
    event.seq = query.integer(11);
    event.hash = hex(query.view(12));
    event.data = core::parse_json(query.view(13));
    return logged;
}

void EventLog::call_as_here(core::Event& event, std::int64_t origin) const {
    using enum core::EventKind;
    constexpr std::array naming = {linked, closed, merged, card_used};
    if (std::ranges::find(naming, event.kind()) == naming.end()) {
        return;
    }
    for (const auto* const member : {"to", "of", "into", "card"}) {
        const std::string label(event.text(member));
        if (const auto number = label.empty() ? 0 : alias(origin, label)) {
            event.data.set(member, core::text({system_of(label), number}));
        }
    }
}

core::History EventLog::history(std::int64_t case_number) const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE case_number = ? ORDER BY position",
                case_number);
    core::History history;
    const bool renamed = has_aliases();
    while (query.next()) {
        history.push_back(row(query).event);
        if (renamed) {
            call_as_here(history.back(), query.integer(10));
        }
    }
    put_in_order(history);
    return history;
}

void EventLog::put_in_order(core::History& history) {
    if (history.size() > 1) {
        std::sort(history.begin() + 1, history.end(), core::before);
    }
}

std::optional<LoggedEvent> EventLog::find(std::string_view id) const {
    const auto bytes = uuid_bytes(id);
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE id = ?", Blob{bytes});
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

std::optional<LoggedEvent> EventLog::at(std::int64_t position) const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE position = ?", position);
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

std::optional<LoggedEvent> EventLog::opening(std::int64_t case_number) const {
    Query query(database_,
                "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE case_number = ? ORDER BY position LIMIT 1",
                case_number);
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

std::optional<CaseName> EventLog::name_of(std::int64_t case_number) const {
    Query query(database_, "SELECT label, origin FROM event WHERE case_number = ? ORDER BY position LIMIT 1",
                case_number);
    if (!query.next()) {
        return std::nullopt;
    }
    return CaseName{.label = query.text(0), .system = system_of(query.view(0)), .origin = query.integer(1)};
}

core::History EventLog::cards() const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS
                           " FROM event WHERE kind IN ('card', 'card-used') ORDER BY position");
    core::History events;
    while (query.next()) {
        events.push_back(row(query).event);
    }
    return events;
}

std::int64_t EventLog::highest_case() const {
    Query query(database_, "SELECT max(case_number) FROM event");
    return query.next() ? query.integer(0) : 0;
}

std::int64_t EventLog::next_case(std::int64_t number) const {
    Query query(database_, "SELECT min(case_number) FROM event WHERE case_number > ?", number);
    return query.next() ? query.integer(0) : 0;
}

bool EventLog::has_case(std::int64_t number) const {
    Query query(database_, "SELECT 1 FROM event WHERE case_number = ? LIMIT 1", number);
    return query.next();
}

std::int64_t EventLog::alias(std::int64_t origin, std::string_view label) const {
    Query query(database_, "SELECT case_number FROM alias WHERE origin = ? AND label = ?", origin, label);
    return query.next() ? query.integer(0) : 0;
}

bool EventLog::has_aliases() const {
    Query query(database_, "SELECT 1 FROM alias LIMIT 1");
    return query.next();
}

bool EventLog::is_shared(std::string_view label, std::int64_t number) const {
    Query query(database_, "SELECT 1 FROM alias WHERE label = ? AND case_number <> ?", label, number);
    return query.next();
}

void EventLog::add_alias(std::int64_t origin, std::string_view label, std::int64_t number) {
    Query(database_, "INSERT OR REPLACE INTO alias (origin, label, case_number) VALUES (?, ?, ?)", origin,
          label, number)
        .run();
}

std::vector<std::int64_t> EventLog::aliases(std::string_view label) const {
    Query query(database_, "SELECT DISTINCT case_number FROM alias WHERE label = ? ORDER BY case_number",
                label);
    std::vector<std::int64_t> numbers;
    while (query.next()) {
        numbers.push_back(query.integer(0));
    }
    return numbers;
}

void EventLog::restore_aliases() {
    database_.execute(
        "DELETE FROM alias; INSERT OR IGNORE INTO alias (origin, label, case_number) "
        "SELECT origin, label, case_number FROM event "
        "WHERE kind = 'renumbered' OR label NOT LIKE '%-' || case_number ORDER BY position; "
        "INSERT OR IGNORE INTO alias (origin, label, case_number) "
        "SELECT o.number, e.data ->> 'case', e.case_number FROM event e JOIN origin o "
        "ON o.name = e.data ->> 'origin' WHERE e.kind = 'renumbered' ORDER BY e.position");
}

bool EventLog::is_renumbered(std::int64_t case_number, std::string_view origin) const {
    Query query(database_,
                "SELECT 1 FROM event WHERE case_number = ? AND kind = ? AND "
                "origin = (SELECT number FROM origin WHERE name = ?)",
                case_number, renumbered, origin);
    return query.next();
}

std::vector<std::pair<std::string, std::int64_t>> EventLog::misfiled() const {
    Query query(database_,
                "SELECT e.position FROM event e WHERE e.label NOT LIKE '%-' || e.case_number AND NOT EXISTS "
                "(SELECT 1 FROM alias a WHERE a.origin = e.origin AND a.label = e.label "
                "AND a.case_number = e.case_number) ORDER BY e.position");
    std::vector<std::pair<std::string, std::int64_t>> found;
    while (query.next()) {
        const auto logged = at(query.integer(0));
        found.emplace_back(logged->event.id, logged->event.case_id.number);
    }
    return found;
}

std::int64_t EventLog::first_since(core::Instant since) const {
    Query query(database_, "SELECT min(position) FROM event WHERE recorded_at >= ?", since);
    return query.next() && !query.is_null(0) ? query.integer(0) : INT64_MAX;
}

void EventLog::each(std::int64_t from, const std::function<void(const LoggedEvent&)>& each) const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE position >= ? ORDER BY position",
                from);
    while (query.next()) {
        each(row(query));
    }
}

void EventLog::lines(Query& query,
                     const std::function<void(const LineParts&, std::string_view)>& each) const {
    std::string id;
    while (query.next()) {
        write_uuid(id, query.view(1));
        each({.id = id,
              .label = query.view(3),
              .kind = query.view(4),
              .occurred_at = time(query, 5),
              .recorded_at = time(query, 7),
              .actor = query.view(9),
              .origin = origin_name(query.integer(10)),
              .seq = query.integer(11),
              .data = query.view(13)},
             query.view(12));
    }
}

void EventLog::each_line(std::int64_t from,
                         const std::function<void(const LineParts&, std::string_view)>& each) const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE position >= ? ORDER BY position",
                from);
    lines(query, each);
}

void EventLog::each_of(std::int64_t origin,
                       const std::function<void(const LineParts&, std::string_view)>& each) const {
    Query query(database_, "SELECT " SPOC_EVENT_COLUMNS " FROM event WHERE origin = ? ORDER BY seq", origin);
    lines(query, each);
}

std::vector<std::int64_t> EventLog::origins() const {
    Query query(database_, "SELECT number FROM origin ORDER BY number");
    std::vector<std::int64_t> numbers;
    while (query.next()) {
        numbers.push_back(query.integer(0));
    }
    return numbers;
}

std::vector<std::string> EventLog::attached() const {
    Query query(
        database_,
        "SELECT data ->> 'sha256' AS digest FROM event WHERE kind = 'attached' AND digest <> '' ORDER BY 1");
    return texts(query);
}

}  // namespace spoc::store
