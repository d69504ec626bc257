#include "lib/desk/outgoing.hpp"

#include <algorithm>
#include <filesystem>

#include "lib/core/cleared.hpp"
#include "lib/delivery/compose.hpp"
#include "lib/delivery/courier.hpp"
#include "lib/desk/dossier.hpp"
#include "lib/desk/templates.hpp"
#include <sodium.h>

namespace spoc::desk {

namespace {

/// 128 random bits before the domain of the sender's address, in letters: no digits, no number of a person.
std::string new_message_id(const std::string& sender) {
    std::array<unsigned char, 16> bits{};
    randombytes_buf(bits.data(), bits.size());
    std::string id;
    for (const auto bit : bits) {
        id += {static_cast<char>('a' + (bit >> 4U)), static_cast<char>('a' + (bit & 15U))};
    }
    const auto at = sender.find('@');
    return id + "@" +
           (at == std::string::npos || at + 1 == sender.size() ? "localhost" : sender.substr(at + 1));
}

core::Message dated(const Desk& desk, core::Message message) {
    message.message_id = new_message_id(message.from.mail);
    message.date = core::timestamp(desk.now, *desk.settings.systems.front().zone);
    return message;
}

store::OutboxItem outbox_item(const Desk& desk, const Outgoing& outgoing, const core::Message& message,
                              std::string bytes) {
    store::OutboxItem item;
    item.case_id = outgoing.case_id;
    item.notice = outgoing.notice;
    item.kind = outgoing.kind;
    item.recipient = outgoing.recipient;
    item.subject = message.subject;
    item.message_id = message.message_id;
    item.message = std::move(bytes);
    item.created_at = desk.now;
    item.changed_at = desk.now;
    return item;
}

/// Whether masking would let it through: only numbers can be masked.
bool masking_helps(const Desk& desk, const Outgoing& outgoing) {
    try {
        core::clear(outgoing.message, gate_rules(desk), {.redact = true, .override_reason = {}});
        return true;
    } catch (const core::PrivacyRefusal&) {
        return false;
    }
}

/// The number of a draft that says the same to the same, if there is one: a round that runs every hour keeps
/// one draft, not one an hour.
std::optional<std::int64_t> equal_draft(const Desk& desk, const store::OutboxItem& draft) {
    for (const auto& item : desk.store.unsettled()) {
        const bool alike = item.state == store::OutboxState::draft && item.kind == draft.kind &&
                           item.recipient == draft.recipient && item.case_id == draft.case_id &&
                           item.notice == draft.notice && item.subject == draft.subject;
        if (alike && desk.store.outbox_item(item.id).message == draft.message) {
            return item.id;
        }
    }
    return std::nullopt;
}

std::int64_t kept_draft(Desk& desk, const Outgoing& outgoing) {
    auto draft = outbox_item(desk, outgoing, outgoing.message,
                             outgoing.message.subject + "\n\n" + outgoing.message.body);
    draft.state = store::OutboxState::draft;
    draft.message_id.clear();
    if (const auto known = equal_draft(desk, draft)) {
        return *known;
    }
    auto transaction = desk.store.begin();
    const auto number = transaction.enqueue(draft);
    transaction.commit();
    return number;
}

/// A draft that the gate refused is kept as the text that it was, and its place is told. A list, and what is
/// shown as it was known at another time, is made anew whenever it is wanted; a copy would only keep what
/// must not go out.
[[noreturn]] void keep_refused(Desk& desk, const Outgoing& outgoing, const core::PrivacyRefusal& refusal) {
    auto details = refusal.details();
    details.push_back(masking_helps(desk, outgoing)
                          ? core::sentence("take it out, or send with --redact to mask it")
                          : core::sentence("take it out, or send with --override and your reason"));
    if (outgoing.kind == "list" || !desk.store.is_file()) {
        throw core::PrivacyRefusal(refusal.sentence(), std::move(details));
    }
    details.insert(details.end() - 1,
                   core::sentence("nothing was sent; the draft is kept as message {} of the outbox in {}",
                                  kept_draft(desk, outgoing), desk.store.path()));
    throw core::PrivacyRefusal(refusal.sentence(), std::move(details));
}

core::Cleared let_through(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    const core::GateChoice choice{.redact = manner.redact, .override_reason = manner.override_reason};
    try {
        return core::clear(dated(desk, outgoing.message), gate_rules(desk), choice);
    } catch (const core::PrivacyRefusal& refusal) {
        keep_refused(desk, outgoing, refusal);
    }
}

std::string bytes_of(const Desk& desk, const core::Cleared& cleared, const Manner& manner) {
    return manner.by_hand ? delivery::portal_text(cleared)
                          : delivery::compose(cleared, desk.run, desk.helpers + "/spoc-mime");
}

std::vector<core::Sentence> warnings_of(const core::Cleared& cleared, const Outgoing& outgoing) {
    auto warnings = outgoing.warnings;
    std::ranges::transform(cleared.warnings(), std::back_inserter(warnings),
                           [](const core::GateFinding& finding) { return core::sentence(finding); });
    return warnings;
}

/// Why the gate was overruled and where; null if it was not.
core::Value overruling(const core::Cleared& cleared, const Manner& manner) {
    if (cleared.overridden().empty()) {
        return {};
    }
    core::List places;
    std::ranges::transform(
        cleared.overridden(), std::back_inserter(places),
        [](const core::GateFinding& finding) { return core::Value(core::place(finding)); });
    return core::Members{{"reason", manner.override_reason}, {"places", std::move(places)}};
}

/// Says on the case, if there is one, that the gate was overruled.
void record_overruling(store::Transaction& transaction, const Desk& desk, const Outgoing& outgoing,
                       const core::Value& overruled) {
    if (overruled.members() != nullptr && outgoing.case_id) {
        transaction.append(make_event(desk, *outgoing.case_id, core::EventKind::gate_overridden,
                                      desk.time(*outgoing.case_id), overruled));
    }
}

/// A letter that was written before the latest event is not to go out: somebody may have sent the same, or
/// have answered.
void require_unchanged(const Desk& desk, const Outgoing& outgoing) {
    if (outgoing.notice) {
        const auto messages = desk.store.outbox_of_notice(*outgoing.notice);
        const auto* last = last_to(messages, outgoing.recipient);
        if (last != nullptr && last->kind == outgoing.kind) {
            throw core::Conflict("{} has just been told by another spoc", outgoing.recipient);
        }
    }
    if (outgoing.seen == 0) {
        return;
    }
    const auto history = desk.store.history(*outgoing.case_id);
    if (history.size() > outgoing.seen) {
        throw core::Conflict(
            "something has happened to {} since the letter was written; nothing was sent, "
            "see spoc report show {}",
            core::text(*outgoing.case_id), core::text(*outgoing.case_id));
    }
}

/// The refused drafts of a letter that now goes after all.
std::vector<std::int64_t> drafts_of(const Desk& desk, const store::OutboxItem& letter) {
    std::vector<std::int64_t> drafts;
    for (const auto& item : desk.store.unsettled()) {
        if (item.state == store::OutboxState::draft && item.kind == letter.kind &&
            item.recipient == letter.recipient && item.case_id == letter.case_id &&
            item.notice == letter.notice) {
            drafts.push_back(item.id);
        }
    }
    return drafts;
}

/// The message and the events that say that it went, in one transaction.
std::int64_t enqueue(Desk& desk, const Outgoing& outgoing, const core::Cleared& cleared, std::string bytes,
                     const Manner& manner) {
    auto transaction = desk.store.begin();
    require_unchanged(desk, outgoing);
    auto item = outbox_item(desk, outgoing, cleared.message(), std::move(bytes));
    item.state = manner.by_hand ? store::OutboxState::sent : store::OutboxState::waiting;
    item.overridden = overruling(cleared, manner);
    const auto number = transaction.enqueue(item);
    if (!manner.by_hand) {  // at once, so that no end of this process leaves it waiting for nobody
        transaction.mark(number, store::OutboxState::sending, desk.now);
    }
    for (const auto& event : outgoing.events) {
        const auto stored = transaction.append(event);
        if (&event == outgoing.events.data()) {
            transaction.settle(number, stored.id);
        }
    }
    record_overruling(transaction, desk, outgoing, item.overridden);
    for (const auto& [key, value] : outgoing.remembered) {
        transaction.remember(key, value);
    }
    for (const auto draft : drafts_of(desk, item)) {
        transaction.mark(draft, store::OutboxState::dropped, desk.now);
    }
    if (!manner.by_hand) {
        const auto& to = cleared.message().to.front();  // one record a message; the others stand in the mail
        transaction.file({.direction = store::MailRecord::Direction::out,
                          .message_id = cleared.message().message_id,
                          .case_id = outgoing.case_id,
                          .notice = outgoing.notice,
                          .outbox = number,
                          .sender = to.mail,
                          .subject = cleared.message().subject,
                          .at = desk.now});
    }
    transaction.commit();
    return number;
}

std::unique_ptr<delivery::Courier> courier(const Desk& desk) {
    const auto& mail = desk.settings.mail;
    return delivery::make_courier(
        {.courier = mail.courier, .folder = outbox_folder(desk), .command = mail.command}, desk.run);
}

void mark(Desk& desk, std::int64_t outbox, store::OutboxState state, std::string_view error = {}) {
    auto transaction = desk.store.begin();
    transaction.mark(outbox, state, desk.now, error);
    transaction.commit();
}

/// The courier has it; unless it came back in the meantime.
void settle_sent(Desk& desk, std::int64_t outbox) {
    auto transaction = desk.store.begin();
    if (desk.store.outbox_item(outbox).state == store::OutboxState::sending) {
        transaction.mark(outbox, store::OutboxState::sent, desk.now);
    }
    transaction.commit();
}

[[noreturn]] void give_up(const core::Error& error, core::Sentence what_now) {
    auto details = error.details();
    details.push_back(std::move(what_now));
    throw core::OutsideError(error.sentence(), std::move(details));
}

/// Gives a message that this process is sending to the courier, and writes down how it went.
void hand_over(Desk& desk, const store::OutboxItem& item) {
    try {
        courier(desk)->deliver(item.message, {.message_id = item.message_id, .at = item.created_at});
    } catch (const delivery::Uncertain& error) {
        mark(desk, item.id, store::OutboxState::unknown, error.what());
        give_up(error, core::sentence(
                           "message {} of the outbox may have gone out; spoc outbox drop {} --sent settles "
                           "that it did, spoc outbox send {} sends it again",
                           item.id, item.id, item.id));
    } catch (const core::Error& error) {
        mark(desk, item.id, store::OutboxState::failed, error.what());
        give_up(error, core::sentence("the message is kept as message {} of the outbox; spoc outbox send {} "
                                      "tries again",
                                      item.id, item.id));
    }
    settle_sent(desk, item.id);
}

}  // namespace

core::GateRules gate_rules(const Desk& desk) {
    return {.patterns = desk.settings.privacy, .today = desk.settings.systems.front().zone->date(desk.now)};
}

std::string outbox_folder(const Desk& desk) {
    const auto& folder = desk.settings.mail.folder;
    return folder.empty() ? (std::filesystem::path(desk.folder) / "outbox").string() : folder;
}

const store::OutboxItem* last_to(const std::vector<store::OutboxItem>& messages, std::string_view recipient) {
    const auto found = std::find_if(messages.rbegin(), messages.rend(), [&](const store::OutboxItem& item) {
        return item.recipient == recipient && item.state != store::OutboxState::dropped &&
               item.state != store::OutboxState::draft;
    });
    return found == messages.rend() ? nullptr : &*found;
}

Sent preview(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    const auto cleared = let_through(desk, outgoing, manner);
    return {.outbox = 0, .warnings = warnings_of(cleared, outgoing), .text = bytes_of(desk, cleared, manner)};
}

Sent give_out(Desk& desk, const Outgoing& outgoing, const Manner& manner, Form form) {
    const auto cleared = let_through(desk, outgoing, manner);
    Sent given{.outbox = 0, .warnings = warnings_of(cleared, outgoing), .text = {}};
    given.text = form == Form::page   ? cleared.message().html.value_or(std::string{})
                 : form == Form::bare ? cleared.message().body
                                      : bytes_of(desk, cleared, {.by_hand = form == Form::text});
    const auto overruled = overruling(cleared, manner);
    if (overruled.members() == nullptr) {
        return given;
    }
    auto item = outbox_item(desk, outgoing, cleared.message(), given.text);
    item.kind = "shown";  // it is in the user's hands; nobody has been told
    item.notice.reset();
    item.state = store::OutboxState::sent;
    item.message_id.clear();
    item.overridden = overruled;
    auto transaction = desk.store.begin();
    given.outbox = transaction.enqueue(item);
    record_overruling(transaction, desk, outgoing, overruled);
    transaction.commit();
    return given;
}

Sent send(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    if (!manner.by_hand && (outgoing.message.to.empty() || outgoing.message.to.front().mail.empty())) {
        throw core::Misuse("{} has no mail address in the configuration; --by-hand gives text for a portal",
                           outgoing.recipient);
    }
    const auto cleared = let_through(desk, outgoing, manner);
    auto bytes = bytes_of(desk, cleared, manner);
    Sent sent{.outbox = 0,
              .warnings = warnings_of(cleared, outgoing),
              .text = manner.by_hand ? bytes : std::string{}};
    sent.outbox = enqueue(desk, outgoing, cleared, std::move(bytes), manner);
    if (!manner.by_hand) {
        hand_over(desk, desk.store.outbox_item(sent.outbox));
    }
    return sent;
}

void deliver(Desk& desk, std::int64_t outbox) {
    const auto item = desk.store.outbox_item(outbox);
    if (item.state == store::OutboxState::draft) {
        throw core::ImpossibleTransition(
            "message {} is a draft that the privacy gate refused; mend the case and send it anew", outbox);
    }
    mark(desk, outbox, store::OutboxState::sending);
    hand_over(desk, item);
}

}  // namespace spoc::desk
