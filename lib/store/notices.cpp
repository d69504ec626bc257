#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/core/notice_diff.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/database.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/query_terms.hpp"
#include "lib/store/search_index.hpp"
#include "lib/store/store.hpp"

namespace spoc::store {

namespace {

#define SPOC_NOTICE_COLUMNS                                                                             \
    "SELECT id, source, guid, title, link, published_at, updated_at, kind, state, starts_at, ends_at, " \
    "summary, "                                                                                         \
    "system, interface, components, began_at, over_at, seen_at, body FROM notice "

std::vector<std::string> texts(std::string_view json) {
    std::vector<std::string> list;
    const auto value = core::parse_json(json);
    if (const auto* items = value.list()) {
        for (const auto& item : *items) {
            list.push_back(item.text() == nullptr ? std::string{} : *item.text());
        }
    }
    return list;
}

std::string json(const std::vector<std::string>& list) {
    return core::json(core::List(list.begin(), list.end()));
}

core::Notice row(const Query& query) {
    core::Notice notice;
    notice.id = query.integer(0);
    notice.source = query.text(1);
    notice.guid = query.text(2);
    notice.title = query.text(3);
    notice.link = query.text(4);
    notice.published_at = query.optional_instant(5);
    notice.updated_at = query.optional_instant(6);
    notice.kind = static_cast<core::NoticeKind>(query.number(7));
    notice.state = query.text(8);
    notice.starts_at = query.optional_instant(9);
    notice.ends_at = query.optional_instant(10);
    notice.summary = query.text(11);
    notice.system = query.text(12);
    notice.interface = query.text(13);
    notice.components = texts(query.view(14));
    notice.began_at = query.optional_instant(15);
    notice.over_at = query.optional_instant(16);
    notice.seen_at = query.optional_instant(17);
    notice.body = query.text(18);
    return notice;
}

std::vector<core::Notice> all(Query&& query) {
    std::vector<core::Notice> list;
    while (query.next()) {
        list.push_back(row(query));
    }
    return list;
}

std::optional<core::Notice> one(Query&& query) {
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

/// What people compare: how the notice read, in a form that can be read back.
std::string content(const core::Notice& notice) {
    const auto seconds = [](std::optional<core::Instant> at) {
        return at ? core::Value(std::int64_t{at->time_since_epoch().count()}) : core::Value();
    };
    return core::json(core::Members{{"title", notice.title},
                                    {"state", notice.state},
                                    {"starts_at", seconds(notice.starts_at)},
                                    {"ends_at", seconds(notice.ends_at)},
                                    {"summary", notice.summary}});
}

std::optional<core::Instant> instant(const core::Value& value, std::string_view member) {
    const auto* found = value.find(member);
    const auto* seconds = found == nullptr ? nullptr : found->integer();
    return seconds == nullptr ? std::nullopt : std::optional(core::Instant{core::Seconds{*seconds}});
}

core::Notice read_back(core::Notice notice, std::string_view text) {
    const auto value = core::parse_json(text);
    notice.title = value.text_of("title");
    notice.state = value.text_of("state");
    notice.starts_at = instant(value, "starts_at");
    notice.ends_at = instant(value, "ends_at");
    notice.summary = value.text_of("summary");
    return notice;
}

/// Puts the words of a notice where they are searched.
void index(Database& database, std::int64_t id, const core::Notice& notice) {
    Query(database, "INSERT OR REPLACE INTO notice_search (rowid, body) VALUES (?, ?)", id,
          core::fold_search_text(notice.title + ' ' + notice.summary))
        .run();
}

void insert(Database& database, const core::Notice& notice, core::Instant now) {
    Query(database,
          "INSERT INTO notice (source, guid, title, link, published_at, updated_at, kind, state, starts_at, "
          "ends_at, "
          "summary, system, interface, components, began_at, over_at, seen_at, changed_at, settled, body, "
          "unread, "
          "before) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '')",
          notice.source, notice.guid, notice.title, notice.link, notice.published_at, notice.updated_at,
          notice.kind, notice.state, notice.starts_at, notice.ends_at, notice.summary, notice.system,
          notice.interface, json(notice.components), notice.began_at, notice.over_at, now, now,
          core::settled(notice), notice.body)
        .run();
}

void update(Database& database, const core::Notice& notice, const core::Notice& before, core::Instant now) {
    Query(database,
          "UPDATE notice SET title = ?, link = ?, published_at = ?, updated_at = ?, kind = ?, state = ?, "
          "starts_at = ?, "
          "ends_at = ?, summary = ?, components = ?, began_at = ?, over_at = ?, changed_at = ?, settled = ?, "
          "body = ?, unread = 1, "
          "before = ? WHERE id = ?",
          notice.title, notice.link, notice.published_at, notice.updated_at, notice.kind, notice.state,
          notice.starts_at, notice.ends_at, notice.summary, json(notice.components), notice.began_at,
          notice.over_at, now, core::settled(notice), notice.body, content(before), before.id)
        .run();
}

/// Takes the schedule that a notice told at `told` as announced, if that was before it began, and before what
/// was announced earlier began.
void announce(Database& database, std::int64_t id, core::Instant told) {
    Query(
        database,
        "UPDATE notice SET announced_from = starts_at, announced_until = ends_at WHERE id = ?1 AND kind = 3 "
        "AND ?2 <= starts_at AND coalesce(announced_from, ?2) >= ?2 AND starts_at < ends_at",
        id, told)
        .run();
}

}  // namespace

std::vector<core::Notice> Store::notices(const NoticeFilter& filter, core::Instant now) const {
    auto& database = *parts_->database;
    const auto limit = filter.limit > 0 ? filter.limit : std::int64_t{-1};
    if (filter.scope == NoticeScope::all) {
        return all(Query(database,
                         SPOC_NOTICE_COLUMNS "WHERE ?1 = '' OR system = ?1 ORDER BY id DESC LIMIT ?2",
                         filter.system, limit));
    }
    return all(Query(database,
                     SPOC_NOTICE_COLUMNS
                     "WHERE id IN ("
                     "SELECT id FROM (SELECT id FROM notice WHERE unread = 1 AND (?1 = '' OR system = ?1) "
                     "ORDER BY id DESC LIMIT ?2) UNION "
                     "SELECT id FROM (SELECT id FROM notice WHERE settled = 0 AND kind IN (2, 3) "
                     "AND (ends_at IS NULL OR ends_at > ?3) AND (?1 = '' OR system = ?1) "
                     "ORDER BY +id DESC LIMIT ?2) UNION "  // +: by notice_current
                     "SELECT id FROM notice WHERE changed_at >= ?4 AND (?1 = '' OR system = ?1)) "
                     "ORDER BY id DESC LIMIT ?2",
                     filter.system, limit, now, filter.changed_since));
}

std::int64_t Store::notice_count(core::Instant now) const {
    Query query(*parts_->database,
                "SELECT (SELECT count(*) FROM notice WHERE unread = 1) + (SELECT count(*) FROM notice "
                "WHERE settled = 0 AND kind IN (2, 3) AND (ends_at IS NULL OR ends_at > ?) AND unread = 0)",
                now);
    return query.next() ? query.integer(0) : 0;
}

core::Notice Store::notice(std::int64_t id) const {
    if (auto found = one(Query(*parts_->database, SPOC_NOTICE_COLUMNS "WHERE id = ?", id))) {
        return *std::move(found);
    }
    throw core::NotFound("there is no notice {}", id);
}

std::vector<core::Notice> Store::notices_seen(core::Instant from, core::Instant until) const {
    return all(Query(*parts_->database, SPOC_NOTICE_COLUMNS "WHERE seen_at >= ? AND seen_at < ? ORDER BY id",
                     from, until));
}

std::vector<core::Notice> Store::outages(core::Instant from, core::Instant until) const {
    return all(Query(*parts_->database,
                     SPOC_NOTICE_COLUMNS
                     "WHERE kind IN (2, 3) AND coalesce(began_at, starts_at, published_at, seen_at) <= ?2 "
                     "AND coalesce(over_at, ends_at, updated_at, ?1) >= ?1 ORDER BY id",
                     from, until));
}

std::vector<core::Notice> Store::unsettled_notices(std::string_view source) const {
    return all(
        Query(*parts_->database, SPOC_NOTICE_COLUMNS "WHERE source = ? AND settled = 0 ORDER BY id", source));
}

std::vector<core::Notice> Store::maintenance_ahead(std::string_view system, core::Instant now) const {
    return all(Query(*parts_->database,
                     SPOC_NOTICE_COLUMNS
                     "WHERE kind = 3 AND starts_at IS NOT NULL AND coalesce(ends_at, starts_at) > ?2 "
                     "AND (?1 = '' OR system = ?1) ORDER BY starts_at, id",
                     system, now));
}

std::vector<NoticeHit> Store::search_notices(std::string_view query, std::size_t limit) const {
    const auto terms = parse_query(query, *parts_->rules.terms.systems.front().zone);
    const auto expression = match_expression(terms);
    const auto& filter = terms.filter;
    const bool wanted = terms.sought == Sought::everything || terms.sought == Sought::notices;
    if (!wanted || expression.empty() || filter.state || filter.category || filter.type) {
        return {};
    }
    auto found =
        all(Query(*parts_->database,
                  SPOC_NOTICE_COLUMNS
                  "JOIN (SELECT rowid AS number, rank FROM notice_search WHERE notice_search MATCH ?1) "
                  "ON number = id WHERE (?2 = '' OR system = ?2) AND (?3 IS NULL OR seen_at >= ?3) "
                  "ORDER BY rank, id DESC LIMIT ?4",
                  expression, filter.system, filter.since, static_cast<std::int64_t>(limit)));
    std::vector<NoticeHit> hits;
    for (auto& notice : found) {
        auto line = matching_line(notice.title + '\n' + notice.text(), terms.phrases);
        hits.push_back({.notice = std::move(notice), .line = std::move(line)});
    }
    return hits;
}

void Store::index_notices() {
    auto& database = *parts_->database;
    database.execute("DELETE FROM notice_search");
    for (const auto& notice : all(Query(database, SPOC_NOTICE_COLUMNS))) {
        index(database, notice.id, notice);
    }
}

std::vector<core::Window> Store::announced_windows(std::optional<core::Instant> as_of) const {
    Query query(
        *parts_->database,
        "SELECT announced_from, min(announced_until, coalesce(over_at, announced_until)) AS until, system "
        "FROM notice WHERE kind = 3 AND announced_from < until AND interface = '' "
        "AND state NOT IN ('cancelled', 'canceled') AND (?1 IS NULL OR seen_at <= ?1) "
        "ORDER BY announced_from, until, system",
        as_of);
    std::vector<core::Window> windows;
    while (query.next()) {
        windows.push_back({.from = query.instant(0), .until = query.instant(1), .system = query.text(2)});
    }
    return windows;
}

std::optional<core::Notice> Store::notice_before(std::int64_t id) const {
    Query query(*parts_->database, "SELECT before FROM notice WHERE id = ?", id);
    if (!query.next() || query.view(0).empty()) {
        return std::nullopt;
    }
    const auto text = query.text(0);
    return read_back(notice(id), text);
}

NoticeSighting Transaction::see(const core::Notice& notice, core::Instant now) {
    auto& database = *parts_->database;
    const auto known =
        one(Query(database, SPOC_NOTICE_COLUMNS "WHERE source = ? AND guid = ?", notice.source, notice.guid));
    if (!known) {
        insert(database, notice, now);
        const auto id = database.connection().getLastInsertRowid();
        index(database, id, notice);
        announce(database, id, std::min(now, notice.published_at.value_or(now)));
        return {.id = id, .change = NoticeSighting::Change::added};
    }
    const auto told = core::still_about(*known, notice);
    if (!core::differs(*known, told)) {
        return {.id = known->id, .change = NoticeSighting::Change::none};
    }
    update(database, told, *known, now);
    index(database, known->id, told);
    announce(database, known->id, now);
    return {.id = known->id, .change = NoticeSighting::Change::updated};
}

void Transaction::mark_read(std::int64_t notice) {
    Query(*parts_->database, "UPDATE notice SET unread = 0 WHERE id = ? AND unread = 1", notice).run();
}

void Transaction::mark_unread(std::int64_t notice) {
    Query(*parts_->database, "UPDATE notice SET unread = 1 WHERE id = ? AND unread = 0", notice).run();
}

}  // namespace spoc::store
