#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"
#include "lib/store/event_line.hpp"
#include "lib/store/store.hpp"

namespace spoc::store {

class Database;
class Query;

/// The kind of event by which a store says what it calls a case that another store calls otherwise: its data
/// has that other name as `case`, the other store as `origin`, and as `recorded` the id of the event that
/// opened the case. It comes before the first event that needs it.
inline constexpr std::string_view renumbered = "renumbered";

/// How many events are added to the log at once, where many are.
inline constexpr std::size_t events_at_once = 16;

/// One row of the log.
struct LoggedEvent {
    std::int64_t position = 0;
    std::string label;  ///< the case, as it was named where the event was recorded
    core::Event event;  ///< its case id is the one here
};

/// How a case is called by the store that opened it.
struct CaseName {
    std::string label;        ///< "BOM-12"
    std::string system;       ///< "BOM"
    std::int64_t origin = 0;  ///< number of that store here
};

/// The event log: the only truth. Rows are added and read; all else is a redaction, which keeps a row's
/// place.
class EventLog {
public:
    explicit EventLog(Database& database) : database_(database) {}

    /// The number of an origin here; 0 if nothing of it is here.
    std::int64_t origin(std::string_view name) const;
    std::int64_t make_origin(std::string_view name);
    /// The name of an origin, until another one is made.
    const std::string& origin_name(std::int64_t number) const;
    std::optional<ChainHead> head(std::int64_t origin) const;

    /// Adds an event under its case here. Its position, or nothing if an event with this id is here already.
    std::optional<std::int64_t> add(const Entry& entry, std::int64_t origin);
    /// An event to be added, and the number of its origin.
    struct Addition {
        const Entry* entry;
        std::int64_t origin;
    };
    /// Adds `events_at_once` events whose ids are not here, in half the time that they take one by one. The
    /// position of the last.
    std::int64_t add(std::span<const Addition, events_at_once> additions);

    /// Puts other data in the place of an event's; its hash stays. This is the only way past the triggers.
    void replace(std::int64_t position, std::string_view actor, std::string_view data);
    /// Whether a `redacted` event of a case names an event, its hash, and the digest of what was left of it.
    bool has_redaction(std::int64_t case_number, std::string_view event, std::string_view was,
                       std::string_view now) const;
    /// The origins of such events.
    std::vector<std::string> redactors(std::int64_t case_number, std::string_view event, std::string_view was,
                                       std::string_view now) const;
    /// The digests of files and mails that an origin says it removed, or removed something from; in order.
    std::vector<std::string> removed(std::string_view origin) const;
    /// The digests of the mails alone.
    std::vector<std::string> removed_mails(std::string_view origin) const;
    /// Events before `position` that `redacted` events from there on are about, in order.
    std::vector<LoggedEvent> redacted_before(std::int64_t position) const;

    /// Puts the events of a case in the order in which they count: what opened it, which is the first, first.
    static void put_in_order(core::History& history);
    /// The events of a case as they count, what opened it first; empty if there is no such case.
    core::History history(std::int64_t case_number) const;
    std::optional<LoggedEvent> find(std::string_view id) const;
    std::optional<LoggedEvent> at(std::int64_t position) const;
    /// What opened a case.
    std::optional<LoggedEvent> opening(std::int64_t case_number) const;
    /// How the event that opened a case calls it: cheaper than the event itself.
    std::optional<CaseName> name_of(std::int64_t case_number) const;
    /// The events that make cards and use them, in the order recorded.
    core::History cards() const;
    /// The highest number of a case; 0 if there is none.
    std::int64_t highest_case() const;
    /// The next number of a case after `number`; 0 if there is none.
    std::int64_t next_case(std::int64_t number) const;
    bool has_case(std::int64_t number) const;

    /// The case here that an origin calls by a name which is another case's here; 0 if there is none such.
    std::int64_t alias(std::int64_t origin, std::string_view label) const;
    bool has_aliases() const;
    /// Whether a case other than `number` is called `label` by some store.
    bool is_shared(std::string_view label, std::int64_t number) const;
    void add_alias(std::int64_t origin, std::string_view label, std::int64_t number);
    /// The cases here that any other origin calls so.
    std::vector<std::int64_t> aliases(std::string_view label) const;
    /// Makes the aliases anew from the events.
    void restore_aliases();
    /// Whether `origin` has said what it calls the case; see `renumbered`.
    bool is_renumbered(std::int64_t case_number, std::string_view origin) const;

    /// The events that stand under another case than they are about, by the names that are known: their ids,
    /// and the numbers that they stand under.
    std::vector<std::pair<std::string, std::int64_t>> misfiled() const;

    /// The position of the first event recorded at or after `since`.
    std::int64_t first_since(core::Instant since) const;
    /// Calls `each` in the order recorded here, from a position on. As lines, nothing is parsed.
    void each(std::int64_t from, const std::function<void(const LoggedEvent&)>& each) const;
    void each_line(std::int64_t from,
                   const std::function<void(const LineParts&, std::string_view hash)>& each) const;
    /// The events of one origin in the order of their chain.
    void each_of(std::int64_t origin,
                 const std::function<void(const LineParts&, std::string_view hash)>& each) const;
    std::vector<std::int64_t> origins() const;
    /// The digests of the attachments that events name.
    std::vector<std::string> attached() const;

private:
    /// Calls the case that an event of another store names as it is called here.
    void call_as_here(core::Event& event, std::int64_t origin) const;
    LoggedEvent row(const Query& query) const;
    void lines(Query& query, const std::function<void(const LineParts&, std::string_view)>& each) const;

    Database& database_;
    mutable std::vector<std::string> origin_names_;  ///< by number
};

}  // namespace spoc::store
