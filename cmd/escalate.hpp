#pragma once

#include <string>

#include "cmd/filters.hpp"
#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `escalate`: what is breached, what will be soon, and the step of the ladder that is proposed.
struct EscalateListOptions {
    FilterOptions filter;
    bool exit_code = false;
    bool quiet_hours = false;  ///< for cron: nothing outside the municipality's hours, and nothing twice
};
void declare(CommandLine& command, EscalateListOptions& options, const render::Wording& say);
ExitCode run(const EscalateListOptions& options, World& world);

/// `escalate why`: the arithmetic of each deadline, line by line.
struct EscalateWhyOptions {
    std::string id;
};
void declare(CommandLine& command, EscalateWhyOptions& options, const render::Wording& say);
ExitCode run(const EscalateWhyOptions& options, World& world);

/// `escalate ready`: what is weak, before KOMBIT says so.
struct EscalateReadyOptions {
    std::string id;
};
void declare(CommandLine& command, EscalateReadyOptions& options, const render::Wording& say);
ExitCode run(const EscalateReadyOptions& options, World& world);

struct EscalateSendOptions {
    std::string id, rung, reason;
    SendingOptions sending;
};
void declare(CommandLine& command, EscalateSendOptions& options, const render::Wording& say);
ExitCode run(const EscalateSendOptions& options, World& world);

/// `escalate dossier`: the evidence in one file.
struct EscalateDossierOptions {
    std::string id;
    PageOptions page;
};
void declare(CommandLine& command, EscalateDossierOptions& options, const render::Wording& say);
ExitCode run(const EscalateDossierOptions& options, World& world);

/// `escalate answer`: what was said to an escalation.
struct EscalateAnswerOptions {
    std::string id, from, text, at;
};
void declare(CommandLine& command, EscalateAnswerOptions& options, const render::Wording& say);
ExitCode run(const EscalateAnswerOptions& options, World& world);

}  // namespace spoc::cmd
