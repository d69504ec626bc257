#include "cmd/receive.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include "cmd/command_line.hpp"
#include "cmd/failures.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/mailroom.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

namespace fs = std::filesystem;

void tell_filed(const desk::Received& received, World& world) {
    const auto& say = world.say();
    const auto filed_as = received.answer.text_of("filed_as");
    const auto subject = render::one_line(received.answer.text_of("subject"));
    if (received.duplicate) {
        world.tell(say("Known already: {}", subject));
    } else if (filed_as == "case") {
        world.tell(say("Filed on {}: {}", received.answer.text_of("id"), subject));
        if (received.case_id && !world.store().summary(*received.case_id).is_open()) {
            world.tell(say("{} is closed; spoc report reopen {} opens it again",
                           core::text(*received.case_id), core::text(*received.case_id)));
        }
    } else if (filed_as == "notice") {
        world.tell(say("Kept as a notice: {}", subject));
    } else if (filed_as == "question") {
        world.tell(say("Kept as a question, {}: {}", received.answer.text_of("id"), subject));
    } else {
        world.tell(say("In the inbox: {}. Read it with: spoc receive show {}", subject,
                       *received.answer.find("id")->integer()));
    }
}

/// When a promise is due, as it can be typed.
std::string day_and_clock(const core::Proposal& promise) {
    auto day = core::iso(*promise.by);
    if (!promise.by_clock) {
        return day;
    }
    const std::chrono::hh_mm_ss clock{*promise.by_clock};
    return fmt::format("'{} {:02}:{:02}'", day, clock.hours().count(), clock.minutes().count());
}

/// What the words seem to report is never recorded by itself; the command that would record it is shown.
void tell_proposals(const desk::Received& received, World& world) {
    if (!received.case_id) {
        return;
    }
    for (const auto& proposal : received.proposals) {
        const auto id = core::text(*received.case_id);
        const auto line = render::one_line(proposal.line);
        if (proposal.kind == core::EventKind::ball) {
            world.tell(
                world.say()("It seems to ask us something: \"{}\". Then: spoc report wait {}", line, id));
        } else if (proposal.kind == core::EventKind::promised && proposal.by) {
            world.tell(
                world.say()("It seems to promise: \"{}\". Then: spoc report log {} --kind promised --by {}",
                            line, id, day_and_clock(proposal)));
        } else {
            world.tell(world.say()("It seems to report: \"{}\". Then: spoc report log {} --kind {}", line, id,
                                   core::word(proposal.kind)));
        }
    }
}

void print_received(const desk::Received& received, World& world) {
    if (world.globals().json) {
        world.out() << core::json(render::selected(received.answer, look_of(world).fields)) << '\n';
        return;
    }
    const auto* number = received.answer.find("id")->integer();
    world.out() << received.answer.text_of("filed_as") << '\t'
                << (number != nullptr ? fmt::format("{}", *number)
                                      : std::string(received.answer.text_of("id")))
                << '\n';
    tell_filed(received, world);
    tell_proposals(received, world);
}

std::vector<fs::path> mails_in(const fs::path& maildir) {
    std::vector<fs::path> mails;
    for (const auto* const part : {"new", "cur"}) {
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(maildir / part, failure)) {
            if (entry.is_regular_file(failure) && !entry.path().filename().string().starts_with('.')) {
                mails.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(mails);
    return mails;
}

void move_to_cur(const fs::path& mail) {
    if (mail.parent_path().filename() == "new") {
        std::error_code failure;
        fs::rename(mail, mail.parent_path().parent_path() / "cur" / (mail.filename().string() + ":2,S"),
                   failure);
    }
}

/// One mail that cannot be read does not stop the others.
ExitCode receive_maildir(const ReceiveOptions& options, World& world) {
    if (!fs::is_directory(fs::path(options.maildir) / "new")) {
        throw core::Failed("{} is no maildir: it has no folder new", options.maildir);
    }
    Failures failures;
    for (const auto& mail : mails_in(options.maildir)) {
        try {
            print_received(
                desk::receive(world.desk(), world.text("@" + mail.string()), options.as, desk::Look::later),
                world);
            if (options.move) {
                move_to_cur(mail);
            }
        } catch (const core::Error& error) {
            failures.add(error, core::sentence("the mail {} is not filed:", mail.filename().string()));
        }
    }
    failures.conclude();
    return ExitCode::ok;
}

}  // namespace

void declare(CommandLine& command, ReceiveOptions& options, const render::Wording& say) {
    command.add_option("--maildir", options.maildir, say("file every mail of this maildir"));
    command.add_flag("--move", options.move, say("move what was filed from new to cur"));
    command.add_option("--as", options.as, say("the kind of event that it is, such as fix-announced"));
}

ExitCode run(const ReceiveOptions& options, World& world) {
    if (!options.maildir.empty()) {
        return receive_maildir(options, world);
    }
    if (world.terminal().in) {
        throw core::Misuse("receive takes a mail on standard input, or --maildir DIR");
    }
    const auto look = world.terminal().out ? desk::Look::now : desk::Look::later;
    print_received(desk::receive(world.desk(), world.text("-"), options.as, look), world);
    return ExitCode::ok;
}

void declare(CommandLine& /*command*/, ReceiveListOptions& /*options*/, const render::Wording& /*say*/) {}

ExitCode run(const ReceiveListOptions& /*options*/, World& world) {
    core::List rows;
    for (const auto& mail : world.store().inbox()) {
        rows.push_back(core::Members{{"id", mail.id},
                                     {"from", mail.sender},
                                     {"subject", mail.subject},
                                     {"at", core::rfc3339(mail.at, world.zone())}});
    }
    const auto& say = world.say();
    print_listing(
        {.name = "inbox",
         .columns =
             {{.name = "id", .heading = say("No."), .align = render::Align::right, .fit = render::Fit::kept},
              {.name = "from", .heading = say("From")},
              {.name = "subject", .heading = say("Subject"), .fit = render::Fit::cut},
              {.name = "at", .heading = say("When"), .priority = 2}},
         .none = say("The inbox is empty.")},
        rows, world);
    return ExitCode::ok;
}

void declare(CommandLine& command, ReceiveShowOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The mail's number in the inbox"))->required();
}

ExitCode run(const ReceiveShowOptions& options, World& world) {
    const auto mail = desk::inbox_mail(world.reading_desk(), options.number);
    if (world.globals().json) {
        world.out() << core::json(render::selected(mail.answer, look_of(world).fields)) << '\n';
        return ExitCode::ok;
    }
    const auto& say = world.say();
    const auto name = render::one_line(mail.answer.text_of("from_name"));
    world.out() << say("From: {}", name.empty() ? mail.sender : fmt::format("{} <{}>", name, mail.sender))
                << '\n'
                << say("Subject: {}", render::one_line(mail.subject)) << '\n'
                << say("Came: {}", render::date_time(say, mail.at, world.reader())) << '\n';
    for (const auto& attachment : *mail.answer.find("attachments")->list()) {
        world.out() << say("Attachment: {}", render::one_line(attachment.text_of("name"))) << '\n';
    }
    world.out() << '\n' << render::neutral(mail.answer.text_of("text")) << '\n';
    world.tell(say("Next: spoc receive place {} --on CASE, or: spoc receive drop {}", mail.id, mail.id));
    return ExitCode::ok;
}

void declare(CommandLine& command, ReceiveDropOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The mail's number in the inbox"))->required();
}

ExitCode run(const ReceiveDropOptions& options, World& world) {
    world.makes_one_change();
    desk::drop(world.desk(), options.number);
    world.tell(world.say()("Mail {} is off the list; it is kept.", options.number));
    return ExitCode::ok;
}

void declare(CommandLine& command, ReceivePlaceOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The mail's number in the inbox"))->required();
    command.add_option("--on", options.on, say("the case that it belongs to"))->required();
    command.add_option("--as", options.as, say("the kind of event that it is, such as fix-announced"));
}

ExitCode run(const ReceivePlaceOptions& options, World& world) {
    world.makes_one_change();
    print_received(desk::place(world.desk(), options.number, options.on, options.as), world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
