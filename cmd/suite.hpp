#pragma once

#include <string>
#include <vector>

#include "cmd/exit_code.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

/// Runs one command line, the program's name left out. Every failure is told here and nowhere else.
ExitCode run_suite(const std::vector<std::string>& words, Surroundings surroundings);

}  // namespace spoc::cmd
