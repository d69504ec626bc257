#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "cmd/exit_code.hpp"

namespace spoc::render {
class Wording;
}

namespace spoc::cmd {

class CommandLine;
class World;

/// What a command does once its command line has been read.
using Action = std::function<ExitCode(World&)>;

/// One line of the program's table of contents.
struct Verb {
    std::string_view noun;
    std::string_view verb;  ///< empty: what the bare noun does
    const char* purpose;    ///< in English; the key of its translation
    Action (*declare)(CommandLine&, const render::Wording&);
};

/// Binds the options of one command; nothing runs until parsing is over.
template <typename Options>
Action declared(CommandLine& command, const render::Wording& say) {
    auto options = std::make_shared<Options>();
    declare(command, *options, say);
    return [options](World& world) { return run(*options, world); };
}

/// Every command and verb, in the order in which the help shows them.
std::span<const Verb> verbs();

}  // namespace spoc::cmd
