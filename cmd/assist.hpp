#pragma once

#include <string>
#include <vector>

#include "cmd/filters.hpp"
#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `assist`: the open questions of colleagues.
struct AssistListOptions {
    FilterOptions filter;
};
void declare(CommandLine& command, AssistListOptions& options, const render::Wording& say);
ExitCode run(const AssistListOptions& options, World& world);

struct AssistNewOptions {
    std::string title, text, system, reporter, interface, at;
};
void declare(CommandLine& command, AssistNewOptions& options, const render::Wording& say);
ExitCode run(const AssistNewOptions& options, World& world);

/// `assist answer`: tells the colleague, and closes the question.
struct AssistAnswerOptions {
    std::string id;
    std::string card;
    bool keep_open = false;
    SendingOptions sending;
};
void declare(CommandLine& command, AssistAnswerOptions& options, const render::Wording& say);
ExitCode run(const AssistAnswerOptions& options, World& world);

/// `assist card`: shows a card, makes one of a question or of nothing, or changes it.
struct AssistCardOptions {
    std::string id, title, text, kind, system, at;
    std::vector<std::string> links;
    bool remove = false;
    PageOptions page;
};
void declare(CommandLine& command, AssistCardOptions& options, const render::Wording& say);
ExitCode run(const AssistCardOptions& options, World& world);

/// `assist cards`: all of them, those that were used most first.
struct AssistCardsOptions {
    std::string system;
    PageOptions page;
};
void declare(CommandLine& command, AssistCardsOptions& options, const render::Wording& say);
ExitCode run(const AssistCardsOptions& options, World& world);

}  // namespace spoc::cmd
