#include "cmd/upkeep.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

#include <sys/stat.h>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/progress.hpp"
#include "cmd/world.hpp"
#include "lib/desk/personal.hpp"
#include "lib/store/backup.hpp"
#include <unistd.h>

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

std::string name(store::Finding::Severity severity, const render::Wording& say) {
    switch (severity) {
        case store::Finding::Severity::note:
            return say("note");
        case store::Finding::Severity::warning:
            return say("warning");
        case store::Finding::Severity::damage:
            break;
    }
    return say("damage");
}

void print_findings(const std::vector<store::Finding>& findings, World& world) {
    if (for_people(world)) {
        for (const auto& finding : findings) {
            world.out() << name(finding.severity, world.say()) << ": " << world.say().tell(finding.text)
                        << '\n';
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

void tell_files(const store::ImportReport& report, World& world) {
    for (const auto& file : report.files) {
        const auto id = core::text(file.case_id);
        if (file.is_kept) {
            world.warn(core::sentence(
                "the file {} of {} still has what was removed elsewhere, because what was left "
                "of it, {}, cannot be made here; bring that from the other store, or delete it",
                file.was, id, file.now));
        } else if (file.now.empty()) {
            world.warn(core::sentence("the file {} of {} was removed here too", file.was, id));
        } else {
            world.warn(core::sentence("the file {} of {} was replaced by what was left of it, {}", file.was,
                                      id, file.now));
        }
    }
    if (!report.is_wiped) {
        world.warn(
            core::sentence("another program is reading the store, so what was removed may still stand in "
                           "{}-wal; once that has ended, the next spoc redact clears it",
                           world.store().path()));
    }
}

ExitCode take_lines(std::istream& in, std::int64_t size, const ImportOptions& options, World& world) {
    std::int64_t read = 0;
    const auto next = [&](std::string& line) {
        const bool any = static_cast<bool>(std::getline(in, line));
        read += std::ssize(line) + 1;
        return any;
    };
    const auto on_fault = options.keep_going ? store::OnFault::keep_going : store::OnFault::keep_nothing;
    const auto& say = world.say();
    auto& store = world.store();
    world.makes_one_change();
    const auto report = [&] {
        Progress progress(world, say("Reading the log"), say("Interrupted; nothing of it was kept."));
        return store.import_lines(next, on_fault,
                                  [&](std::int64_t lines) { progress.at(size > 0 ? read : lines, size); });
    }();
    tell_import(report, world);
    for (const auto& id : report.redacted) {
        world.warn(
            core::sentence("something was removed from the events of {} here too; spoc redact {} looks "
                           "through its mails and messages",
                           core::text(id), core::text(id)));
    }
    tell_files(report, world);
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

}  // namespace

void declare(CommandLine& command, DoctorOptions& options, const render::Wording& say) {
    auto* rebuild = command.add_flag("--rebuild", options.rebuild,
                                     say("make everything derived anew from the event log first"));
    auto* privacy =
        command.add_flag("--privacy", options.privacy, say("where personal data stands, without showing it"));
    command.add_flag("--exit-code", options.exit_code, say("end with 10 if there is some"))->needs(privacy);
    privacy->excludes(rebuild);
}

namespace {

ExitCode survey(const DoctorOptions& options, World& world) {
    const auto& say = world.say();
    core::List rows;
    desk::each_personal_place(world.desk(), [&](const desk::PersonalPlace& each) {
        rows.push_back(
            core::Members{{"place", each.place},
                          {"case", each.case_id.empty() ? core::Value() : core::Value(each.case_id)},
                          {"what", each.what},
                          {"field", each.field},
                          {"finding", each.finding},
                          {"count", each.count}});
    });
    print_listing({.name = "places",
                   .columns = {{.name = "place", .heading = say("Place")},
                               {.name = "case", .heading = say("Case")},
                               {.name = "what", .heading = say("What")},
                               {.name = "field", .heading = say("Field")},
                               {.name = "finding", .heading = say("Finding")},
                               {.name = "count", .heading = say("Count"), .align = render::Align::right}},
                   .none = say("No CPR number or private key was found.")},
                  rows, world);
    return options.exit_code && !rows.empty() ? ExitCode::due : ExitCode::ok;
}

/// Writes a copy to standard output, from one that lies beside the store for as long as that takes.
void copy_out(World& world) {
    const auto file = world.store_path() + fmt::format(".backup-{}", ::getpid());
    remove_on_interrupt(store::unfinished_copy(file));
    world.store().backup(file);
    std::ifstream copy(file, std::ios::binary);
    std::filesystem::remove(file);  // what is open can still be read
    remove_on_interrupt({});
    world.out() << copy.rdbuf();
    world.out().flush();
    if (!copy || !world.out()) {
        throw core::Failed("the copy of the store cannot be written to standard output");
    }
}

}  // namespace

ExitCode run(const DoctorOptions& options, World& world) {
    if (options.privacy) {
        return survey(options, world);
    }
    auto& store = world.store();
    if (options.rebuild) {
        const auto& say = world.say();
        Progress progress(world, say("Making everything anew"),
                          say("Interrupted; everything is as it was before."));
        store.rebuild([&](std::int64_t done, std::int64_t total) { progress.at(done, total); });
    }
    const auto findings =
        store.doctor(world.surroundings().clock > world.now() ? world.surroundings().clock : world.now());
    print_findings(findings, world);
    const bool damaged = std::ranges::any_of(findings, [](const store::Finding& finding) {
        return finding.severity == store::Finding::Severity::damage;
    });
    if (damaged && options.rebuild) {
        world.warn(core::sentence("everything derived was made anew all the same"));
    }
    return damaged ? ExitCode::unusable : ExitCode::ok;
}

void declare(CommandLine& command, BackupOptions& options, const render::Wording& say) {
    command.add_option("file", options.file, say("Where the copy goes; - is standard output"))->required();
}

ExitCode run(const BackupOptions& options, World& world) {
    if (options.file == "-") {
        if (world.terminal().out) {
            throw core::Misuse("the copy would fill the terminal; send it to a program or a file");
        }
        copy_out(world);
        return ExitCode::ok;
    }
    const auto& say = world.say();
    auto& store = world.store();
    {
        Progress progress(world, say("Copying the store"), say("Interrupted; there is no copy."));
        remove_on_interrupt(store::unfinished_copy(options.file));
        store.backup(options.file, [&](std::int64_t done, std::int64_t total) { progress.at(done, total); });
        remove_on_interrupt({});
    }
    world.tell(world.say()("A copy of the store is in {}", options.file));
    const auto files = std::filesystem::path(world.store_folder()) / "attachments";
    if (std::error_code failure; std::filesystem::exists(files, failure)) {
        world.tell(world.say()("The attached files are not in it; copy {} too.", files.string()));
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, ExportOptions& options, const render::Wording& say) {
    command.add_option("--since", options.since,
                       say("from the first event on that was recorded then or later"));
}

ExitCode run(const ExportOptions& options, World& world) {
    std::optional<core::Instant> since;
    if (!options.since.empty()) {
        since = world.past(options.since).at;
    }
    auto& store = world.globals().as_of.empty() ? world.store() : world.readable();
    write_lines(store, since, world.out(), world.globals().file.empty() ? "stdout" : world.globals().file);
    return ExitCode::ok;
}

void declare(CommandLine& command, ImportOptions& options, const render::Wording& say) {
    command.add_option("file", options.file, say("The file; - is standard input"))->required();
    command.add_flag("--keep-going", options.keep_going,
                     say("keep what can be taken, although a line cannot"));
}

ExitCode run(const ImportOptions& options, World& world) {
    if (options.file == "-") {
        return take_lines(world.surroundings().in, 0, options, world);
    }
    std::ifstream file(options.file, std::ios::binary);
    if (!file || std::filesystem::is_directory(options.file)) {
        throw core::Failed("the file {} cannot be read", options.file);
    }
    std::error_code failure;
    const auto size = std::filesystem::file_size(options.file, failure);
    return take_lines(file, failure ? 0 : static_cast<std::int64_t>(size), options, world);
}

}  // namespace spoc::cmd
