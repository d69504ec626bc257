#include "cmd/upkeep.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

namespace {

std::string_view word(store::Finding::Severity severity) {
    switch (severity) {
        case store::Finding::Severity::note:
            return "note";
        case store::Finding::Severity::warning:
            return "warning";
        case store::Finding::Severity::damage:
            return "damage";
    }
    return "damage";
}

void print_findings(const std::vector<store::Finding>& findings, World& world) {
    if (for_people(world)) {
        for (const auto& finding : findings) {
            world.out() << world.say().tell(finding.text) << '\n';
        }
        if (findings.empty()) {
            world.out() << world.say()("The store is sound.") << '\n';
        }
        return;
    }
    core::List rows;
    for (const auto& finding : findings) {
        rows.push_back(core::Members{{"severity", word(finding.severity)}, {"text", finding.text.english()}});
    }
    print_listing(
        {.name = "findings",
         .columns = {{.name = "severity", .heading = "severity"}, {.name = "text", .heading = "text"}}},
        rows, world);
}

void tell_import(const store::ImportReport& report, World& world) {
    const auto& say = world.say();
    for (const auto& fault : report.faults) {
        world.warn(core::sentence("line {}: {}", fault.line, say.tell(fault.reason)));
    }
    if (world.globals().json) {
        print_json({{"lines", report.lines},
                    {"added", report.added},
                    {"known", report.known},
                    {"faulty", report.faulty}},
                   world);
    } else {
        world.tell(say("{} lines read: {} events new, {} known already, {} that cannot be taken.",
                       report.lines, report.added, report.known, report.faulty));
    }
}

ExitCode take_lines(std::istream& in, const ImportOptions& options, World& world) {
    const auto next = [&](std::string& line) { return static_cast<bool>(std::getline(in, line)); };
    const auto on_fault = options.keep_going ? store::OnFault::keep_going : store::OnFault::keep_nothing;
    const auto progress = [&](std::int64_t lines) {
        if (world.terminal().err && !world.globals().quiet) {
            world.err() << '\r' << world.say()("{} lines", lines) << std::flush;
        }
    };
    world.makes_one_change();
    const auto report = world.store().import_lines(next, on_fault, progress);
    tell_import(report, world);
    return report.faulty == 0 ? ExitCode::ok : ExitCode::failed;
}

void write_lines(const store::Store& store, std::optional<core::Instant> since, std::ostream& out,
                 const std::string& name) {
    store.export_lines(since, [&](std::string_view lines) { out << lines; });
    out.flush();
    if (!out) {
        throw core::Failed("the file {} cannot be written", name);
    }
}

/// A file gets its name once it is whole; what is no file, such as a pipe, is written as it is.
void write_file_of_lines(const store::Store& store, std::optional<core::Instant> since,
                         const std::string& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    const bool is_file = !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
    const auto unfinished = is_file ? path + ".part" : path;
    try {
        std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
        write_lines(store, since, file, path);
        file.close();
        if (is_file) {
            std::filesystem::rename(unfinished, path, failure);
        }
        if (!file || failure) {
            throw core::Failed("the file {} cannot be written", path);
        }
    } catch (...) {
        if (is_file) {
            std::filesystem::remove(unfinished, failure);
        }
        throw;
    }
}

}  // namespace

void declare(CommandLine& command, DoctorOptions& options, const render::Wording& say) {
    command.add_flag("--rebuild", options.rebuild,
                     say("make everything derived anew from the event log first"));
}

ExitCode run(const DoctorOptions& options, World& world) {
    auto& store = world.store();
    if (options.rebuild) {
        store.rebuild();
    }
    const auto findings =
        store.doctor(world.surroundings().clock > world.now() ? world.surroundings().clock : world.now());
    print_findings(findings, world);
    const bool damaged = std::ranges::any_of(findings, [](const store::Finding& finding) {
        return finding.severity == store::Finding::Severity::damage;
    });
    return damaged ? ExitCode::unusable : ExitCode::ok;
}

void declare(CommandLine& command, BackupOptions& options, const render::Wording& say) {
    command.add_option("file", options.file, say("Where the copy goes"))->required();
}

ExitCode run(const BackupOptions& options, World& world) {
    world.store().backup(options.file);
    world.tell(world.say()("A copy of the store is in {}", options.file));
    return ExitCode::ok;
}

void declare(CommandLine& command, ExportOptions& options, const render::Wording& say) {
    command.add_option("--since", options.since,
                       say("from the first event on that was recorded then or later"));
    command.add_option("-o,--output", options.output, say("write to this file"));
}

ExitCode run(const ExportOptions& options, World& world) {
    std::optional<core::Instant> since;
    if (!options.since.empty()) {
        since = world.past(options.since).at;
    }
    auto& store = world.globals().as_of.empty() ? world.store() : world.readable();
    if (options.output.empty()) {
        write_lines(store, since, world.out(), "stdout");
    } else {
        write_file_of_lines(store, since, options.output);
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, ImportOptions& options, const render::Wording& say) {
    command.add_option("file", options.file, say("The file; - is standard input"))->required();
    command.add_flag("--keep-going", options.keep_going,
                     say("keep what can be taken, although a line cannot"));
}

ExitCode run(const ImportOptions& options, World& world) {
    if (options.file == "-") {
        return take_lines(world.surroundings().in, options, world);
    }
    std::ifstream file(options.file, std::ios::binary);
    if (!file || std::filesystem::is_directory(options.file)) {
        throw core::Failed("the file {} cannot be read", options.file);
    }
    return take_lines(file, options, world);
}

}  // namespace spoc::cmd
