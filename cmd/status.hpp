#pragma once

#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `status`: the dashboard.
struct StatusOptions {
    std::string system;
    bool exit_code = false;
};
void declare(CLI::App& command, StatusOptions& options, const render::Wording& say);
ExitCode run(const StatusOptions& options, World& world);

}  // namespace spoc::cmd
