#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/summary.hpp"
#include "lib/store/case_filter.hpp"
#include "lib/store/chain_head.hpp"
#include "lib/store/finding.hpp"
#include "lib/store/mail_record.hpp"
#include "lib/store/notice_sighting.hpp"
#include "lib/store/outbox_item.hpp"
#include "lib/store/progress.hpp"
#include "lib/store/search_hit.hpp"
#include "lib/store/transfer.hpp"

namespace spoc::store {

class Database;
class Snapshot;
class Transaction;
struct Parts;
class Writing;

/// A case whose next deadline moved because the terms changed.
struct MovedDeadline {
    core::CaseId id;
    std::optional<core::ClockName> clock;  ///< whose deadline it is now, else whose it was
    std::optional<core::Instant> from;
    std::optional<core::Instant> to;

    bool operator==(const MovedDeadline&) const = default;
};

/// One desk's store: the event log, what is derived from it, the outbox and the mails. Readers never block
/// and are never blocked; a writer waits for another one and then gives up. Every failure of the database is
/// a StoreError that names the file.
class Store {
public:
    /// Opens the store in the file `path`; makes it, and its folder, if there is none. `wait` is how long
    /// another writer is waited for. If `rules` are not those of the last time, open cases are
    /// computed anew, see moved().
    static Store open(const std::string& path, const core::Rules& rules,
                      std::chrono::milliseconds wait = std::chrono::seconds{5});
    /// A store to be looked at only: nothing is made, brought up to date or computed anew. Nothing if there
    /// is none, or one of another version.
    static std::optional<Store> glance(const std::string& path, const core::Rules& rules);
    /// An empty store that is gone with the object.
    static Store in_memory(const core::Rules& rules);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const std::string& path() const;    ///< ":memory:" if it is in no file
    bool is_file() const;               ///< whether what is written here is kept
    const std::string& origin() const;  ///< what this store calls itself in its events

    /// Takes `given`, adds what maintenance the notices announce, and computes open cases anew if that
    /// differs from what the projections were made by. Says which deadlines moved.
    std::vector<MovedDeadline> adopt(const core::Rules& given);
    /// The rules that the store works by, with the maintenance announced when it was opened.
    const core::Rules& rules() const;
    /// The deadlines that moved when the store was opened.
    const std::vector<MovedDeadline>& moved() const;

    /// What was recorded and committed through transactions since this was asked last.
    std::vector<core::Event> take_recorded();
    /// Whether a change that was asked for has been kept since the store was opened.
    bool has_committed() const;

    /// Starts writing. There is one transaction at a time in a store; without commit() nothing of it is kept.
    Transaction begin();
    /// The same, for what can be left undone: nothing if another program is writing just then.
    std::optional<Transaction> begin_at_once();

    /// While what is returned lives, everything that is read is of one moment.
    std::shared_ptr<const Snapshot> hold() const;

    /// The case that `text` names: "12", "BOM-12", "bom-12", a tag given by another store, or a reference of
    /// the vendor. Throws NotFound; Misuse if a reference fits several cases.
    core::CaseId resolve(std::string_view text) const;
    /// Every case known by a tag such as "BOM-12": this store's own first, then those that other stores call
    /// so.
    std::vector<core::CaseId> known_as(std::string_view tag) const;
    /// The cases with a reference of the vendor, in the order of their numbers.
    std::vector<core::CaseId> with_reference(std::string_view reference) const;
    /// How a case stands. Throws NotFound.
    core::CaseSummary summary(const core::CaseId& id) const;
    /// The same of the case with a number; nothing if there is none.
    std::optional<core::CaseSummary> summary_of(std::int64_t number) const;
    /// The events of a case in the order in which they count, after the one that opened it. Throws NotFound.
    core::History history(const core::CaseId& id) const;
    std::optional<core::Event> event(std::string_view id) const;

    using EachCase = std::function<void(const core::CaseSummary&)>;
    /// How much of a case is read: `listed` leaves out what no list shows, which are the event that recorded
    /// it, its next escalation, its trouble, and the offsets of its times.
    enum class Detail { whole, listed };
    /// Calls `each` for every case that fits, the most urgent first: by next deadline, then by number.
    void each_case(const CaseFilter& filter, const EachCase& each, Detail detail = Detail::whole) const;
    std::vector<core::CaseSummary> list(const CaseFilter& filter) const;
    /// The cases that fit and whose next rung of the ladder is due at or before `until`, the earliest first.
    std::vector<core::CaseSummary> escalations(const CaseFilter& filter, core::Instant until,
                                               Detail detail = Detail::whole) const;
    /// How many cases are open, overdue and so on at `now`; of one system, or of all.
    Counts counts(core::Instant now, core::Instant soon, std::string_view system = {}) const;

    /// The best matches of a query: words (beginnings of words fit), "phrases", and the terms `system:`,
    /// `type:`, `state:`, `category:` and `since:` (a date). Throws Misuse for a term with a value that makes
    /// no sense.
    std::vector<SearchHit> search(std::string_view query, std::size_t limit) const;
    /// Cases whose words are much like those of `text`, the most alike first.
    std::vector<SearchHit> similar(std::string_view text, std::size_t limit) const;

    /// The notices that have the words of a query, the best match first.
    std::vector<NoticeHit> search_notices(std::string_view query, std::size_t limit) const;
    /// The mails of the inbox that have the words of a query, oldest first.
    std::vector<MailRecord> search_inbox(std::string_view query) const;
    /// The events that make cards and use them, in the order recorded.
    core::History card_events() const;

    using EachEvent = std::function<void(const core::Event&)>;
    /// Calls `each` for the events in the order recorded here; with `since`, from the first on that was
    /// recorded at or after it.
    void each_event(std::optional<core::Instant> since, const EachEvent& each) const;
    /// The same as lines of the interchange form, each with its line end.
    void export_lines(std::optional<core::Instant> since,
                      const std::function<void(std::string_view)>& write) const;
    /// Takes events from an interchange file in one transaction. `progress` is called now and then with the
    /// number of lines read.
    ImportReport import_lines(const LineSource& next, OnFault on_fault,
                              const std::function<void(std::int64_t)>& progress = {});
    /// The newest event of an origin; of this store if `origin` is empty.
    std::optional<ChainHead> head(std::string_view origin = {}) const;

    /// When the latest event of all occurred and was recorded; absent if there is none. Cheap: says whether
    /// replayed() would differ.
    std::optional<core::Instant> latest_occurred() const;
    std::optional<core::Instant> latest_recorded() const;
    /// A store in memory that holds what had occurred by `now` and, if `as_of` is given, was recorded by
    /// then.
    Store replayed(core::Instant now, std::optional<core::Instant> as_of) const;

    /// Messages of the outbox in the order they came, without their bytes: those in a state, or all; and
    /// those that are neither sent nor dropped.
    std::vector<OutboxItem> outbox(std::optional<OutboxState> state = {}) const;
    std::vector<OutboxItem> unsettled() const;
    std::vector<OutboxItem> outbox_of_notice(std::int64_t notice) const;
    /// One message, with its bytes. Throws NotFound.
    OutboxItem outbox_item(std::int64_t id) const;

    std::optional<MailRecord> mail(MailRecord::Direction direction, std::string_view message_id) const;
    /// The incoming mail with these very bytes.
    std::optional<MailRecord> mail_with_digest(std::string_view sha256) const;
    std::optional<MailRecord> mail(std::int64_t id) const;
    /// The mails of a case, oldest first.
    std::vector<MailRecord> mails(const core::CaseId& id) const;
    /// The mails that came in about a notice, oldest first.
    std::vector<MailRecord> mails_about(std::int64_t notice) const;
    /// Every mail, oldest first.
    std::vector<MailRecord> all_mails() const;
    /// The mails that belong nowhere yet, oldest first.
    std::vector<MailRecord> inbox() const;
    /// The mails on cases that the user has not looked at, in the order in which they came.
    std::vector<MailRecord> unread_mails() const;

    /// The notices that are listed: all of them, or those that are unread or under way; the latest first.
    std::vector<core::Notice> notices(const NoticeFilter& filter, core::Instant now) const;
    /// The incidents and the maintenance that may have lasted at some time from `from` to `until`.
    std::vector<core::Notice> outages(core::Instant from, core::Instant until) const;
    /// The notices of a source that may still go on, oldest first.
    std::vector<core::Notice> unsettled_notices(std::string_view source) const;
    /// The maintenance of a system, or of all, that is not over at `now`, cancelled or not; the next first.
    std::vector<core::Notice> maintenance_ahead(std::string_view system, core::Instant now) const;
    /// How many are unread or under way.
    std::int64_t notice_count(core::Instant now) const;
    /// Throws NotFound.
    core::Notice notice(std::int64_t id) const;
    /// The notices that were first seen from `from` until `until`.
    std::vector<core::Notice> notices_seen(core::Instant from, core::Instant until) const;
    /// How the notice read before it last changed; absent if it never did.
    std::optional<core::Notice> notice_before(std::int64_t id) const;

    /// The content kept under `sha256`. Throws NotFound, or StoreError if it is no longer what it was.
    std::string attachment(std::string_view sha256) const;
    bool has_attachment(std::string_view sha256) const;

    /// The digests of all contents that are kept, and of those that were redacted.
    std::vector<std::string> attachments() const;
    std::vector<std::string> removed() const;
    /// Makes sure that what was removed stands in no file of the store any more, for a redaction that was cut
    /// off before it had done so too.
    Leftover finish_wipe();
    /// The messages about a case, without their bytes.
    std::vector<OutboxItem> outbox_of_case(const core::CaseId& id) const;

    /// What was remembered under `key`; absent if nothing was.
    std::optional<std::string> remembered(std::string_view key) const;

    /// Looks the whole store over. `now` tells what lies in the future.
    std::vector<Finding> doctor(core::Instant now) const;
    /// Makes everything derived anew from the event log.
    void rebuild(const Progress& progress = {});
    /// Writes a consistent copy to `file`, which must not exist yet.
    void backup(const std::string& file, const Progress& progress = {}) const;

    /// For the other parts of this layer.
    Database& database() const;

private:
    void index_notices();
    explicit Store(std::unique_ptr<Parts> parts);
    static Store in_memory(const core::Rules& rules, std::optional<std::vector<core::Window>> windows);
    /// The maintenance that was announced before it began, as it was known at `as_of`, or is known now.
    std::vector<core::Window> announced_windows(std::optional<core::Instant> as_of) const;

    std::unique_ptr<Parts> parts_;
};

/// One change of the store: all of it, or nothing.
class Transaction {
public:
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Opens a case with the next number; `recorded` is the event that opens it and needs no case id. Returns
    /// the event as it is stored.
    core::Event open_case(std::string_view system, core::Event recorded);
    /// Appends an event to a case that exists, and gives it its id, origin, number and hash. Throws NotFound,
    /// or Misuse if the event cannot be.
    core::Event append(core::Event event);

    /// Puts `less`, an event of the store with something removed from its data or its actor, in the place of
    /// what it was. `notice`, an event of the kind `redacted`, is appended to its case and says so; the hash
    /// of what it was stays, so that the chain still holds. Throws Conflict if more is changed than removed.
    core::Event redact(const core::Event& less, core::Event notice);
    /// Puts what was left of a mail or a message of the outbox in its place.
    void redact(const MailRecord& less);
    void redact(const OutboxItem& less);

    /// Puts a message into the outbox, as a draft or waiting, and returns its number.
    std::int64_t enqueue(const OutboxItem& item);
    /// Moves a message of the outbox on. `sending` is committed before the courier is called. `error` says
    /// why an attempt failed. Throws NotFound, or ImpossibleTransition, such as sending what was sent.
    void mark(std::int64_t outbox, OutboxState state, core::Instant now, std::string_view error = {});
    /// Marks a message of the outbox as come back undeliverable, unless it is a draft or dropped.
    void give_back(std::int64_t outbox, core::Instant now, std::string_view error);
    /// Connects a message of the outbox with the event that says that it went.
    void settle(std::int64_t outbox, std::string_view event);

    /// Remembers a mail; returns its number.
    std::int64_t file(const MailRecord& mail);
    /// Changes what is remembered of a mail of the inbox: where it was filed, and what was answered. Throws
    /// Conflict if it is there no more.
    void refile(const MailRecord& mail);

    /// A mail on a case waits for the user to look at it.
    void mark_mail_unread(std::int64_t mail);
    /// The user has looked at the mails of a case.
    void mark_mails_read(const core::CaseId& id);

    /// Takes a notice as its source tells it now: a new one, an update of a known one, or nothing new.
    NoticeSighting see(const core::Notice& notice, core::Instant now);
    /// The user has seen it.
    void mark_read(std::int64_t notice);
    /// Brings a notice back to where it is seen.
    void mark_unread(std::int64_t notice);

    /// Keeps content beside the store and returns its SHA-256. It is there for good before commit() begins;
    /// content that no event names does no harm.
    std::string keep(std::string_view content);

    /// Remembers that these contents must still be discarded, and the store's files wiped.
    void owe_wipe(const std::vector<std::string>& digests);

    /// Remembers a value under a key, in place of an earlier one.
    void remember(std::string_view key, std::string_view value);

    /// The events of a case, those of this transaction included.
    core::History history(const core::CaseId& id) const;

    /// Brings what is derived from the events up to date and makes it all last.
    void commit();

private:
    friend class Store;
    explicit Transaction(Parts& parts);
    Transaction(Parts& parts, std::unique_ptr<Writing> writing);
    static std::optional<Transaction> at_once(Parts& parts);

    Parts* parts_;
};

}  // namespace spoc::store
