#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/mail_routing.hpp"
#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// What became of a mail that came in.
struct Received {
    core::Value answer;                     ///< what `receive --json` gives
    std::vector<core::Proposal> proposals;  ///< what the writer's words seem to report
    std::optional<core::CaseId> case_id;
    bool duplicate = false;
};

/// Files one mail: on its case, as a notice, as a colleague's question, or in the inbox. `as` is the kind of
/// event that the user says it is; empty: as the rules say. Throws OutsideError if it is no mail.
/// `look` says whether the user is there and reads it; if not, `status` names the case until they have.
enum class Look { now, later };
Received receive(Desk& desk, std::string_view bytes, const std::string& as, Look look = Look::later);

/// A mail of the inbox. Throws NotFound if the inbox has no such mail.
store::MailRecord inbox_mail(const Desk& desk, std::int64_t mail);

/// Takes a mail out of the inbox; it stays remembered, and is not filed again. Throws as above.
void drop(Desk& desk, std::int64_t mail);

/// Files a mail of the inbox on a case. Throws as above.
Received place(Desk& desk, std::int64_t mail, std::string_view reference, const std::string& as);

}  // namespace spoc::desk
