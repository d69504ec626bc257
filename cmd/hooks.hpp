#pragma once

namespace spoc::cmd {

class World;

/// Runs the programs in `hooks/` beside the configuration, in the order of their names, for each event that
/// this command has recorded; each gets the event as one line of JSON on its standard input, and its kind as
/// its argument. CPR numbers are masked, and of an event with something else that must not leave, the data
/// are left out. A program that fails is told of and changes nothing.
void run_hooks(World& world);

}  // namespace spoc::cmd
