#pragma once

#include "lib/core/program.hpp"

namespace spoc::delivery {

/// Runs another program and waits for it, without a shell and with no file of this one open in it. What it
/// leaves running in the background is not waited for.
core::ProgramResult run_program(const core::Program& program);

}  // namespace spoc::delivery
