#include "lib/store/outbox_table.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include <unistd.h>

namespace spoc::store {

namespace {

constexpr std::array<std::string_view, 7> words = {"draft",  "waiting", "sending", "sent",
                                                   "failed", "unknown", "dropped"};

#define SPOC_OUTBOX_COLUMNS                                                                            \
    "o.id, o.case_number, c.system, o.notice, o.event, o.kind, o.recipient, o.subject, o.message_id, " \
    "o.state, "                                                                                        \
    "o.created_at, o.changed_at, o.attempts, o.error, o.sender, o.returned, o.overridden"
#define SPOC_OUTBOX_SOURCE " FROM outbox o LEFT JOIN cases c ON c.number = o.case_number "

bool is_settled(OutboxState state) {
    return state == OutboxState::sent || state == OutboxState::dropped;
}

/// When a process started, in the kernel's ticks: with its number this names it, also after the number was
/// given to another. Empty if there is no such process.
std::string started(const std::string& process) {
    std::ifstream in("/proc/" + process + "/stat");
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    const auto name_end = line.rfind(')');
    if (name_end == std::string::npos) {
        return {};
    }
    constexpr int fields_between = 19;  // proc(5): the name is field 2, the start field 22
    auto at = name_end + 1;
    for (int field = 0; field < fields_between && at != std::string::npos; ++field) {
        at = line.find(' ', at + 1);
    }
    return at == std::string::npos ? std::string() : line.substr(at + 1, line.find(' ', at + 1) - at - 1);
}

std::string this_process() {
    const auto number = std::to_string(::getpid());
    return number + ":" + started(number);
}

bool is_running(const std::string& process) {
    const auto colon = process.find(':');
    return colon != std::string::npos && !process.substr(colon + 1).empty() &&
           started(process.substr(0, colon)) == process.substr(colon + 1);
}

/// What is being sent by a process that is gone is in doubt.
OutboxState state_of(std::string_view word, std::string_view sender) {
    const auto state = outbox_state(word).value_or(OutboxState::unknown);
    const bool is_lost = state == OutboxState::sending && !is_running(std::string(sender));
    return is_lost ? OutboxState::unknown : state;
}

OutboxItem row(const Query& query) {
    OutboxItem item;
    item.id = query.integer(0);
    if (!query.is_null(2)) {
        item.case_id = core::CaseId{query.text(2), query.integer(1)};
    }
    item.notice = query.optional_integer(3);
    item.event = query.text(4);
    item.kind = query.text(5);
    item.recipient = query.text(6);
    item.subject = query.text(7);
    item.message_id = query.text(8);
    item.state = state_of(query.view(9), query.view(14));
    item.created_at = query.instant(10);
    item.changed_at = query.instant(11);
    item.attempts = query.number(12);
    item.error = query.text(13);
    item.returned = query.integer(15) != 0;
    if (const auto overridden = query.text(16); !overridden.empty()) {
        item.overridden = core::parse_json(overridden);
    }
    return item;
}

std::vector<OutboxItem> rows(Query& query) {
    std::vector<OutboxItem> items;
    while (query.next()) {
        items.push_back(row(query));
    }
    return items;
}

/// Whether a message may go from one state to another.
bool may_become(OutboxState from, OutboxState to) {
    using enum OutboxState;
    switch (to) {
        case draft:
            return false;
        case waiting:
            return from == draft || from == failed || from == unknown;
        case sending:
            return from == draft || from == waiting || from == failed || from == unknown;
        case sent:
            return from != sent && from != dropped;
        case failed:
            return from == sending || from == waiting;
        case unknown:
            return from == sending;
        case dropped:
            return from != sent && from != sending;
    }
    return false;
}

}  // namespace

std::string_view word(OutboxState state) {
    return words.at(static_cast<std::size_t>(state));
}

std::optional<OutboxState> outbox_state(std::string_view word) {
    const auto* const found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<OutboxState>(found - words.begin()));
}

std::int64_t OutboxTable::add(const OutboxItem& item) {
    const auto case_number = item.case_id ? std::optional(item.case_id->number) : std::nullopt;
    Query(database_,
          "INSERT INTO outbox (case_number, notice, event, kind, recipient, subject, message_id, message, "
          "state, "
          "settled, created_at, changed_at, attempts, error, sender, overridden) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)",
          case_number, item.notice, item.event, item.kind, item.recipient, item.subject, item.message_id,
          Blob{item.message}, word(item.state), is_settled(item.state), item.created_at, item.changed_at,
          item.attempts, item.error,
          item.overridden.members() == nullptr ? std::string() : core::json(item.overridden))
        .run();
    return database_.connection().getLastInsertRowid();
}

std::vector<OutboxItem> OutboxTable::list(std::optional<OutboxState> state) const {
    Query query(database_, "SELECT " SPOC_OUTBOX_COLUMNS SPOC_OUTBOX_SOURCE "ORDER BY o.id");
    auto items = rows(query);
    std::erase_if(items, [&](const OutboxItem& item) { return state && item.state != *state; });
    return items;
}

std::vector<OutboxItem> OutboxTable::unsettled() const {
    Query query(database_,
                "SELECT " SPOC_OUTBOX_COLUMNS SPOC_OUTBOX_SOURCE "WHERE o.settled = 0 ORDER BY o.id");
    return rows(query);
}

std::vector<OutboxState> OutboxTable::unsettled_states() const {
    Query query(database_, "SELECT state, sender FROM outbox WHERE settled = 0");
    std::vector<OutboxState> states;
    while (query.next()) {
        states.push_back(state_of(query.view(0), query.view(1)));
    }
    return states;
}

std::vector<OutboxItem> OutboxTable::of_notice(std::int64_t notice) const {
    Query query(database_,
                "SELECT " SPOC_OUTBOX_COLUMNS SPOC_OUTBOX_SOURCE "WHERE o.notice = ? ORDER BY o.id", notice);
    return rows(query);
}

OutboxItem OutboxTable::get(std::int64_t id) const {
    Query query(database_, "SELECT " SPOC_OUTBOX_COLUMNS ", o.message" SPOC_OUTBOX_SOURCE "WHERE o.id = ?",
                id);
    if (!query.next()) {
        throw core::NotFound("there is no message {} in the outbox", id);
    }
    auto item = row(query);
    item.message = query.text(17);
    return item;
}

void OutboxTable::mark(std::int64_t id, OutboxState state, core::Instant now, std::string_view error) {
    const auto item = get(id);
    if (!may_become(item.state, state)) {
        throw core::ImpossibleTransition("message {} is {} and cannot become {}", id, word(item.state),
                                         word(state));
    }
    const bool attempt = state == OutboxState::sending;
    Query(database_,
          "UPDATE outbox SET state = ?, settled = ?, changed_at = ?, attempts = attempts + ?, error = ?, "
          "sender = ?, returned = 0 "
          "WHERE id = ?",
          word(state), is_settled(state), now, attempt, error, attempt ? this_process() : std::string(), id)
        .run();
}

bool OutboxTable::give_back(std::int64_t id, core::Instant now, std::string_view error) {
    const auto state = get(id).state;
    if (state == OutboxState::dropped || state == OutboxState::draft) {
        return false;
    }
    Query(database_,
          "UPDATE outbox SET state = 'failed', settled = 0, changed_at = ?, error = ?, sender = '', "
          "returned = 1 WHERE id = ?",
          now, error, id)
        .run();
    return true;
}

void OutboxTable::replace(const OutboxItem& item) {
    Query(database_,
          "UPDATE outbox SET recipient = ?, subject = ?, message_id = ?, message = ?, error = ?, overridden "
          "= ? "
          "WHERE id = ?",
          item.recipient, item.subject, item.message_id, Blob{item.message}, item.error,
          item.overridden.members() == nullptr ? std::string() : core::json(item.overridden), item.id)
        .run();
}

std::vector<OutboxItem> OutboxTable::of_case(std::int64_t number) const {
    Query query(database_,
                "SELECT " SPOC_OUTBOX_COLUMNS SPOC_OUTBOX_SOURCE "WHERE o.case_number = ? ORDER BY o.id",
                number);
    return rows(query);
}

void OutboxTable::connect(std::int64_t id, std::string_view event) {
    Query(database_, "UPDATE outbox SET event = ? WHERE id = ?", event, id).run();
}

}  // namespace spoc::store
