#include "lib/store/store.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lib/core/error.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/backup.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/doctor.hpp"
#include "lib/store/export.hpp"
#include "lib/store/import.hpp"
#include "lib/store/migrations.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/redacting.hpp"
#include "lib/store/replay.hpp"
#include "lib/store/search.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = failure == std::errc{} && stop == text.data() + text.size() && number > 0;
    return whole ? std::optional(number) : std::nullopt;
}

[[noreturn]] void no_case(std::string_view text) {
    throw core::NotFound(
        core::sentence("there is no case {}", text),
        {core::sentence("`spoc report` lists the open cases, `spoc find` searches all of them.")});
}

}  // namespace

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::string& path, const core::Rules& rules, std::chrono::milliseconds wait) {
    const auto folder = std::filesystem::path(path).parent_path() / "attachments";
    Store store(std::make_unique<Parts>(open_file(path, wait), folder));
    store.parts_->moved = store.adopt(rules);
    return store;
}

std::optional<Store> Store::glance(const std::string& path, const core::Rules& rules) {
    try {
        auto database =
            std::make_unique<Database>(path, Database::Access::read_write, std::chrono::milliseconds{0});
        if (!is_current(*database)) {
            return std::nullopt;
        }
        Store store(std::make_unique<Parts>(std::move(database), std::filesystem::path{}));
        store.parts_->rules = rules;
        return store;
    } catch (const core::StoreError&) {
        return std::nullopt;
    }
}

Store Store::in_memory(const core::Rules& rules) {
    return in_memory(rules, std::nullopt);
}

Store Store::in_memory(const core::Rules& rules, std::optional<std::vector<core::Window>> windows) {
    auto database =
        std::make_unique<Database>(":memory:", Database::Access::read_write, std::chrono::milliseconds{0});
    migrate(*database);
    Store store(std::make_unique<Parts>(std::move(database), std::filesystem::path{}));
    store.parts_->windows = std::move(windows);
    store.adopt(rules);
    return store;
}

const std::string& Store::path() const {
    return parts_->database->path();
}

bool Store::is_file() const {
    return parts_->database->is_file();
}

const std::string& Store::origin() const {
    return parts_->origin;
}

const std::vector<MovedDeadline>& Store::moved() const {
    return parts_->moved;
}

std::vector<core::Event> Store::take_recorded() {
    return std::exchange(parts_->recorded, {});
}

bool Store::has_committed() const {
    return parts_->committed;
}

Database& Store::database() const {
    return *parts_->database;
}

const core::Rules& Store::rules() const {
    if (!parts_->windows) {
        parts_->windows = announced_windows(std::nullopt);
    }
    parts_->rules.windows = *parts_->windows;
    return parts_->rules;
}

std::vector<MovedDeadline> Store::adopt(const core::Rules& given) {
    parts_->rules = given;
    const auto source = source_of(given);
    if (!source.empty() && parts_->meta.get("rules_source") == source) {
        return {};
    }
    const auto& adopted = given.terms.exclude_windows() ? rules() : parts_->rules;
    if (parts_->meta.get("rules") == fingerprint(adopted)) {
        return {};  // the source is remembered by the next who writes: to look is not to write
    }
    Writing writing(*parts_);
    if (parts_->meta.get("rules") == fingerprint(adopted)) {
        return {};  // another spoc was faster
    }
    std::vector<MovedDeadline> moved;
    const auto refresh = [&](std::int64_t number) {
        if (auto move = writing.refresh(number)) {
            moved.push_back(std::move(*move));
        }
    };
    const auto vendors_now = vendors(adopted);
    if (parts_->meta.get("vendors").value_or("") == vendors_now) {
        std::ranges::for_each(parts_->cases.open_numbers(), refresh);
    } else {
        for (auto number = parts_->log.next_case(0); number > 0; number = parts_->log.next_case(number)) {
            refresh(number);
        }
    }
    mark_made_by(parts_->meta, adopted);
    writing.finish();
    return moved;
}

std::shared_ptr<const Snapshot> Store::hold() const {
    return std::make_shared<const Snapshot>(*parts_->database);
}

Transaction Store::begin() {
    return Transaction(*parts_);
}

std::optional<Transaction> Store::begin_at_once() {
    return Transaction::at_once(*parts_);
}

core::CaseId Store::resolve(std::string_view text) const {
    const Snapshot snapshot(*parts_->database);
    if (const auto number = whole_number(text)) {
        if (const auto summary = parts_->cases.find(*number)) {
            return summary->id;
        }
    }
    if (const auto tagged = known_as(text); !tagged.empty()) {
        const auto here = std::ranges::find(tagged, core::parse_case_id(text).value());
        return here == tagged.end() ? tagged.front() : *here;  // who reads a name here means it as it is here
    }
    const auto referenced = with_reference(text);
    if (referenced.empty()) {
        no_case(text);
    }
    if (referenced.size() > 1) {
        std::string names;
        for (const auto& id : referenced) {
            names.append(names.empty() ? "" : ", ").append(core::text(id));
        }
        throw core::Misuse("the reference {} is that of several cases: {}", text, names);
    }
    return referenced.front();
}

std::vector<core::CaseId> Store::known_as(std::string_view tag) const {
    std::vector<core::CaseId> ids;
    const auto tagged = core::parse_case_id(tag);
    if (!tagged) {
        return ids;
    }
    const auto own = parts_->cases.find(tagged->number);
    const bool is_here = own && own->id == *tagged;
    // A number that was only given to another desk's case here has stood in no mail.
    const bool was_called =
        is_here && Query(*parts_->database, "SELECT 1 FROM event WHERE case_number = ? AND label = ? LIMIT 1",
                         tagged->number, core::text(*tagged))
                       .next();
    if (was_called) {
        ids.push_back(own->id);
    }
    for (const auto number : parts_->log.aliases(core::text(*tagged))) {
        const core::CaseId id{tagged->system, number};
        if (std::ranges::find(ids, id) == ids.end()) {
            ids.push_back(id);
        }
    }
    if (is_here && !was_called) {
        ids.push_back(own->id);
    }
    return ids;
}

std::vector<core::CaseId> Store::with_reference(std::string_view reference) const {
    return parts_->cases.with_reference(core::fold_search_text(reference));
}

std::optional<core::CaseSummary> Store::summary_of(std::int64_t number) const {
    return parts_->cases.find(number);
}

core::CaseSummary Store::summary(const core::CaseId& id) const {
    auto summary = parts_->cases.find(id.number);
    if (!summary || summary->id != id) {
        no_case(core::text(id));
    }
    return *summary;
}

core::History Store::history(const core::CaseId& id) const {
    auto history = parts_->log.history(id.number);
    if (history.empty() || history.front().case_id != id) {
        no_case(core::text(id));
    }
    return history;
}

std::optional<core::Event> Store::event(std::string_view id) const {
    auto found = parts_->log.find(id);
    return found ? std::optional(std::move(found->event)) : std::nullopt;
}

void Store::each_case(const CaseFilter& filter, const EachCase& each, Detail detail) const {
    const Snapshot snapshot(*parts_->database);
    if (filter.text.empty()) {
        parts_->cases.each(filter, each, detail);
    } else {
        each_with_text(*parts_, filter, each);
    }
}

std::vector<core::CaseSummary> Store::list(const CaseFilter& filter) const {
    std::vector<core::CaseSummary> cases;
    each_case(filter, [&](const core::CaseSummary& summary) { cases.push_back(summary); });
    return cases;
}

std::vector<core::CaseSummary> Store::escalations(const CaseFilter& filter, core::Instant until,
                                                  Detail detail) const {
    std::vector<core::CaseSummary> cases;
    parts_->cases.each_escalation(
        filter, until, [&](const core::CaseSummary& summary) { cases.push_back(summary); }, detail);
    return cases;
}

Counts Store::counts(core::Instant now, core::Instant soon, std::string_view system) const {
    const Snapshot snapshot(*parts_->database);
    auto counts = parts_->tallies.counts(now, soon, system);
    for (const auto state : parts_->outbox.unsettled_states()) {
        const bool waits = state == OutboxState::draft || state == OutboxState::waiting;
        (waits ? counts.outbox_waiting : counts.outbox_in_trouble) += state == OutboxState::sending ? 0 : 1;
    }
    counts.notices = notice_count(now);
    const auto waiting = parts_->mail.waiting();
    counts.inbox = waiting.inbox;
    counts.unread_mails = waiting.unread;
    return counts;
}

std::vector<SearchHit> Store::search(std::string_view query, std::size_t limit) const {
    const Snapshot snapshot(*parts_->database);
    auto hits = find_hits(*parts_, query, limit);
    for (const auto& id : known_as(query)) {  // a case's own name
        auto opening = parts_->log.opening(id.number);
        const bool known =
            std::ranges::any_of(hits, [&](const SearchHit& hit) { return hit.summary.id == id; });
        if (opening && !known && limit > 0) {
            auto found = summary(id);
            auto title = found.title;
            hits.insert(hits.begin(), {std::move(found), std::move(opening->event), std::move(title)});
        }
    }
    hits.resize(std::min(hits.size(), limit));
    return hits;
}

std::vector<SearchHit> Store::similar(std::string_view text, std::size_t limit) const {
    const Snapshot snapshot(*parts_->database);
    return find_similar(*parts_, text, limit);
}

std::vector<MailRecord> Store::search_inbox(std::string_view query) const {
    const Snapshot snapshot(*parts_->database);
    return find_in_inbox(*parts_, query);
}

core::History Store::card_events() const {
    return parts_->log.cards();
}

void Store::each_event(std::optional<core::Instant> since, const EachEvent& each) const {
    const Snapshot snapshot(*parts_->database);
    parts_->log.each(since ? parts_->log.first_since(*since) : 0,
                     [&](const LoggedEvent& logged) { each(logged.event); });
}

void Store::export_lines(std::optional<core::Instant> since,
                         const std::function<void(std::string_view)>& write) const {
    give_lines(*parts_, since, write);
}

ImportReport Store::import_lines(const LineSource& next, OnFault on_fault,
                                 const std::function<void(std::int64_t)>& progress) {
    return take_lines(*parts_, next, on_fault, progress);
}

std::optional<ChainHead> Store::head(std::string_view origin) const {
    return parts_->log.head(parts_->log.origin(origin.empty() ? parts_->origin : origin));
}

std::optional<core::Instant> Store::latest_occurred() const {
    return parts_->meta.instant("latest_occurred");
}

std::optional<core::Instant> Store::latest_recorded() const {
    return parts_->meta.instant("latest_recorded");
}

Store Store::replayed(core::Instant now, std::optional<core::Instant> as_of) const {
    const Snapshot snapshot(*parts_->database);
    auto replayed = in_memory(parts_->rules, announced_windows(as_of));
    replay(*parts_, *replayed.parts_, now, as_of);
    return replayed;
}

std::vector<OutboxItem> Store::outbox(std::optional<OutboxState> state) const {
    return parts_->outbox.list(state);
}

std::vector<OutboxItem> Store::unsettled() const {
    return parts_->outbox.unsettled();
}

std::vector<OutboxItem> Store::outbox_of_notice(std::int64_t notice) const {
    return parts_->outbox.of_notice(notice);
}

OutboxItem Store::outbox_item(std::int64_t id) const {
    return parts_->outbox.get(id);
}

std::optional<MailRecord> Store::mail(MailRecord::Direction direction, std::string_view message_id) const {
    return parts_->mail.find(direction, message_id);
}

std::optional<MailRecord> Store::mail_with_digest(std::string_view sha256) const {
    return parts_->mail.find_digest(sha256);
}

std::optional<MailRecord> Store::mail(std::int64_t id) const {
    return parts_->mail.get(id);
}

std::vector<MailRecord> Store::mails_about(std::int64_t notice) const {
    return parts_->mail.replies_to(notice);
}

std::vector<MailRecord> Store::mails(const core::CaseId& id) const {
    return parts_->mail.of_case(id.number);
}

std::vector<MailRecord> Store::unread_mails() const {
    return parts_->mail.unread();
}

std::vector<MailRecord> Store::all_mails() const {
    return parts_->mail.all();
}

std::vector<MailRecord> Store::inbox() const {
    return parts_->mail.inbox();
}

std::string Store::attachment(std::string_view sha256) const {
    return parts_->attachments.read(sha256);
}

bool Store::has_attachment(std::string_view sha256) const {
    return parts_->attachments.has(sha256);
}

std::vector<std::string> Store::attachments() const {
    return parts_->attachments.digests();
}

std::vector<std::string> Store::removed() const {
    return parts_->log.removed(parts_->origin);
}

Leftover Store::finish_wipe() {
    return store::finish_wipe(*parts_);
}

std::vector<OutboxItem> Store::outbox_of_case(const core::CaseId& id) const {
    return parts_->outbox.of_case(id.number);
}

std::optional<std::string> Store::remembered(std::string_view key) const {
    return parts_->meta.get(std::string("desk.").append(key));
}

std::vector<Finding> Store::doctor(core::Instant now) const {
    return examine(*parts_, now);
}

void Store::rebuild(const Progress& progress) {
    Writing writing(*parts_);
    rebuild_all(*parts_, writing, progress);
    index_notices();
    writing.finish();
    parts_->committed = true;
}

void Store::backup(const std::string& file, const Progress& progress) const {
    copy_store(*parts_->database, file, OnExisting::refuse, progress);
}

}  // namespace spoc::store
