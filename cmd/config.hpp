#pragma once

#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `config check`: proves a configuration and works out examples of its deadlines.
struct ConfigCheckOptions {
    std::string file;
};
void declare(CommandLine& command, ConfigCheckOptions& options, const render::Wording& say);
ExitCode run(const ConfigCheckOptions& options, World& world);

/// `config show`: every value that is in force.
struct ConfigShowOptions {
    bool origin = false;
};
void declare(CommandLine& command, ConfigShowOptions& options, const render::Wording& say);
ExitCode run(const ConfigShowOptions& options, World& world);

/// `config path`: which file is used.
struct ConfigPathOptions {};
void declare(CommandLine& command, ConfigPathOptions& options, const render::Wording& say);
ExitCode run(const ConfigPathOptions& options, World& world);

}  // namespace spoc::cmd
