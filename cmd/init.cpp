#include "cmd/init.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

#include <sys/stat.h>

#include "cmd/command_line.hpp"
#include "cmd/world.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::cmd {

namespace {

namespace fs = std::filesystem;

/// Makes a folder, and those above it that are missing, for the user alone.
void make_folder(const fs::path& folder) {
    if (folder.empty() || fs::is_directory(folder)) {
        return;
    }
    make_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        throw core::Failed("the folder {} cannot be made: {}", folder.string(), std::strerror(errno));
    }
}

/// Writes a file for the user alone. It is whole or not there.
void write_file(const fs::path& path, const std::string& content) {
    const fs::path unfinished = path.string() + ".new";
    std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
    std::error_code failure;
    fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, failure);
    file << content;
    file.close();
    if (!file || failure) {
        throw core::Failed("the file {} cannot be written", unfinished.string());
    }
    fs::rename(unfinished, path, failure);
    if (failure) {
        throw core::Failed("the file {} cannot be written", path.string());
    }
}

/// What the user types, on a terminal; else what was given, or nothing.
std::string asked(const std::string& given, const std::string& question, World& world) {
    if (!given.empty() || !world.asks() || world.globals().yes) {
        return given;
    }
    world.err() << question << ' ' << std::flush;
    std::string answer;
    std::getline(world.surroundings().in, answer);
    return answer;
}

core::Me who(const InitOptions& options, World& world) {
    const auto& say = world.say();
    return {.name = asked(options.name, say("Your name?"), world),
            .mail = asked(options.mail, say("Your mail address?"), world),
            .municipality = asked(options.municipality, say("Your municipality?"), world),
            .calendar = {},
            .language = {}};
}

/// A configuration that is replaced is kept beside the new one.
void make_way(const fs::path& path, const InitOptions& options, World& world) {
    if (!fs::exists(fs::symlink_status(path))) {
        return;
    }
    if (!options.force) {
        throw core::Failed(
            "there is a configuration in {} already; --force writes a new one and keeps the old beside it",
            path.string());
    }
    const auto kept = path.string() + ".old";
    std::error_code failure;
    fs::rename(path, kept, failure);
    if (failure) {
        throw core::Failed("the file {} cannot be written", kept);
    }
    world.tell(world.say()("The old configuration is in {}", render::one_line(kept)));
}

}  // namespace

void declare(CommandLine& command, InitOptions& options, const render::Wording& say) {
    command.add_option("--name", options.name, say("your name"));
    command.add_option("--mail", options.mail, say("your mail address"));
    command.add_option("--municipality", options.municipality, say("your municipality"));
    command.add_flag("--force", options.force,
                     say("even if there is a configuration already; it is kept as .old"));
}

ExitCode run(const InitOptions& options, World& world) {
    const auto& environment = world.surroundings().environment;
    const fs::path path = settings::own_config_path(world.globals().config, environment);
    const auto content = settings::starting_file(who(options, world));
    const auto configured =
        settings::load_text(content, path.string());  // refuses what was typed before it is written
    const auto& named = world.globals().store;
    const fs::path store = named.empty() ? settings::store_path(configured, environment) : named;

    make_folder(fs::absolute(path).parent_path());
    make_way(path, options, world);
    write_file(path, content);
    make_folder(fs::absolute(store).parent_path());

    const auto& say = world.say();
    world.out() << say("The configuration is in {}", render::one_line(path.string())) << '\n'
                << say("Cases will be kept in {}", render::one_line(store.string())) << '\n';
    world.tell(say("Put in the addresses of your vendor and the others, then try: spoc config check"));
    return ExitCode::ok;
}

}  // namespace spoc::cmd
