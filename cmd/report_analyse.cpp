#include <array>
#include <ostream>

#include "cmd/case_output.hpp"
#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"
#include "lib/core/analysis.hpp"
#include "lib/core/json.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value as_value(const core::Suggestion& suggestion) {
    return core::Members{{"interface", suggestion.interface},
                         {"owner", suggestion.owner},
                         {"cause", suggestion.cause},
                         {"words", core::List(suggestion.words.begin(), suggestion.words.end())},
                         {"checks", core::List(suggestion.checks.begin(), suggestion.checks.end())}};
}

void print_suggestions(const desk::CaseFile& file, const std::vector<core::Suggestion>& found, World& world) {
    const auto& say = world.say();
    if (world.globals().json) {
        core::List list;
        std::ranges::transform(found, std::back_inserter(list), as_value);
        world.out() << core::json(
                           core::Members{{"schema", 1}, {"case", core::text(file.id)}, {"suggestions", list}})
                    << '\n';
        return;
    }
    for (const auto& each : found) {
        const auto words = core::joined(each.words);
        world.out() << say("{}: belongs to {}; a defect here is usually: {}", each.interface, each.owner,
                           each.cause)
                    << (words.empty() ? "" : " (" + words + ")") << '\n';
        for (const auto& check : each.checks) {
            world.out() << "  - " << check << '\n';
        }
    }
    if (found.empty()) {
        world.out()
            << say("No interface of the configuration is pointed at: it is the vendor's, as far as is known.")
            << '\n';
    }
    world.tell(
        say("Record what you found with: spoc report analyse {} --cause vendor|local|interface|use|unknown "
            "--finding TEXT",
            core::text(file.id)));
}

}  // namespace

void declare(CommandLine& command, ReportAnalyseOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--cause", options.cause, say("vendor, local, interface, use or unknown"));
    command.add_option("--finding", options.finding, say("what was found"));
    command.add_option("--interface", options.interface, say("the interface concerned"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

namespace {

std::string cause_of(const std::string& typed, World& world) {
    constexpr auto causes =
        std::to_array<std::string_view>({"vendor", "local", "interface", "use", "unknown"});
    return chosen("--cause", typed, causes, render::cause_name, world);
}

}  // namespace

ExitCode run(const ReportAnalyseOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    const auto found = core::suggestions(before.content, desk.settings.interfaces);
    if (options.cause.empty() && options.finding.empty() && options.interface.empty()) {
        print_suggestions(before, found, world);
        return ExitCode::ok;
    }
    const auto cause = options.cause.empty() ? (found.empty() ? std::string("unknown") : found.front().cause)
                                             : cause_of(options.cause, world);
    core::Value content{core::Members{{"cause", cause}, {"finding", world.text(options.finding)}}};
    if (!options.interface.empty()) {
        content.set("interface", options.interface);
    } else if (cause == "interface" && !found.empty()) {
        content.set("interface", found.front().interface);
    }
    world.makes_one_change();
    const auto after = desk::append(desk, before,
                                    {desk::make_event(desk, before.id, core::EventKind::analysed,
                                                      world.occurred(options.at), std::move(content))});
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
