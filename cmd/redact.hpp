#pragma once

#include <string>
#include <vector>

#include "cmd/verb.hpp"

namespace spoc::cmd {

class CommandLine;

/// `redact`: removes what is personal from a case for good, and records that.
struct RedactOptions {
    std::string id, reason;
    std::vector<std::string> texts, fields, attachments;
    bool dry_run = false;
};
void declare(CommandLine& command, RedactOptions& options, const render::Wording& say);
ExitCode run(const RedactOptions& options, World& world);

}  // namespace spoc::cmd
