#include "cmd/calendar.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/calendar.hpp"
#include "lib/core/json.hpp"
#include "lib/core/target.hpp"

namespace spoc::cmd {

namespace {

const core::Calendar& calendar_named(const std::string& name, World& world) {
    return world.rules().terms.calendar(name.empty() ? world.settings().me.calendar : name);
}

/// A moment as the calendar's own zone reads it.
core::Instant moment(const std::string& typed, const core::Calendar& calendar, World& world) {
    if (const auto exact = core::parse_rfc3339(typed)) {
        return exact->at;
    }
    return core::read_time(
               typed, {.now = world.now(), .zone = calendar.zone(), .direction = core::Direction::future})
        .at;
}

void declare_calendar(CommandLine& command, std::string& name, const render::Wording& say) {
    command.add_option("--calendar", name, say("the calendar's name (that of [me], if not given)"));
}

}  // namespace

void declare(CommandLine& command, CalendarDaysOptions& options, const render::Wording& say) {
    command.add_option("year", options.year, say("The year (this one, if not given)"))->within(1583, 9999);
    declare_calendar(command, options.calendar, say);
}

ExitCode run(const CalendarDaysOptions& options, World& world) {
    const auto& calendar = calendar_named(options.calendar, world);
    const auto this_year = calendar.zone().date(world.now()).year();
    core::List rows;
    for (const auto& day : calendar.days(options.year == 0 ? static_cast<int>(this_year) : options.year)) {
        rows.push_back(core::Members{
            {"date", core::iso(day.date)}, {"name", day.name}, {"kind", core::word(*day.kind)}});
    }
    const auto& say = world.say();
    print_listing({.name = "days",
                   .columns = {{.name = "date", .heading = say("Date"), .fit = render::Fit::kept},
                               {.name = "name", .heading = say("Day")},
                               {.name = "kind", .heading = say("Kind")}}},
                  rows, world);
    return ExitCode::ok;
}

void declare(CommandLine& command, CalendarAddOptions& options, const render::Wording& say) {
    command.add_option("start", options.start, say("The moment to count from"))->required();
    command.add_option("target", options.target, say("The target: 30min, 4h, 90bmin, 8bh or 2bd"))
        ->required();
    declare_calendar(command, options.calendar, say);
}

ExitCode run(const CalendarAddOptions& options, World& world) {
    const auto& calendar = calendar_named(options.calendar, world);
    const auto start = moment(options.start, calendar, world);
    const auto due = core::rfc3339(calendar.add(start, core::parse_target(options.target)), calendar.zone());
    if (world.globals().json) {
        print_json({{"due", due}}, world);
    } else {
        world.out() << due << '\n';
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, CalendarBetweenOptions& options, const render::Wording& say) {
    command.add_option("start", options.start, say("The first moment"))->required();
    command.add_option("end", options.end, say("The last moment"))->required();
    declare_calendar(command, options.calendar, say);
}

ExitCode run(const CalendarBetweenOptions& options, World& world) {
    const auto& calendar = calendar_named(options.calendar, world);
    const auto start = moment(options.start, calendar, world);
    const auto end = moment(options.end, calendar, world);
    if (end < start) {
        throw core::Misuse("the end {} lies before the start {}", options.end, options.start);
    }
    const auto open = static_cast<std::int64_t>(calendar.elapsed(start, end).count());
    if (world.globals().json) {
        print_json({{"open_seconds", open}}, world);
    } else {
        world.out() << open << '\n';
    }
    return ExitCode::ok;
}

}  // namespace spoc::cmd
