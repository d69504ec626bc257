#pragma once

namespace spoc::cmd {

/// Asks the system in one call for the memory that a short command uses. Page by page, as it is first
/// written, takes an exception each, and those take longer than what the command does with it. Without effect
/// where Linux is older than 5.14 (MADV_POPULATE_WRITE of madvise(2)).
void ask_for_memory();

}  // namespace spoc::cmd
