#pragma once

#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `init`: writes a configuration to start with, and makes the folders.
struct InitOptions {
    std::string name, mail, municipality;
    bool force = false;
};
void declare(CommandLine& command, InitOptions& options, const render::Wording& say);
ExitCode run(const InitOptions& options, World& world);

}  // namespace spoc::cmd
