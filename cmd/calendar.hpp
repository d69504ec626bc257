#pragma once

#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `calendar days`: the days of a year on which a calendar differs from its week.
struct CalendarDaysOptions {
    int year = 0;
    std::string calendar;
};
void declare(CommandLine& command, CalendarDaysOptions& options, const render::Wording& say);
ExitCode run(const CalendarDaysOptions& options, World& world);

/// `calendar add`: when a target is reached.
struct CalendarAddOptions {
    std::string start, target, calendar;
};
void declare(CommandLine& command, CalendarAddOptions& options, const render::Wording& say);
ExitCode run(const CalendarAddOptions& options, World& world);

/// `calendar between`: the open time from one moment to another.
struct CalendarBetweenOptions {
    std::string start, end, calendar;
};
void declare(CommandLine& command, CalendarBetweenOptions& options, const render::Wording& say);
ExitCode run(const CalendarBetweenOptions& options, World& world);

}  // namespace spoc::cmd
