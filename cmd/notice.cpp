#include "cmd/notice.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/notice_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/notice_words.hpp"
#include "lib/desk/notices.hpp"
#include "lib/intake/mail.hpp"
#include "lib/intake/markup.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::NoticeKind kind_of(const std::string& typed) {
    const auto kind = core::notice_kind(typed);
    if (!kind) {
        throw core::Misuse("--kind cannot be {}; it is one of {}", typed,
                           "message, release, incident, maintenance");
    }
    return *kind;
}

/// What has gone wrong began in the past; what is planned begins in the future.
void take_schedule(core::Notice& notice, const NoticeAddOptions& options, World& world) {
    if (!options.starts_at.empty()) {
        const bool began = options.kind == core::word(core::NoticeKind::incident);
        notice.starts_at = (began ? world.past(options.starts_at) : world.future(options.starts_at)).at;
    }
    if (!options.ends_at.empty()) {
        notice.ends_at = world.deadline(options.ends_at).at;
    }
    if (notice.starts_at && notice.ends_at && *notice.ends_at <= *notice.starts_at) {
        throw core::Misuse("the notice ends at {}, which is before it begins at {}", options.ends_at,
                           options.starts_at);
    }
}

/// Takes a pasted text. Its first line is the title, if none was given.
void take_text(core::Notice& notice, std::string text) {
    if (notice.title.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        notice.title = text.substr(0, end);
        text.erase(0, end + 1);
    }
    notice.body = intake::text_of_plain(text, intake::Lines::kept);
    notice.summary = intake::fold_white_space(notice.body);
}

/// What is told, in the words of the options or of a mail.
core::Notice told(const NoticeAddOptions& options, World& world) {
    const auto source = options.source.empty() ? std::string("manual") : options.source;
    if (!options.mail.empty()) {
        auto& desk = world.desk();
        const auto bytes = world.text(options.mail == "-" ? options.mail : "@" + options.mail);
        return desk::notice_of(desk, intake::read_mail(bytes, desk.run, desk.helpers + "/spoc-mime"), source);
    }
    core::Notice notice;
    notice.source = source;
    notice.title = options.title;
    auto text = world.text(options.text);
    if (notice.title.empty() && text.empty()) {
        throw core::Misuse("a notice needs a title or a text: --title TEXT, or --text - for pasted text");
    }
    take_text(notice, std::move(text));
    notice.published_at = world.now();
    return notice;
}

/// What the user says of it counts for more than what its words say.
core::Notice notice_of(const NoticeAddOptions& options, World& world) {
    auto notice = told(options, world);
    const auto put = [](std::string& field, const std::string& given) {
        field = given.empty() ? field : given;
    };
    put(notice.title, options.title);
    put(notice.link, options.link);
    put(notice.state, options.state);
    put(notice.interface, options.interface);
    put(notice.system, options.system.empty() && notice.system.empty() ? world.settings().systems.front().code
                                                                       : known_system(options.system, world));
    take_schedule(notice, options, world);
    core::fill_by_words(notice, &world.zone());
    if (!options.kind.empty()) {
        notice.kind = kind_of(options.kind);
    }
    core::identify(notice);
    return notice;
}

}  // namespace

void declare(CLI::App& command, NoticeListOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    command.add_flag("--all", options.all, say("those that were read or are over too"));
    command.add_option("--limit", options.limit, say("at most so many; 0: all"))
        ->check(CLI::Range(0, 100000000));
}

ExitCode run(const NoticeListOptions& options, World& world) {
    const bool shortened = for_people(world) && !options.limit;
    const store::NoticeFilter filter{
        .scope = options.all ? store::NoticeScope::all : store::NoticeScope::current,
        .system = known_system(options.system, world),
        .limit = shortened ? lines_for_people + 1 : options.limit.value_or(0)};
    auto notices = world.readable().notices(filter, world.now());
    const bool more = shortened && std::ssize(notices) > lines_for_people;
    if (more) {
        notices.pop_back();
    }
    print_notices(notices, world);
    if (more) {
        tell_more(world);
    }
    return ExitCode::ok;
}

void declare(CLI::App& command, NoticeFetchOptions& options, const render::Wording& say) {
    command.add_option("--from", options.from, say("only this address: http, https or file"));
    command.add_flag("--exit-code", options.exit_code, say("end with 10 if something is new"));
}

ExitCode run(const NoticeFetchOptions& options, World& world) {
    const auto fetched = desk::fetch_notices(world.desk(), options.from);
    for (const auto& failure : fetched.failures) {
        world.warn(failure);
    }
    print_notices(fetched.notices, world);
    if (for_people(world) && !fetched.notices.empty()) {
        world.tell(world.say().count("{} notice is new or changed.", "{} notices are new or changed.",
                                     static_cast<std::int64_t>(fetched.notices.size())));
    }
    if (!fetched.failures.empty()) {
        return ExitCode::outside;
    }
    return options.exit_code && !fetched.notices.empty() ? ExitCode::due : ExitCode::ok;
}

void declare(CLI::App& command, NoticeAddOptions& options, const render::Wording& say) {
    auto* mail =
        command.add_option("mail", options.mail, say("A mail as a file (.eml); - is standard input"));
    command.add_option("--title", options.title, say("in a few words: what it is about"));
    command.add_option("--text", options.text, say("the text; @FILE and - are read"))->excludes(mail);
    command.add_option("--kind", options.kind, say("message, release, incident or maintenance"));
    command.add_option("--system", options.system, say("code of the system, such as BOM"));
    command.add_option("--interface", options.interface, say("the interface concerned"));
    command.add_option("--state", options.state, say("planned, under-way, resolved or cancelled"));
    command.add_option("--link", options.link, say("where it can be read"));
    command.add_option("--source", options.source, say("where it came from"));
    command.add_option("--starts-at", options.starts_at, say("when it begins"));
    command.add_option("--ends-at", options.ends_at, say("when it is over"));
}

ExitCode run(const NoticeAddOptions& options, World& world) {
    auto& desk = world.desk();
    const auto sighting = desk::see_notice(desk, notice_of(options, world));
    const auto notice = desk.store.notice(sighting.id);
    if (world.globals().json) {
        print_json({{"notice", render::selected(notice_value(notice, world), look_of(world).fields)}}, world);
        return ExitCode::ok;
    }
    world.out() << notice.id << '\n';
    const auto& say = world.say();
    world.tell(sighting.change == store::NoticeSighting::Change::none
                   ? say("That is known already: notice {}.", notice.id)
                   : say("Kept as notice {}. Pass it on with: spoc notice forward {}", notice.id, notice.id));
    return ExitCode::ok;
}

void declare(CLI::App& command, NoticeShowOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"))->required();
}

ExitCode run(const NoticeShowOptions& options, World& world) {
    const auto notice = world.readable().notice(options.number);
    if (world.globals().plain || world.globals().csv) {
        print_notices({notice}, world);
        return ExitCode::ok;
    }
    if (world.globals().json) {
        print_json({{"notice", render::selected(notice_value(notice, world), look_of(world).fields)}}, world);
        return ExitCode::ok;
    }
    world.out() << notice_text(notice, world.readable().notice_before(notice.id), world)
                << replies_text(world.readable().mails_about(notice.id), world);
    if (world.globals().as_of.empty()) {
        auto transaction = world.store().begin();
        transaction.mark_read(notice.id);
        transaction.commit();
    }
    return ExitCode::ok;
}

void declare(CLI::App& command, NoticeReceiptsOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"))->required();
}

ExitCode run(const NoticeReceiptsOptions& options, World& world) {
    const auto notice = world.store().notice(options.number);
    core::List rows;
    for (const auto& item : desk::messages_of(world.desk(), notice.id)) {
        rows.push_back(core::Members{{"to", item.recipient},
                                     {"state", store::word(item.state)},
                                     {"subject", item.subject},
                                     {"at", core::rfc3339(item.changed_at, world.zone())}});
    }
    const auto& say = world.say();
    const auto time = [&](const core::Value& row) {
        return render::Cell{
            .text = render::date_time(say, core::parse_rfc3339(row.text_of("at"))->at, world.reader())};
    };
    const auto state = [&](const core::Value& row) {
        return render::Cell{.text = render::message_state_name(say, row.text_of("state"))};
    };
    print_listing({.name = "receipts",
                   .columns = {{.name = "to", .heading = say("To"), .fit = render::Fit::kept},
                               {.name = "state", .heading = say("State"), .cell = state},
                               {.name = "at", .heading = say("When"), .cell = time},
                               {.name = "subject", .heading = say("Subject"), .fit = render::Fit::cut}},
                   .none = say("Nobody has been written to about this notice.")},
                  rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
