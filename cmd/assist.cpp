#include "cmd/assist.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "cmd/case_output.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/letters.hpp"

namespace spoc::cmd {

namespace {

/// The colleague who asked, as somebody to write to.
core::Party asker(const desk::CaseFile& file, const desk::Desk& desk) {
    auto found = desk::reporter_of(desk, file);
    if (!found) {
        throw core::NotFound(
            "there is no colleague {} in the configuration, so there is no address to answer to",
            file.content.field("reporter"));
    }
    return std::move(*found);
}

}  // namespace

void declare(CLI::App& command, AssistListOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
}

ExitCode run(const AssistListOptions& options, World& world) {
    auto filter = case_filter(options.filter, world);
    filter.type = core::CaseType::question;
    print_cases(filter, world.say()("No questions to show."), world);
    return ExitCode::ok;
}

void declare(CLI::App& command, AssistNewOptions& options, const render::Wording& say) {
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
    const auto id =
        desk::open_new_case(desk, checked_fields(std::move(fields), world), world.occurred(options.at));
    print_new_case(desk::open_case(desk, core::text(id)), similar, {}, world);
    world.tell(world.say()("Next: spoc assist answer {} --text TEXT", core::text(id)));
    return ExitCode::ok;
}

void declare(CLI::App& command, AssistAnswerOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The question: 12 or BOM-12"))->required();
    command.add_flag("--keep-open", options.keep_open, say("there is more to come"));
    declare_sending(command, options.sending, say);
}

ExitCode run(const AssistAnswerOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::question);
    core::require_possible(file.content, core::EventKind::closed);
    const auto words = letter_words(options.sending, world);
    if (words.text.empty()) {
        throw core::Misuse("an answer needs words: --text TEXT");
    }
    auto letter = desk::answer_letter(desk, file, asker(file, desk), words);
    if (!options.keep_open) {
        letter.events.push_back(desk::make_event(desk, file.id, core::EventKind::closed, words.at,
                                                 core::Members{{"as", "answered"}}));
    }
    return send_or_print(letter, options.sending, world);
}

}  // namespace spoc::cmd
