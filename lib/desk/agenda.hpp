#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// Why a case or a message needs the user.
enum class Need {
    settle,    ///< a message failed, or nobody knows whether it went out
    place,     ///< mails that belong nowhere yet
    read,      ///< somebody wrote on a case, closed ones included
    escalate,  ///< the next rung of the ladder is due
    verify,    ///< a fix awaits our verdict
    close,     ///< verified, and not yet closed
    notice,    ///< operations messages are unread, or what they tell of is under way
    reply,     ///< questions of colleagues are open
    send,      ///< recorded, and not yet handed to anybody
    answer,    ///< the ball is with us
    watch,     ///< a deadline is near
    mend,      ///< the privacy gate refused a letter, and the draft is kept
};

/// "settle", "escalate" and so on.
std::string_view word(Need need);

/// One line of what needs the user now.
struct AgendaItem {
    Need need;
    std::optional<core::CaseSummary> about;  ///< as much as lists show; absent if it is no case
    std::int64_t number = 0;                 ///< of the message, or how many mails or questions
    std::string command;                     ///< what to type
};

/// What needs the user, what cannot wait first; at most `limit` lines.
std::vector<AgendaItem> agenda(const Desk& desk, const store::Store& store, const store::Counts& counts,
                               std::size_t limit);

/// Until when a deadline counts as near, in the municipality's calendar.
core::Instant soon(const core::Rules& rules, const settings::Settings& settings, core::Instant now);

}  // namespace spoc::desk
