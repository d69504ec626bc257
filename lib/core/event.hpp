#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/case_id.hpp"
#include "lib/core/time.hpp"
#include "lib/core/value.hpp"

namespace spoc::core {

/// What happened. The words are those of the interchange form; `unknown` stands for a word of a later
/// version.
enum class EventKind {
    recorded,
    edited,
    categorised,
    analysed,
    reported,
    receipt,
    answered,
    noted,
    ball,
    promised,
    workaround,
    reminded,
    fix_announced,
    verified,
    escalated,
    escalation_answered,
    closed,
    reopened,
    attached,
    gate_overridden,
    linked,
    backed,
    submitted,
    decided,
    merged,
    card,        ///< the answer became a card: what is known, for the next who asks
    card_used,   ///< the question was answered by a card
    renumbered,  ///< what another store calls the case
    redacted,    ///< something was removed from an event, a mail or a message of the case
    unknown,
};

/// The interchange word, such as "fix-announced".
std::string_view word(EventKind kind);
EventKind event_kind(std::string_view word);

/// The holder of the ball, or the sender of a message, that is the support-authorised user.
inline constexpr std::string_view us = "us";

/// One thing that happened to one case. Never changed once it is recorded.
struct Event {
    std::string id;  ///< UUID version 7, made where the event was recorded
    CaseId case_id;
    std::string kind_word;  ///< as recorded, so that an unknown kind is kept
    Timestamp occurred_at;  ///< when it happened
    Timestamp recorded_at;  ///< when it was written down
    std::string actor;      ///< who wrote it down
    std::string origin;     ///< the store that recorded it; empty until it is stored
    std::int64_t seq = 0;   ///< running number within its origin, from 1
    std::string hash;       ///< chain hash, hexadecimal; empty until it is stored
    Value data;             ///< an object; its members depend on the kind

    EventKind kind() const { return event_kind(kind_word); }
    /// The text of a member of `data`; empty if absent.
    std::string_view text(std::string_view member) const { return data.text_of(member); }
    /// The category, for the kinds that carry one, whether written as a number or as text.
    std::optional<int> category() const;
    /// The instant that a promise names.
    std::optional<Instant> by() const;

    bool operator==(const Event&) const = default;
};

/// The order in which events count: by `occurred_at`, then `recorded_at`, then `id`.
bool before(const Event& left, const Event& right);

/// The members of one interchange line, without `hash`: what the chain hash covers.
Value line_without_hash(const Event& event);

/// The events of one case in the order in which they count.
using History = std::vector<Event>;

/// What was known: events that occurred by `now` and, where `as_of` is given, were recorded by then.
History visible(const History& history, Instant now, std::optional<Instant> as_of);

}  // namespace spoc::core
