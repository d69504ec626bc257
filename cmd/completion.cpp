#include "cmd/completion.hpp"

#include <ostream>

#include "cmd/candidates.hpp"
#include "cmd/command_line.hpp"
#include "cmd/completion_scripts.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

void declare(CommandLine& command, CompletionOptions& options, const render::Wording& say) {
    command.add_option("shell", options.shell, say("bash, zsh or fish"))->required();
}

ExitCode run(const CompletionOptions& options, World& world) {
    if (options.shell == "bash") {
        world.out() << bash_completion;
    } else if (options.shell == "zsh") {
        world.out() << zsh_completion;
    } else if (options.shell == "fish") {
        world.out() << fish_completion;
    } else {
        throw core::Misuse("there is no completion for {}; there is one for {}", options.shell,
                           "bash, zsh, fish");
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, CompletionWordsOptions& options, const render::Wording& say) {
    command.add_option("words", options.words, say("the words of a command line so far"))->allow_extra_args();
}

ExitCode run(const CompletionWordsOptions& options, World& world) {
    try {
        for (const auto& each : candidates(options.words, world)) {
            world.out() << each.word << '\t' << each.meaning << '\n';
        }
    } catch (const core::Error&) {  // what is wrong is told when the command line is run
        return ExitCode::failed;
    }
    return ExitCode::ok;
}

}  // namespace spoc::cmd
