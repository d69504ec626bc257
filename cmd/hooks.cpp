#include "cmd/hooks.hpp"

#include <algorithm>
#include <filesystem>

#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/privacy.hpp"
#include "lib/desk/outgoing.hpp"
#include <unistd.h>

namespace spoc::cmd {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> programs_in(const fs::path& folder) {
    std::vector<fs::path> programs;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        const bool hidden = entry.path().filename().string().starts_with('.');
        if (!hidden && entry.is_regular_file(failure) && ::access(entry.path().c_str(), X_OK) == 0) {
            programs.push_back(entry.path());
        }
    }
    std::ranges::sort(programs);
    return programs;
}

/// Beside the configuration, or where it would be; empty if there is no place for one.
fs::path hook_folder(World& world) {
    const auto& around = world.surroundings().environment;
    auto config = settings::find_config(world.globals().config, around).path;
    const bool has_home = !around.home.empty() || !around.xdg_config_home.empty();
    if (config.empty() && has_home) {
        config = settings::own_config_path(world.globals().config, around);
    }
    return config.empty() ? fs::path() : fs::path(config).parent_path() / "hooks";
}

/// The event as a hook may see it: a hook hands on to chat and portals.
std::string harmless_line(const core::Event& event, World& world) {
    auto line = core::line_without_hash(event);
    const auto rules = desk::gate_rules(world.desk());
    auto text = core::mask(core::json(line), rules.today);
    const auto found = core::scan({{.part = core::GatePart::body, .text = text}}, rules);
    if (std::ranges::any_of(found, [](const core::GateFinding& each) {
            return each.severity == core::GateFinding::Severity::block;
        })) {
        line.set("data", core::Members{});
        text = core::json(line);
    }
    return text + "\n";
}

void run_hook(const fs::path& program, const core::Event& event, const std::string& line, World& world) {
    constexpr std::chrono::seconds patience{10};
    const auto result = world.surroundings().run({.command = {program.string(), event.kind_word},
                                                  .input = line,
                                                  .timeout = patience,
                                                  .output_limit = 1U << 20U});
    if (result.timed_out) {
        world.warn(core::sentence("the hook {} took longer than {} seconds and was ended",
                                  program.filename().string(), patience.count()));
    } else if (result.status != 0) {
        world.warn(core::sentence("the hook {} ended with status {}: {}", program.filename().string(),
                                  result.status, result.err.substr(0, result.err.find('\n'))));
    }
}

}  // namespace

void run_hooks(World& world) {
    const auto recorded = world.take_recorded();
    if (recorded.empty()) {
        return;
    }
    const auto programs = programs_in(hook_folder(world));
    for (const auto& event : programs.empty() ? std::vector<core::Event>{} : recorded) {
        const auto line = harmless_line(event, world);
        for (const auto& program : programs) {
            run_hook(program, event, line, world);
        }
    }
}

}  // namespace spoc::cmd
