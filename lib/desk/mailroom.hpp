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
Received receive(Desk& desk, std::string_view bytes, const std::string& as);

/// Files a mail of the inbox on a case. Throws NotFound if the inbox has no such mail.
Received place(Desk& desk, std::int64_t mail, std::string_view reference, const std::string& as);

}  // namespace spoc::desk
