#pragma once

namespace spoc::cmd {

/// Asks the system in one call for the memory that a short command uses: page by page, as it is first
/// written, takes a page fault each, and those take longer than what the command does with it. Where Linux is
/// older than 5.14 (MADV_POPULATE_WRITE of madvise(2)) they come one by one all the same.
void ask_for_memory();

}  // namespace spoc::cmd
