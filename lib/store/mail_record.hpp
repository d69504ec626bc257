#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lib/core/case_id.hpp"
#include "lib/core/time.hpp"
#include "lib/core/value.hpp"

namespace spoc::store {

/// A mail that came in or went out, remembered so that answers and duplicates are recognised.
struct MailRecord {
    enum class Direction { in, out };

    std::int64_t id = 0;  ///< given by the store
    Direction direction = Direction::in;
    std::string message_id;  ///< without angle brackets; empty if it has none
    std::optional<core::CaseId> case_id;
    std::optional<std::int64_t> notice;
    std::optional<std::int64_t> outbox;  ///< of one that went out
    std::string sha256;    ///< of the original bytes, kept as an attachment is; empty if not kept
    std::string filed_as;  ///< of one that came in: case, notice, question, inbox, dropped
    std::string event;     ///< id of the event it became; empty if none
    std::string sender;    ///< address
    std::string subject;
    core::Instant at{};  ///< when it was filed or sent
    core::Value answer;  ///< what `receive` answered, to be given again for a duplicate

    bool operator==(const MailRecord&) const = default;
};

}  // namespace spoc::store
