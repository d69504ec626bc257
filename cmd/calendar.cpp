#include "cmd/calendar.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/calendar_output.hpp"
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

/// A whole day each, the same one whenever it is written.
void print_days(const core::List& rows, const core::Calendar& calendar, World& world) {
    std::vector<render::CalendarEntry> entries;
    for (const auto& row : rows) {
        const auto date = core::parse_date(row.text_of("date"));
        entries.push_back({.uid = fmt::format("{}-{}@spoc", row.text_of("date"), calendar.name()),
                           .day = date,
                           .summary = std::string(row.text_of("name"))});
    }
    print_calendar(entries, false, world);
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
    if (wants_calendar(world)) {
        print_days(rows, calendar, world);
        return ExitCode::ok;
    }
    const auto& say = world.say();
    const auto kind = [&say](const core::Value& row) {
        const auto word = row.text_of("kind");
        return render::Cell{.text = word == "holiday"  ? say("holiday")
                                    : word == "closed" ? say("closed all day")
                                    : word == "half"   ? say("closes early")
                                                       : say("open all the same")};
    };
    const auto date = [&say, reader = world.reader()](const core::Value& row) {
        return render::Cell{.text = render::date(say, *core::parse_date(row.text_of("date")), reader)};
    };
    print_listing(
        {.name = "days",
         .columns = {{.name = "date", .heading = say("Date"), .fit = render::Fit::kept, .cell = date},
                     {.name = "name", .heading = say("Day")},
                     {.name = "kind", .heading = say("Kind"), .cell = kind}}},
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
