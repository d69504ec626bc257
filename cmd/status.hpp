#pragma once

#include <string>

#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `status`: the dashboard.
struct StatusOptions {
    std::string system;
    std::string party;  ///< that the digest is for
    bool digest = false;
    bool exit_code = false;
    bool brief = false;
    bool ics = false;
    bool redact = false;
};
void declare(CommandLine& command, StatusOptions& options, const render::Wording& say);
ExitCode run(const StatusOptions& options, World& world);

/// `status owner`: the page for the system manager.
struct StatusOwnerOptions {
    std::string system, period;
    bool send = false;
    bool html = false;
    SendingOptions sending;
};
void declare(CommandLine& command, StatusOwnerOptions& options, const render::Wording& say);
ExitCode run(const StatusOwnerOptions& options, World& world);

/// `status handover`: what a deputy must know.
struct StatusHandoverOptions {
    std::string system, period, text;
    PageOptions page;
};
void declare(CommandLine& command, StatusHandoverOptions& options, const render::Wording& say);
ExitCode run(const StatusHandoverOptions& options, World& world);

/// `status rates`: for each category and clock of a period, how many met their target.
struct StatusRatesOptions {
    std::string system, period;
};
void declare(CommandLine& command, StatusRatesOptions& options, const render::Wording& say);
ExitCode run(const StatusRatesOptions& options, World& world);

}  // namespace spoc::cmd
