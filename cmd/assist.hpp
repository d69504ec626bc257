#pragma once

#include <string>

#include "cmd/filters.hpp"
#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `assist`: the open questions of colleagues.
struct AssistListOptions {
    FilterOptions filter;
};
void declare(CLI::App& command, AssistListOptions& options, const render::Wording& say);
ExitCode run(const AssistListOptions& options, World& world);

struct AssistNewOptions {
    std::string title, text, system, reporter, interface, at;
};
void declare(CLI::App& command, AssistNewOptions& options, const render::Wording& say);
ExitCode run(const AssistNewOptions& options, World& world);

/// `assist answer`: tells the colleague, and closes the question.
struct AssistAnswerOptions {
    std::string id;
    bool keep_open = false;
    SendingOptions sending;
};
void declare(CLI::App& command, AssistAnswerOptions& options, const render::Wording& say);
ExitCode run(const AssistAnswerOptions& options, World& world);

}  // namespace spoc::cmd
