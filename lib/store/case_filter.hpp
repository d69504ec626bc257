#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "lib/core/summary.hpp"

namespace spoc::store {

/// Which cases a list holds. What is left empty fits every case.
struct CaseFilter {
    enum class Scope { open, closed, all };

    std::string system;
    std::optional<core::CaseType> type;
    std::optional<int> category;
    std::optional<core::CaseState> state;
    std::optional<std::string> ball;
    std::optional<core::Instant> overdue_at;      ///< with a deadline before this
    std::optional<core::Instant> due_until;       ///< with a deadline at or before this
    std::optional<core::Instant> escalate_until;  ///< with an escalation due at or before this
    std::optional<core::Instant> since;           ///< with an event that occurred at or after this
    std::string text;                             ///< with these words somewhere in their history
    Scope scope = Scope::open;
    std::int64_t limit = 0;  ///< 0: no limit
};

/// How the open cases of one type stand at some moment.
struct TypeCounts {
    std::int64_t open = 0;
    std::int64_t overdue = 0;                  ///< a deadline lies before the moment
    std::int64_t due_soon = 0;                 ///< one lies between the moment and `soon`, both included
    std::int64_t to_verify = 0;                ///< a fix awaits our verdict
    std::int64_t to_escalate = 0;              ///< the next rung of the ladder is due
    std::map<int, std::int64_t> by_category;   ///< cases without a category are left out
    std::map<std::string, std::int64_t> ball;  ///< by the holder

    bool operator==(const TypeCounts&) const = default;
};

/// What the dashboard counts. Read from counters: the cost does not depend on how many cases there are.
struct Counts {
    std::array<TypeCounts, 3> types;       ///< by core::CaseType
    std::int64_t outbox_waiting = 0;       ///< drafts and messages that wait
    std::int64_t outbox_in_trouble = 0;    ///< failed, or nobody knows whether they went out
    std::int64_t inbox = 0;                ///< mails that belong nowhere yet
    std::int64_t notices = 0;              ///< unread, or under way
    std::int64_t unread_mails = 0;         ///< mails on cases that the user has not looked at
    std::array<std::int64_t, 12> weeks{};  ///< defects recorded in each of the last weeks, oldest first

    const TypeCounts& of(core::CaseType type) const { return types.at(static_cast<std::size_t>(type)); }
    bool operator==(const Counts&) const = default;
};

}  // namespace spoc::store
