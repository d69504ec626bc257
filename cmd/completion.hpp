#pragma once

#include <string>
#include <vector>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `completion`: the script that makes a shell complete what is typed.
struct CompletionOptions {
    std::string shell;
};
void declare(CommandLine& command, CompletionOptions& options, const render::Wording& say);
ExitCode run(const CompletionOptions& options, World& world);

/// `completion words`: what the last word may become, a line each, with a tab and what it means. For the
/// scripts: it changes nothing, makes no store, and is silent about what is wrong.
struct CompletionWordsOptions {
    std::vector<std::string> words;
};
void declare(CommandLine& command, CompletionWordsOptions& options, const render::Wording& say);
ExitCode run(const CompletionWordsOptions& options, World& world);

}  // namespace spoc::cmd
