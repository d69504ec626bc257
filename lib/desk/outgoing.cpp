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

/// 128 random bits before the domain of the sender's address.
std::string new_message_id(const std::string& sender) {
    std::array<unsigned char, 16> bits{};
    randombytes_buf(bits.data(), bits.size());
    std::string id;
    for (const auto bit : bits) {
        id += fmt::format("{:02x}", bit);
    }
    const auto at = sender.find('@');
    return id + "@" +
           (at == std::string::npos || at + 1 == sender.size() ? "localhost" : sender.substr(at + 1));
}

core::GateRules gate_rules(const Desk& desk) {
    return {.patterns = desk.settings.privacy, .today = desk.settings.systems.front().zone->date(desk.now)};
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

/// A draft that the gate refused is kept as the text that it was, and its place is told.
[[noreturn]] void keep_refused(Desk& desk, const Outgoing& outgoing, const Manner& manner,
                               const core::PrivacyRefusal& refusal) {
    auto item = outbox_item(desk, outgoing, outgoing.message,
                            outgoing.message.subject + "\n\n" + outgoing.message.body);
    item.state = store::OutboxState::draft;
    item.message_id.clear();
    auto transaction = desk.store.begin();
    const auto number = transaction.enqueue(item);
    transaction.commit();
    auto details = refusal.details();
    details.push_back(core::sentence("nothing was sent; the draft is kept as message {} of the outbox in {}",
                                     number, desk.store.path()));
    details.push_back(manner.redact ? core::sentence("take it out, or send with --override and your reason")
                                    : core::sentence("take it out, or send with --redact to mask it"));
    throw core::PrivacyRefusal(refusal.sentence(), std::move(details));
}

core::Cleared let_through(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    const core::GateChoice choice{.redact = manner.redact, .override_reason = manner.override_reason};
    try {
        return core::clear(dated(desk, outgoing.message), gate_rules(desk), choice);
    } catch (const core::PrivacyRefusal& refusal) {
        keep_refused(desk, outgoing, manner, refusal);
    }
}

std::string bytes_of(const Desk& desk, const core::Cleared& cleared, const Manner& manner) {
    return manner.by_hand ? delivery::portal_text(cleared)
                          : delivery::compose(cleared, desk.run, desk.helpers + "/spoc-mime");
}

std::vector<core::Sentence> warnings_of(const core::Cleared& cleared) {
    std::vector<core::Sentence> warnings;
    std::ranges::transform(cleared.warnings(), std::back_inserter(warnings),
                           [](const core::GateFinding& finding) { return core::sentence(finding); });
    return warnings;
}

core::Event overridden_event(const Desk& desk, const core::CaseId& id, const core::Cleared& cleared,
                             const Manner& manner) {
    core::List places;
    std::ranges::transform(
        cleared.overridden(), std::back_inserter(places),
        [](const core::GateFinding& finding) { return core::Value(core::place(finding)); });
    return make_event(desk, id, core::EventKind::gate_overridden, desk.time(id),
                      core::Members{{"reason", manner.override_reason}, {"places", std::move(places)}});
}

/// The message and the events that say that it went, in one transaction.
std::int64_t enqueue(Desk& desk, const Outgoing& outgoing, const core::Cleared& cleared, std::string bytes,
                     const Manner& manner) {
    auto transaction = desk.store.begin();
    auto item = outbox_item(desk, outgoing, cleared.message(), std::move(bytes));
    item.state = manner.by_hand ? store::OutboxState::sent : store::OutboxState::waiting;
    const auto number = transaction.enqueue(item);
    for (const auto& event : outgoing.events) {
        const auto stored = transaction.append(event);
        if (&event == outgoing.events.data()) {
            transaction.settle(number, stored.id);
        }
    }
    if (!cleared.overridden().empty() && outgoing.case_id) {
        transaction.append(overridden_event(desk, *outgoing.case_id, cleared, manner));
    }
    if (!manner.by_hand) {
        for (const auto& to : cleared.message().to) {
            transaction.file({.direction = store::MailRecord::Direction::out,
                              .message_id = cleared.message().message_id,
                              .case_id = outgoing.case_id,
                              .notice = outgoing.notice,
                              .outbox = number,
                              .sender = to.mail,
                              .subject = cleared.message().subject,
                              .at = desk.now});
            break;  // one record a message; the other recipients stand in the mail itself
        }
    }
    transaction.commit();
    return number;
}

std::unique_ptr<delivery::Courier> courier(const Desk& desk) {
    const auto& mail = desk.settings.mail;
    const auto folder =
        mail.folder.empty() ? (std::filesystem::path(desk.folder) / "outbox").string() : mail.folder;
    return delivery::make_courier({.courier = mail.courier, .folder = folder, .command = mail.command},
                                  desk.run);
}

void mark(Desk& desk, std::int64_t outbox, store::OutboxState state, std::string_view error = {}) {
    auto transaction = desk.store.begin();
    transaction.mark(outbox, state, desk.now, error);
    transaction.commit();
}

}  // namespace

Sent preview(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    const auto cleared = let_through(desk, outgoing, manner);
    return {.outbox = 0, .warnings = warnings_of(cleared), .text = bytes_of(desk, cleared, manner)};
}

std::string cleared_html(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    return let_through(desk, outgoing, manner).message().html.value_or(std::string{});
}

Sent send(Desk& desk, const Outgoing& outgoing, const Manner& manner) {
    if (!manner.by_hand && (outgoing.message.to.empty() || outgoing.message.to.front().mail.empty())) {
        throw core::Misuse("{} has no mail address in the configuration; --by-hand gives text for a portal",
                           outgoing.recipient);
    }
    const auto cleared = let_through(desk, outgoing, manner);
    auto bytes = bytes_of(desk, cleared, manner);
    Sent sent{.outbox = 0, .warnings = warnings_of(cleared), .text = manner.by_hand ? bytes : std::string{}};
    sent.outbox = enqueue(desk, outgoing, cleared, std::move(bytes), manner);
    if (!manner.by_hand) {
        deliver(desk, sent.outbox);
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
    try {
        courier(desk)->deliver(item.message, {.message_id = item.message_id, .at = item.created_at});
    } catch (const core::Error& error) {
        mark(desk, outbox, store::OutboxState::failed, error.what());
        auto details = error.details();
        details.push_back(
            core::sentence("the message is kept as message {} of the outbox; spoc outbox send {} tries again",
                           outbox, outbox));
        throw core::OutsideError(error.sentence(), std::move(details));
    }
    mark(desk, outbox, store::OutboxState::sent);
}

}  // namespace spoc::desk
