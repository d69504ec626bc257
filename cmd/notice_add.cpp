#include <algorithm>
#include <array>
#include <ostream>

#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/notice.hpp"
#include "cmd/notice_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/notice_words.hpp"
#include "lib/desk/notices.hpp"
#include "lib/intake/mail.hpp"
#include "lib/intake/markup.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::NoticeKind kind_of(const std::string& typed, World& world) {
    constexpr auto kinds = std::to_array<std::string_view>({"message", "release", "incident", "maintenance"});
    const auto kind = chosen("--kind", typed, kinds, render::notice_kind_name, world);
    return core::notice_kind(kind).value();
}

std::string state_of(const std::string& typed, World& world) {
    constexpr auto states =
        std::to_array<std::string_view>({"planned", "under-way", "resolved", "cancelled"});
    return typed.empty() ? typed : chosen("--state", typed, states, render::notice_state_name, world);
}

/// What has gone wrong began in the past; what is planned begins in the future.
void take_schedule(core::Notice& notice, const NoticeFields& fields, World& world) {
    const bool incident = notice.kind == core::NoticeKind::incident;
    if (!fields.starts_at.empty()) {
        notice.starts_at = (incident ? world.past(fields.starts_at) : world.future(fields.starts_at)).at;
    }
    if (!fields.ends_at.empty()) {
        const bool over = incident && core::settled(notice);
        notice.ends_at = (over ? world.past(fields.ends_at) : world.deadline(fields.ends_at)).at;
    }
    if (notice.starts_at && notice.ends_at && *notice.ends_at <= *notice.starts_at) {
        throw core::Misuse("the notice would end at {}, which is not after it begins at {}",
                           core::rfc3339(*notice.ends_at, world.zone()),
                           core::rfc3339(*notice.starts_at, world.zone()));
    }
}

/// Takes a pasted text. Its first line is the title, if there is none.
void take_text(core::Notice& notice, std::string text) {
    if (notice.title.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        notice.title = text.substr(0, end);
        text.erase(0, end + 1);
    }
    notice.body = intake::text_of_plain(text, intake::Lines::kept);
    notice.summary = intake::fold_white_space(notice.body);
}

/// The title that was typed; empty if none was.
std::string title_of(const NoticeFields& fields, World& world) {
    return fields.title.empty() ? std::string{} : intake::fold_white_space(world.title(fields.title));
}

/// What is told, in the words of the options or of a mail.
core::Notice told(const NoticeAddOptions& options, const std::string& title, World& world) {
    const auto source = options.source.empty() ? std::string(core::by_hand) : options.source;
    if (!options.mail.empty()) {
        auto& desk = world.desk();
        const auto bytes = world.text(options.mail == "-" ? options.mail : "@" + options.mail);
        return desk::notice_of(desk, intake::read_mail(bytes, desk.run, desk.helpers + "/spoc-mime"), source);
    }
    core::Notice notice;
    notice.source = source;
    notice.title = title;
    auto text = world.text(options.fields.text);
    if (notice.title.empty() && text.empty()) {
        throw core::Misuse("a notice needs a title or a text: --title TEXT, or --text - for pasted text");
    }
    take_text(notice, std::move(text));
    notice.published_at = world.now();
    return notice;
}

void put(std::string& field, const std::string& given) {
    field = given.empty() ? field : given;
}

/// Takes what is given in so many words.
void take_words(core::Notice& notice, const NoticeFields& fields, const std::string& title, World& world) {
    put(notice.title, title);
    put(notice.link, fields.link);
    put(notice.state, state_of(fields.state, world));
    put(notice.interface, fields.interface);
    put(notice.system, known_system(fields.system, world));
    if (!fields.kind.empty()) {
        notice.kind = kind_of(fields.kind, world);
    }
}

/// What the user says of it counts for more than what its words say.
core::Notice notice_of(const NoticeAddOptions& options, World& world) {
    const auto title = title_of(options.fields, world);
    auto notice = told(options, title, world);
    take_words(notice, options.fields, title, world);
    put(notice.system, notice.system.empty() ? world.settings().systems.front().code : std::string{});
    core::fill_by_words(notice, &world.zone());
    if (!options.fields.kind.empty()) {
        notice.kind = kind_of(options.fields.kind, world);
    }
    if (!options.fields.starts_at.empty() || !options.fields.ends_at.empty()) {
        notice.starts_at.reset();
        notice.ends_at.reset();
    }
    take_schedule(notice, options.fields, world);
    core::identify(notice);
    return notice;
}

/// The notice as it is after the change.
core::Notice changed(core::Notice notice, const NoticeFields& fields, World& world) {
    const auto title = title_of(fields, world);
    if (!fields.text.empty()) {
        take_text(notice, world.text(fields.text));
    }
    take_words(notice, fields, title, world);
    take_schedule(notice, fields, world);
    notice.updated_at = world.now();
    return notice;
}

void declare_fields(CommandLine& command, NoticeFields& fields, const render::Wording& say) {
    command.add_option("--title", fields.title, say("in a few words: what it is about"));
    command.add_option("--text", fields.text, say("the text; @FILE and - are read"));
    command.add_option("--kind", fields.kind, say("message, release, incident or maintenance"));
    command.add_option("--system", fields.system, say("code of the system, such as BOM"));
    command.add_option("--interface", fields.interface, say("the interface concerned"));
    command.add_option("--state", fields.state, say("planned, under-way, resolved or cancelled"));
    command.add_option("--link", fields.link, say("where it can be read"));
    command.add_option("--starts-at", fields.starts_at, say("when it begins"));
    command.add_option("--ends-at", fields.ends_at, say("when it is over"));
}

/// Prints the notice as a program or a person wants it; to a person with `words`.
ExitCode print_kept(const core::Notice& notice, const std::string& words, World& world) {
    if (world.globals().json) {
        print_json({{"notice", render::selected(notice_value(notice, world), look_of(world).fields)}}, world);
        return ExitCode::ok;
    }
    world.out() << notice.id << '\n';
    world.tell(words);
    return ExitCode::ok;
}

}  // namespace

void declare(CommandLine& command, NoticeAddOptions& options, const render::Wording& say) {
    auto* mail =
        command.add_option("mail", options.mail, say("A mail as a file (.eml); - is standard input"));
    declare_fields(command, options.fields, say);
    command.get_option("--text")->excludes(mail);
    command.add_option("--source", options.source, say("where it came from"));
}

ExitCode run(const NoticeAddOptions& options, World& world) {
    auto& desk = world.desk();
    world.makes_one_change();
    const auto sighting = desk::see_notice(desk, notice_of(options, world));
    const auto notice = desk.store.notice(sighting.id);
    const auto& say = world.say();
    const auto pass_on = say("Pass it on with: spoc notice forward {}", notice.id);
    using enum store::NoticeSighting::Change;
    const auto words = sighting.change == none ? say("That is known already: notice {}.", notice.id)
                       : sighting.change == updated
                           ? say("That is how notice {} went on.", notice.id) + ' ' + pass_on
                           : say("Kept as notice {}.", notice.id) + ' ' + pass_on;
    return print_kept(notice, words, world);
}

void declare(CommandLine& command, NoticeEditOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"))->required();
    declare_fields(command, options.fields, say);
}

ExitCode run(const NoticeEditOptions& options, World& world) {
    auto& desk = world.desk();
    const auto known = desk.store.notice(options.number);
    if (desk::is_read_from_feed(desk, known)) {
        throw core::Conflict("notice {} is read from the feed {}, which tells how it goes on", known.id,
                             known.source);
    }
    const auto& fields = options.fields;
    const std::vector<std::string> all = {fields.title,     fields.text,      fields.kind,
                                          fields.system,    fields.interface, fields.state,
                                          fields.starts_at, fields.ends_at,   fields.link};
    if (std::ranges::all_of(all, [](const std::string& field) { return field.empty(); })) {
        throw core::Misuse("nothing to change was given: --state resolved, --ends-at TIME or another option");
    }
    world.makes_one_change();
    const auto sighting = desk::keep_notice(desk, changed(known, fields, world));
    const auto notice = desk.store.notice(sighting.id);
    const auto& say = world.say();
    return print_kept(notice,
                      sighting.change == store::NoticeSighting::Change::none
                          ? say("Notice {} says that already.", notice.id)
                          : say("Notice {} is changed.", notice.id) + ' ' +
                                say("Pass it on with: spoc notice forward {}", notice.id),
                      world);
}

}  // namespace spoc::cmd
