#include "cmd/attachments.hpp"
#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/question.hpp"
#include "cmd/report.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"
#include "lib/core/analysis.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/notices.hpp"

namespace spoc::cmd {

namespace {

/// In the order of the interchange form, with the type first.
core::Value record_of(const core::Value& fields) {
    core::Value record{core::Members{{"type", core::word(core::CaseType::defect)}}};
    for (const auto& [name, value] : *fields.members()) {
        record.set(name, value);
    }
    return record;
}

void require_category(const core::Value& fields, World& world) {
    const auto* category = fields.find("category");
    if (category == nullptr || category->integer() == nullptr) {
        throw core::Misuse("the category is missing: --category 1 (the gravest) to {}",
                           world.rules().terms.lowest_category(fields.text_of("system")));
    }
    world.rules().terms.require_category(fields.text_of("system"), static_cast<int>(*category->integer()));
}

/// What a good report has and this one lacks, and what to type next.
void tell_what_next(const desk::CaseFile& file, World& world) {
    const auto& say = world.say();
    const auto id = core::text(file.id);
    const auto missing = core::missing_fields(file.content);
    if (!missing.empty()) {
        world.tell(say("A good report also has: {}.", core::joined(missing)));
        world.tell(say("Add it with: spoc report edit {}", id));
    }
    world.tell(say("Next: spoc report analyse {}, or spoc report send {}", id, id));
}

}  // namespace

void declare(CommandLine& command, ReportNewOptions& options, const render::Wording& say) {
    command.add_option("title", options.title, say("In a few words: what is wrong"));
    declare_fields(command, options.fields, say);
    command.add_option("--file", options.file, say("take the fields from a TOML file or a filled-in form"));
    command.add_option("--question", options.question,
                       say("the question of a colleague that it was first; it is closed"));
    command.add_option("--at", options.at, say("when the case was opened, if not now"));
    command.add_option("--attach", options.attach, say("a file to keep with the case (repeatable)"))
        ->allow_extra_args(false);
    command.add_flag("--anonymised", options.anonymised, say("the files show no person"));
    command.add_flag("--edit", options.edit, say("fill in a form in the editor"));
    command.add_flag("--recover", options.recover, say("go on with the form that was kept"));
}

ExitCode run(const ReportNewOptions& options, World& world) {
    auto fields = given_fields(options.title, options.fields, options.file, world);
    const auto question = question_of(options.question, fields, world);
    const bool bare = fields.members()->empty();
    const auto check = [&](const core::Value& filled) { require_category(filled, world); };
    if (options.edit || options.recover || (bare && world.asks())) {
        fields = edited_fields({.name = "form", .recover = options.recover}, fields, world, check);
    } else {
        fields = checked_fields(fields, world);
        check(fields);
    }
    const auto files = read_files(options.attach, options.anonymised);

    auto& desk = world.desk();
    auto similar =
        desk.store.similar(fields.text_of("title"), static_cast<std::size_t>(desk.settings.report.similar));
    leave_out(similar, question);
    world.makes_one_change();
    const auto id = desk::open_new_case(desk, {.record = record_of(fields),
                                               .at = world.occurred(options.at),
                                               .files = files,
                                               .question = question ? &*question : nullptr});

    const auto file = desk::open_case(desk, core::text(id));
    print_new_case(file, similar, desk::outages_of(desk, file), world);
    tell_of_question(question, id, world);
    tell_what_next(file, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
