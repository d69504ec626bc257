#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/core/case_id.hpp"
#include "lib/core/time.hpp"
#include "lib/core/value.hpp"

namespace spoc::store {

/// Where a message is on its way out. `unknown`: the program that was delivering it is gone, and nobody knows
/// whether it went out; a human settles it.
enum class OutboxState { draft, waiting, sending, sent, failed, unknown, dropped };
std::string_view word(OutboxState state);
std::optional<OutboxState> outbox_state(std::string_view word);

/// One message of the outbox.
struct OutboxItem {
    std::int64_t id = 0;  ///< given by the store
    std::optional<core::CaseId> case_id;
    std::optional<std::int64_t> notice;
    std::string event;      ///< id of the event that says that it went; empty if there is none
    std::string kind;       ///< report, reminder, escalation, wish, notice, answer, closing, brief, handover
    std::string recipient;  ///< for people: party, audience or address
    std::string subject;
    std::string message_id;  ///< without angle brackets; empty for a portal's text
    std::string message;     ///< the bytes as composed; lists leave it out
    OutboxState state = OutboxState::waiting;
    core::Instant created_at{};
    core::Instant changed_at{};
    int attempts = 0;
    std::string error;       ///< why the latest attempt failed
    bool returned = false;   ///< it went out and came back as undeliverable
    core::Value overridden;  ///< `reason` and `places` where the privacy gate was overruled; else null

    bool operator==(const OutboxItem&) const = default;
};

}  // namespace spoc::store
