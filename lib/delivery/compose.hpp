#pragma once

#include <string>

#include "lib/core/cleared.hpp"
#include "lib/core/program.hpp"

namespace spoc::delivery {

/// The mail, ready for a courier: RFC 5322, lines ended as Unix does. The same message gives the same bytes.
/// `mime_program` is the path of the helper program spoc-mime. Throws OutsideError if it cannot be run.
std::string compose(const core::Cleared& cleared, const core::RunProgram& run,
                    const std::string& mime_program);

/// The text to paste in a portal: subject, body, and the names of the files to add there.
std::string portal_text(const core::Cleared& cleared);

}  // namespace spoc::delivery
