#include "cmd/config.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/time.hpp"
#include "lib/render/list_format.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/width.hpp"
#include "lib/settings/worked_examples.hpp"

namespace spoc::cmd {

namespace {

using settings::WorkedExample;

std::string_view word(settings::Occasion occasion) {
    switch (occasion) {
        case settings::Occasion::monday_morning:
            return "monday-morning";
        case settings::Occasion::friday_afternoon:
            return "friday-afternoon";
        case settings::Occasion::before_easter:
            return "before-easter";
        case settings::Occasion::at_night:
            break;
    }
    return "at-night";
}

core::Value text_of(const std::optional<core::Target>& target) {
    return target ? core::Value(core::text(*target)) : core::Value();
}

core::Value time_of(const std::optional<core::Timestamp>& at) {
    return at ? core::Value(core::rfc3339(*at)) : core::Value();
}

core::Value row_of(const WorkedExample& example) {
    return core::Members{{"agreement", example.agreement},
                         {"from", core::iso(example.from)},
                         {"category", example.category},
                         {"occasion", word(example.occasion)},
                         {"reported_at", core::rfc3339(example.reported_at)},
                         {"response", text_of(example.response)},
                         {"response_due", time_of(example.response_due)},
                         {"fix", text_of(example.fix)},
                         {"fix_due", time_of(example.fix_due)}};
}

/// A moment of a row, as people read it.
std::function<render::Cell(const core::Value&)> moment(const char* name, const core::Zone& zone,
                                                       World& world) {
    return [name, &zone, &world](const core::Value& row) -> render::Cell {
        const auto at = core::parse_rfc3339(row.text_of(name));
        return {at ? render::date_time(world.say(), at->at, {.zone = zone, .now = world.now()})
                   : std::string("-")};
    };
}

render::Listing listing_of(const core::Zone& zone, World& world) {
    const auto& say = world.say();
    using render::Shown;
    return {
        .name = "examples",
        .columns = {
            {.name = "agreement", .heading = say("Agreement"), .shown = Shown::to_programs},
            {.name = "from", .heading = say("From"), .shown = Shown::to_programs},
            {.name = "category", .heading = say("Category")},
            {.name = "occasion", .heading = say("Occasion"), .shown = Shown::to_programs},
            {.name = "reported_at", .heading = say("Reported"), .cell = moment("reported_at", zone, world)},
            {.name = "response", .heading = say("Response"), .priority = 3},
            {.name = "response_due", .heading = say("due"), .cell = moment("response_due", zone, world)},
            {.name = "fix", .heading = say("Fix"), .priority = 2},
            {.name = "fix_due", .heading = say("due"), .cell = moment("fix_due", zone, world)}}};
}

int widest_line(std::string_view text) {
    int widest = 0;
    while (!text.empty()) {
        const auto stop = std::min(text.find('\n'), text.size());
        widest = std::max(widest, render::display_width(text.substr(0, stop)));
        text.remove_prefix(std::min(stop + 1, text.size()));
    }
    return widest;
}

/// One row where the terminal is too narrow for the table: what it is about, then a line for each clock.
void print_example(const render::Listing& listing, const core::Value& row, World& world) {
    const auto cell = [&](std::string_view name) {
        const auto column = std::ranges::find(listing.columns, name, &render::Column::name);
        return column->cell ? column->cell(row).text : render::value_text(*row.find(name));
    };
    const auto& say = world.say();
    world.out() << say("Category {}, reported {}", cell("category"), cell("reported_at")) << '\n'
                << "  " << say("response within {}: {}", cell("response"), cell("response_due")) << '\n'
                << "  " << say("fix within {}: {}", cell("fix"), cell("fix_due")) << '\n';
}

/// One version of an agreement: what it is, and its examples.
void print_agreement(const core::AgreementTerms& agreement, const std::vector<WorkedExample>& examples,
                     World& world) {
    core::List rows;
    const core::Zone* zone = nullptr;
    for (const auto& example : examples) {
        if (example.agreement == agreement.name && example.from == agreement.from) {
            rows.push_back(row_of(example));
            zone = example.zone.get();
        }
    }
    const auto& say = world.say();
    const auto name = render::one_line(agreement.name);
    const auto source = render::one_line(agreement.source);
    world.out() << '\n'
                << (agreement.binding
                        ? say("{}, in force from {}: {}", name, core::iso(agreement.from), source)
                        : say("{}, in force from {}, only aimed at: {}", name, core::iso(agreement.from),
                              source))
                << '\n';
    if (zone == nullptr) {
        return;
    }
    const auto listing = listing_of(*zone, world);
    auto look = look_of(world);
    const auto width = std::exchange(look.width, 0);
    const auto table = render::text(listing, look, rows);
    if (width == 0 || widest_line(table) <= width) {
        world.out() << table;
        return;
    }
    for (const auto& row : rows) {
        print_example(listing, row, world);
    }
}

settings::ConfigFile chosen_file(World& world) {
    return settings::find_config(world.globals().config, world.surroundings().environment);
}

/// What the command line and the environment put in the place of a setting.
void lay_over(std::vector<settings::SettingOrigin>& all, const settings::SettingOrigin& over) {
    if (over.value.empty()) {
        return;
    }
    const auto shown = core::json(core::Value(over.value));
    const auto found = std::ranges::find(all, over.key, &settings::SettingOrigin::key);
    if (found != all.end()) {
        found->value = shown;
        found->origin = over.origin;
    } else {
        all.push_back(settings::SettingOrigin{.key = over.key, .value = shown, .origin = over.origin});
    }
}

std::vector<settings::SettingOrigin> values_in_force(World& world) {
    auto all = world.settings().origins();
    const auto& globals = world.globals();
    lay_over(all,
             {.key = "store.path", .value = world.surroundings().environment.store, .origin = "SPOC_STORE"});
    lay_over(all, {.key = "store.path", .value = globals.store, .origin = "--store"});
    lay_over(all, {.key = "me.language", .value = globals.lang, .origin = "--lang"});
    return all;
}

}  // namespace

void declare(CommandLine& command, ConfigCheckOptions& options, const render::Wording& say) {
    command.add_option("file", options.file, say("The file (the one in use, if not given)"));
}

ExitCode run(const ConfigCheckOptions& options, World& world) {
    const auto file = options.file.empty() ? chosen_file(world) : settings::ConfigFile{options.file};
    const auto checked = settings::load(file);
    const auto around = checked.systems.front().zone->date(world.now());
    const auto examples = settings::worked_examples(checked, around);
    if (!for_people(world)) {
        core::List rows;
        std::ranges::transform(examples, std::back_inserter(rows), row_of);
        print_listing(listing_of(*checked.systems.front().zone, world), rows, world);
        return ExitCode::ok;
    }
    const auto& say = world.say();
    world.out() << (file.path.empty() ? say("No file is used; what is built in is right.")
                                      : say("{} is right.", render::one_line(file.path)))
                << '\n';
    for (const auto& agreement : checked.terms.agreements) {
        print_agreement(agreement, examples, world);
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, ConfigShowOptions& options, const render::Wording& say) {
    command.add_flag("--origin", options.origin, say("say where each value came from"));
}

ExitCode run(const ConfigShowOptions& options, World& world) {
    const auto all = values_in_force(world);
    if (for_people(world)) {
        for (const auto& each : all) {
            const auto line = render::one_line(each.key + " = " + each.value);
            world.out() << line << (options.origin ? "  # " + render::one_line(each.origin) : std::string())
                        << '\n';
        }
        return ExitCode::ok;
    }
    core::List rows;
    for (const auto& each : all) {
        rows.push_back(core::Members{{"key", each.key}, {"value", each.value}, {"origin", each.origin}});
    }
    render::Listing listing{
        .name = "settings",
        .columns = {{.name = "key", .heading = "key"}, {.name = "value", .heading = "value"}}};
    if (options.origin || world.globals().json) {
        listing.columns.push_back({.name = "origin", .heading = "origin"});
    }
    print_listing(listing, rows, world);
    return ExitCode::ok;
}

void declare(CommandLine&, ConfigPathOptions&, const render::Wording&) {}

ExitCode run(const ConfigPathOptions&, World& world) {
    const auto file = chosen_file(world);
    if (world.globals().json) {
        print_json({{"path", file.path.empty() ? core::Value() : core::Value(file.path)}}, world);
    } else {
        world.out() << (file.path.empty() ? "built-in" : render::one_line(file.path)) << '\n';
    }
    return ExitCode::ok;
}

}  // namespace spoc::cmd
