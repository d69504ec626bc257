#include <algorithm>
#include <array>

#include "cmd/attachments.hpp"
#include "cmd/case_output.hpp"
#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"
#include "lib/desk/letters.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

using core::EventKind;

constexpr auto logged_words = std::to_array<std::string_view>(
    {"answered", "receipt", "noted", "promised", "workaround", "fix-announced"});

std::string kind_name(const render::Wording& say, std::string_view word) {
    return render::name(say, core::event_kind(word));
}

EventKind kind_of(const ReportLogOptions& options, World& world) {
    if (options.kind.empty()) {
        if (options.from.empty() && options.to.empty() && !options.ref.empty()) {
            return EventKind::receipt;  // that they have it, under this number
        }
        return options.from.empty() || options.from == core::us ? EventKind::noted : EventKind::answered;
    }
    return core::event_kind(chosen("--kind", options.kind, logged_words, kind_name, world));
}

/// A word that came from a party needs to say which; the vendor of the system is meant if none is named.
std::string sender(const ReportLogOptions& options, const core::CaseId& id, desk::Desk& desk) {
    const auto from = options.from.empty() ? desk.system(id.system).vendor : options.from;
    return from == core::us ? from : desk.party(from).name;
}

core::Value note_of(const ReportLogOptions& options, const std::string& text, desk::Desk& desk) {
    core::Value note{core::Members{{"text", text}}};
    const auto& party = options.to.empty() ? options.from : options.to;
    if (!party.empty() && party != core::us) {
        note.set("party", desk.party(party).name);
    }
    const bool inward = !options.from.empty() && options.from != core::us;
    note.set("direction", inward ? "in" : options.to.empty() ? "internal" : "out");
    return note;
}

core::Value content_of(const ReportLogOptions& options, EventKind kind, const core::CaseId& id,
                       World& world) {
    auto& desk = world.desk();
    const auto text = world.text(options.text);
    if (kind == EventKind::noted && !options.ref.empty()) {
        throw core::Misuse("a note has no place for a reference; --kind receipt or --kind answered has");
    }
    if (kind == EventKind::noted) {
        return note_of(options, text, desk);
    }
    core::Value content{core::Members{{"from", sender(options, id, desk)}}};
    if (!options.ref.empty()) {
        content.set("ref", options.ref);
    }
    if (kind == EventKind::promised) {
        if (options.by.empty()) {
            throw core::Misuse("a promise needs the time that was promised: --by TIME");
        }
        const auto by = world.deadline(options.by);
        if (by.at < world.occurred(options.at).at) {
            world.warn(
                core::sentence("what is promised for {} was over when it was promised; is --at missing?",
                               core::rfc3339(by)));
        }
        content.set("by", core::rfc3339(by));
    }
    if (kind == EventKind::fix_announced) {
        content.set("release", options.release);
        content.set("environment", options.environment);
    }
    content.set("text", text);
    return content;
}

/// What is given must have its place in what is recorded.
void require_places(const ReportLogOptions& options, EventKind kind) {
    if (!options.by.empty() && kind != EventKind::promised) {
        throw core::Misuse("{} is for a promise: --kind promised", "--by");
    }
    if (!(options.release.empty() && options.environment.empty()) && kind != EventKind::fix_announced) {
        throw core::Misuse("{} is for a fix: --kind fix-announced",
                           options.release.empty() ? "--environment" : "--release");
    }
    if (!options.to.empty() && kind != EventKind::noted) {
        throw core::Misuse("what we said is a note; --from PARTY names who said that it is {}",
                           core::word(kind));
    }
}

/// What was left out is not recorded, but for the text, which may be empty.
void without_empty(core::Value& content) {
    std::erase_if(*content.members(), [](const auto& member) {
        return member.second.text() != nullptr && member.second.text()->empty() && member.first != "text";
    });
}

/// Our word goes to them as a mail, with the files; the note says that it went.
ExitCode send_word(const ReportLogOptions& options, const std::vector<desk::File>& files, World& world) {
    if (options.to.empty()) {
        throw core::Misuse("--send needs to know to whom: --to PARTY");
    }
    auto& desk = world.desk();
    auto file = desk::open_case(desk, options.id);
    auto sending = options.sending;
    sending.text = options.text;
    sending.at = options.at;
    if (!files.empty() && !sending.print) {
        desk::append(desk, file, {}, files);
        file = desk::open_case(desk, options.id);
    }
    return send_or_print(
        desk::word_letter(desk, file, desk.party(options.to), letter_words(sending, world), files), sending,
        world);
}

}  // namespace

void declare(CommandLine& command, ReportLogOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("text", options.text, say("What was said; @FILE and - are read"));
    auto* from = command.add_option("--from", options.from, say("the party that said it"));
    command.add_option("--to", options.to, say("the party that it was said to"))->excludes(from);
    command.add_option("--kind", options.kind,
                       say("answered, receipt, noted, promised, workaround or fix-announced"));
    command.add_option("--ref", options.ref, say("the vendor's reference"));
    command.add_option("--by", options.by, say("the time that was promised"));
    command.add_option("--release", options.release, say("the release that holds the fix"));
    command.add_option("--environment", options.environment, say("where the fix can be tried"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
    command.add_option("--attach", options.attach, say("a file to keep with the case (repeatable)"))
        ->allow_extra_args(false);
    command.add_flag("--anonymised", options.anonymised, say("the files show no person"));
    auto* send = command.add_flag("--send", options.send, say("send it to them as a mail, with the files"));
    command.add_flag("--print", options.sending.print, say("only show what would go out"))->needs(send);
    auto* redact = command.add_flag("--redact", options.sending.redact, say("mask CPR numbers"))->needs(send);
    command
        .add_option("--override", options.sending.override_reason, say("overrule the privacy gate, and why"))
        ->excludes(redact)
        ->needs(send);
}

ExitCode run(const ReportLogOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    const auto kind = kind_of(options, world);
    require_places(options, kind);
    const auto files = read_files(options.attach, options.anonymised);
    if (options.send) {
        return send_word(options, files, world);
    }
    auto content = content_of(options, kind, before.id, world);
    without_empty(content);
    const auto at = world.occurred(options.at);
    world.makes_one_change();
    const auto after =
        desk::append(desk, before, {desk::make_event(desk, before.id, kind, at, std::move(content))}, files);
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
