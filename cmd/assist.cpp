#include "cmd/assist.hpp"

#include <algorithm>

#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/cards.hpp"
#include "lib/desk/letters.hpp"

namespace spoc::cmd {

namespace {

/// The colleague who asked, as somebody to write to; by hand, nobody needs an address.
core::Party asker(const desk::CaseFile& file, const desk::Desk& desk, bool by_hand) {
    auto found = desk::reporter_of(desk, file);
    if (!found && by_hand) {
        core::Party somebody;
        somebody.name = file.content.field("reporter");
        return somebody;
    }
    if (!found) {
        throw core::NotFound(
            "there is no colleague {} in the configuration, so there is no address to answer to",
            file.content.field("reporter"));
    }
    return std::move(*found);
}

std::string card_words(const core::Card& card) {
    auto words = card.text;
    for (const auto& link : card.links) {
        words += "\n" + link;
    }
    return words;
}

}  // namespace

void declare(CommandLine& command, AssistListOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
}

ExitCode run(const AssistListOptions& options, World& world) {
    auto filter = case_filter(options.filter, world);
    filter.type = core::CaseType::question;
    print_cases(filter, world.say()("No questions to show."), world);
    return ExitCode::ok;
}

void declare(CommandLine& command, AssistNewOptions& options, const render::Wording& say) {
    command.add_option("title", options.title, say("In a few words: what is asked"))->required();
    command.add_option("--text", options.text, say("the whole question; @FILE and - are read"));
    command.add_option("--system", options.system, say("code of the system, such as BOM"));
    command.add_option("--reporter", options.reporter, say("the colleague who asks"));
    command.add_option("--interface", options.interface, say("the interface concerned"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const AssistNewOptions& options, World& world) {
    core::Value fields{
        core::Members{{"type", core::word(core::CaseType::question)}, {"title", world.text(options.title)}}};
    put(fields, "system", options.system);
    put(fields, "steps", world.text(options.text));
    put(fields, "reporter", options.reporter);
    put(fields, "interface", options.interface);
    auto& desk = world.desk();
    const auto similar =
        desk.store.similar(fields.text_of("title"), static_cast<std::size_t>(desk.settings.report.similar));
    world.makes_one_change();
    const auto id = desk::open_new_case(
        desk, {.record = checked_fields(std::move(fields), world), .at = world.occurred(options.at)});
    print_new_case(desk::open_case(desk, core::text(id)), similar, {}, world);
    for (const auto& card : desk::cards(desk)) {
        if (std::ranges::any_of(similar, [&](const auto& hit) { return hit.summary.id == card.case_id; })) {
            world.tell(world.say()("There is a card for it: spoc assist answer {} --card {}", core::text(id),
                                   core::text(card.case_id)));
        }
    }
    if (!options.reporter.empty() && !desk::reporter_of(desk, desk::open_case(desk, core::text(id)))) {
        world.tell(world.say()(
            "There is no colleague {} with an address in the configuration; the answer can only go "
            "by hand: --by-hand.",
            options.reporter));
    }
    world.tell(world.say()("Next: spoc assist answer {} --text TEXT", core::text(id)));
    return ExitCode::ok;
}

void declare(CommandLine& command, AssistAnswerOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The question: 12 or BOM-12"))->required();
    command.add_option("--card", options.card, say("answer with this card, such as BOM-7"));
    command.add_flag("--keep-open", options.keep_open, say("there is more to come"));
    declare_sending(command, options.sending, say);
}

ExitCode run(const AssistAnswerOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::question);
    core::require_possible(file.content, core::EventKind::closed);
    auto words = letter_words(options.sending, world);
    const auto card = options.card.empty() ? std::nullopt : std::optional(desk::card(desk, options.card));
    if (card) {
        words.text += (words.text.empty() ? "" : "\n\n") + card_words(*card);
    }
    if (words.text.empty()) {
        throw core::Misuse("an answer needs words: --text TEXT, or --card CARD");
    }
    auto letter = desk::answer_letter(desk, file, asker(file, desk, options.sending.by_hand), words);
    if (card) {
        letter.events.push_back(desk::make_event(desk, file.id, core::EventKind::card_used, words.at,
                                                 core::use_of(*card, desk.store.card_events())));
    }
    if (!options.keep_open) {
        letter.events.push_back(desk::make_event(desk, file.id, core::EventKind::closed, words.at,
                                                 core::Members{{"as", "answered"}}));
    }
    const auto alike = card ? std::nullopt : desk::answered_alike(desk, file.id, words.text);
    const auto status = send_or_print(letter, options.sending, world);
    if (alike && status == ExitCode::ok) {
        world.tell(world.say()(
            "{} was answered like that too. To keep the answer: spoc assist card {} --kind how-to",
            core::text(*alike), core::text(*alike)));
    }
    return status;
}

}  // namespace spoc::cmd
