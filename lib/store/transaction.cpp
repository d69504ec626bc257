#include <algorithm>
#include <iterator>
#include <utility>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/redacting.hpp"
#include "lib/store/store.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

void require_flawless(const core::Event& event) {
    if (const auto reason = flaw(event)) {
        throw core::Misuse(*reason);
    }
}

}  // namespace

Transaction::Transaction(Parts& parts) : parts_(&parts) {
    if (parts.writing) {
        throw core::StoreError("the store {} is being written already", parts.database->path());
    }
    parts.writing = std::make_unique<Writing>(parts);
}

std::optional<Transaction> Transaction::at_once(Parts& parts) {
    if (parts.writing || !parts.database->begin_at_once()) {
        return std::nullopt;
    }
    return Transaction(parts, std::make_unique<Writing>(parts, Writing::Begun::yes));
}

Transaction::Transaction(Parts& parts, std::unique_ptr<Writing> writing) : parts_(&parts) {
    parts.writing = std::move(writing);
}

Transaction::Transaction(Transaction&& other) noexcept : parts_(std::exchange(other.parts_, nullptr)) {}

Transaction::~Transaction() {
    if (parts_ != nullptr) {
        parts_->pending.clear();
        parts_->writing.reset();
    }
}

core::Event Transaction::open_case(std::string_view system, core::Event recorded) {
    if (recorded.kind() != core::EventKind::recorded) {
        throw core::Misuse("a case is opened by a recorded event, not by {}", recorded.kind_word);
    }
    recorded.case_id = {std::string(system), parts_->writing->next_case()};
    require_flawless(recorded);
    auto entry = entry_of(std::move(recorded));
    parts_->writing->record(entry);
    parts_->pending.push_back(entry.event);
    return std::move(entry.event);
}

core::Event Transaction::append(core::Event event) {
    if (event.data.is_null()) {
        event.data = core::Members{};
    }
    require_flawless(event);
    const auto name = parts_->log.name_of(event.case_id.number);
    if (!name || name->system != event.case_id.system) {
        throw core::NotFound("there is no case {}", core::text(event.case_id));
    }
    if (event.kind() == core::EventKind::recorded) {
        throw core::ImpossibleTransition("the case {} is recorded already", core::text(event.case_id));
    }
    auto entry = entry_of(std::move(event));
    parts_->writing->tell_number(entry.event, entry.label);
    if (!parts_->writing->record(entry)) {
        throw core::Conflict("there is an event {} already", entry.event.id);
    }
    parts_->pending.push_back(entry.event);
    return std::move(entry.event);
}

core::Event Transaction::redact(const core::Event& less, core::Event notice) {
    if (!less.id.empty()) {
        const auto logged = parts_->log.find(less.id);
        if (!logged) {
            throw core::NotFound("there is no event {}", less.id);
        }
        replace_event(*parts_, *parts_->writing, *logged, less.actor, less.data);
    }
    parts_->pending.push_back(record_redaction(*parts_, *parts_->writing, std::move(notice), less.id));
    return parts_->pending.back();
}

void Transaction::redact(const MailRecord& less) {
    parts_->mail.replace(less);
}

void Transaction::redact(const OutboxItem& less) {
    parts_->outbox.replace(less);
}

std::int64_t Transaction::enqueue(const OutboxItem& item) {
    return parts_->outbox.add(item);
}

void Transaction::mark(std::int64_t outbox, OutboxState state, core::Instant now, std::string_view error) {
    parts_->outbox.mark(outbox, state, now, error);
}

void Transaction::give_back(std::int64_t outbox, core::Instant now, std::string_view error) {
    parts_->outbox.give_back(outbox, now, error);
}

void Transaction::settle(std::int64_t outbox, std::string_view event) {
    parts_->outbox.connect(outbox, event);
}

std::int64_t Transaction::file(const MailRecord& mail) {
    return parts_->mail.add(mail);
}

void Transaction::refile(const MailRecord& mail) {
    parts_->mail.update(mail);
}

void Transaction::mark_mail_unread(std::int64_t mail) {
    parts_->mail.mark_unread(mail);
}

void Transaction::mark_mails_read(const core::CaseId& id) {
    parts_->mail.mark_read(id.number);
}

std::string Transaction::keep(std::string_view content) {
    return parts_->attachments.keep(content);
}

void Transaction::owe_wipe(const std::vector<std::string>& digests) {
    store::owe_wipe(*parts_, digests);
}

void Transaction::remember(std::string_view key, std::string_view value) {
    parts_->meta.set(std::string("desk.").append(key), value);
}

core::History Transaction::history(const core::CaseId& id) const {
    return parts_->log.history(id.number);
}

void Transaction::commit() {
    parts_->writing->finish();
    parts_->committed = true;
    std::ranges::move(parts_->pending, std::back_inserter(parts_->recorded));
    parts_->pending.clear();
    parts_->writing.reset();
    parts_ = nullptr;
}

}  // namespace spoc::store
