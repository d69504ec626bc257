#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/core/message.hpp"
#include "lib/core/privacy.hpp"
#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// Something on its way out of the house, and the events that say that it went.
struct Outgoing {
    std::string kind;       ///< report, reminder, escalation, wish, notice, answer, closing, brief, handover
    std::string recipient;  ///< name of the party, audience or colleague
    core::Message message;  ///< without an id and a date; both are given on the way out
    std::optional<core::CaseId> case_id;
    std::size_t seen = 0;  ///< how many events the case had when the letter was written; 0: that is no matter
    std::optional<std::int64_t> notice;
    std::vector<core::Event> events;
    std::map<std::string, std::string> remembered;  ///< what the store remembers once it has gone
    std::vector<core::Sentence> warnings;           ///< what the user should know of before it goes
};

/// What the privacy gate of this desk looks for.
core::GateRules gate_rules(const Desk& desk);

/// Where the courier `file` puts messages.
std::string outbox_folder(const Desk& desk);

/// The last of some messages that went, or is on its way, to somebody; null if there is none.
const store::OutboxItem* last_to(const std::vector<store::OutboxItem>& messages, std::string_view recipient);

/// How it is to go out.
struct Manner {
    bool by_hand = false;         ///< as text for a portal; the user carries it there
    bool redact = false;          ///< mask CPR numbers
    std::string override_reason;  ///< why the privacy gate is overruled; empty: it is not
};

/// What became of it.
struct Sent {
    std::int64_t outbox = 0;
    std::vector<core::Sentence> warnings;
    std::string text;  ///< by hand: what is to be pasted
};

/// What would go out, as it would: the mail, or the text for a portal. Nothing is stored but, where the
/// privacy gate refuses it, the draft.
Sent preview(Desk& desk, const Outgoing& outgoing, const Manner& manner);

/// The same, given to the user, who may carry it anywhere: where the privacy gate was overruled for it, it is
/// kept in the outbox as shown. `form` is the text for a portal, the text without its subject, the mail, or
/// the page.
enum class Form { text, bare, mail, page };
Sent give_out(Desk& desk, const Outgoing& outgoing, const Manner& manner, Form form);

/// Lets a message out: through the privacy gate, into the outbox together with its events, and on to the
/// courier after the commit. Throws PrivacyRefusal (the draft is kept), OutsideError (the message is
/// kept), or Conflict if something has happened to the case since the letter was written, or if another
/// spoc has just told the same of a notice.
Sent send(Desk& desk, const Outgoing& outgoing, const Manner& manner);

/// Hands a message of the outbox to the courier once more. Throws OutsideError, or ImpossibleTransition if it
/// is no message that may go.
void deliver(Desk& desk, std::int64_t outbox);

}  // namespace spoc::desk
