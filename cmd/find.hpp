#pragma once

#include <string>
#include <vector>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `find`: full text across everything.
struct FindOptions {
    std::vector<std::string> words;
    int limit = 20;
};
void declare(CommandLine& command, FindOptions& options, const render::Wording& say);
ExitCode run(const FindOptions& options, World& world);

}  // namespace spoc::cmd
