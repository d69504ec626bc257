#include "cmd/sending.hpp"

#include <ostream>

#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

/// Shows the draft and asks, where there is somebody to ask.
bool agreed(const desk::Outgoing& outgoing, const desk::Manner& manner, World& world) {
    if (world.globals().yes || !world.asks()) {
        return true;
    }
    world.err() << render::neutral(desk::preview(world.desk(), outgoing, manner).text) << '\n';
    return world.confirm(
        world.say()("Send this to {}?", render::party_name(world.say(), outgoing.recipient)));
}

void print_sent(const desk::Outgoing& outgoing, const desk::Sent& sent, const SendingOptions& options,
                World& world) {
    const bool as_json = world.globals().json.has_value();
    if (options.by_hand && !as_json) {
        write_out(sent.text, world);
    }
    const auto& say = world.say();
    const auto recipient = render::party_name(say, outgoing.recipient);
    const bool by_phone = std::ranges::any_of(
        outgoing.events, [](const core::Event& event) { return event.text("via") == "phone"; });
    if (by_phone) {
        world.tell(say("Recorded as told to {} by telephone; this is what to say.", recipient));
    } else if (options.by_hand) {
        world.tell(say("Recorded as handed to {} in their portal; paste the text there.", recipient));
    } else {
        world.tell(say("Sent to {} (message {}).", recipient, sent.outbox));
    }
    core::Members more;
    if (options.by_hand) {
        more.emplace_back("text", sent.text);
    }
    if (!outgoing.case_id) {
        if (options.by_hand && as_json) {
            print_json(std::move(more), world);
        }
    } else if (!options.by_hand || as_json) {
        print_change(world.desk().store.summary(*outgoing.case_id), world, std::move(more));
    }
}

}  // namespace

void declare_sending(CommandLine& command, SendingOptions& options, const render::Wording& say) {
    command.add_option("--text", options.text, say("covering words; @FILE and - are read"));
    command.add_flag("--print", options.print, say("only show what would go out"));
    command.add_flag("--by-hand", options.by_hand, say("as text to paste in a portal"));
    auto* redact = command.add_flag("--redact", options.redact, say("mask CPR numbers"));
    command.add_option("--override", options.override_reason, say("overrule the privacy gate, and why"))
        ->excludes(redact);
    command.add_option("--at", options.at, say("when it went, if not now"));
}

void declare_page(CommandLine& command, PageOptions& options, PageForms forms, const render::Wording& say) {
    if (forms != PageForms::none) {
        command.add_flag("--html", options.html, say("as a page that needs nothing else"));
    }
    if (forms == PageForms::html_and_markdown) {
        command.add_flag("--markdown", options.markdown, say("as Markdown"))
            ->excludes(command.get_option("--html"));
    }
    auto* redact = command.add_flag("--redact", options.redact, say("mask CPR numbers"));
    command.add_option("--override", options.override_reason, say("overrule the privacy gate, and why"))
        ->excludes(redact);
}

bool is_page_wanted(const PageOptions& options, World& world) {
    const auto& globals = world.globals();
    const bool for_programs = globals.json || globals.plain || globals.csv;
    return options.html || options.markdown || !globals.output.empty() ||
           (!globals.file.empty() && !for_programs);
}

desk::Desk& desk_for(const PageOptions& options, World& world) {
    return options.override_reason.empty() ? world.reading_desk() : world.desk();
}

void write_page(const desk::Outgoing& outgoing, const PageOptions& options, desk::Form text, World& world) {
    const auto& output = world.globals().output;
    if ((options.html && output == "md") || (options.markdown && output == "html")) {
        throw core::Misuse("{} and {} do not go together", options.html ? "--html" : "--markdown",
                           fmt::format("--output {}", output));
    }
    const auto given = desk::give_out(
        desk_for(options, world), outgoing,
        {.by_hand = true, .redact = options.redact, .override_reason = options.override_reason},
        options.html || output == "html" ? desk::Form::page : text);
    warn_all(given, world);
    write_out(given.text, world);
}

void warn_all(const desk::Sent& sent, World& world) {
    for (const auto& warning : sent.warnings) {
        world.warn(warning);
    }
}

void write_out(const std::string& text, World& world) {
    world.out() << (world.terminal().out ? render::neutral(text) : text);
}

desk::LetterWords letter_words(const SendingOptions& options, World& world) {
    return {.text = world.text(options.text),
            .via = options.by_hand ? "portal" : "mail",
            .ref = {},
            .reason = {},
            .at = world.occurred(options.at)};
}

ExitCode send_or_print(const desk::Outgoing& outgoing, const SendingOptions& options, World& world) {
    const desk::Manner manner{
        .by_hand = options.by_hand, .redact = options.redact, .override_reason = options.override_reason};
    if (options.print) {
        const auto draft = desk::give_out(world.desk(), outgoing, manner,
                                          options.by_hand ? desk::Form::text : desk::Form::mail);
        warn_all(draft, world);
        write_out(draft.text, world);
        return ExitCode::ok;
    }
    if (!agreed(outgoing, manner, world)) {
        world.tell(world.say()("Nothing was sent."));
        return ExitCode::failed;
    }
    const auto sent = desk::send(world.desk(), outgoing, manner);
    warn_all(sent, world);
    print_sent(outgoing, sent, options, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
