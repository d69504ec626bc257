#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/mail_wire.hpp"
#include "lib/core/program.hpp"

namespace spoc::intake {

/// Reads one mail. `mime_program` is the path of the helper program spoc-mime. Throws OutsideError if it is
/// no mail at all, or if the helper cannot be run.
core::Mail read_mail(std::string_view bytes, const core::RunProgram& run, const std::string& mime_program);

/// Reads several; each comes back as a mail or as the reason why it is none, in the same order.
std::vector<core::MailReading> read_mails(const std::vector<std::string>& mails, const core::RunProgram& run,
                                          const std::string& mime_program);

}  // namespace spoc::intake
