#include <array>

#include "cmd/case_output.hpp"
#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/letters.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

std::string ending_of(const std::string& typed, World& world) {
    constexpr auto endings = std::to_array<std::string_view>(
        {"fixed", "local", "use", "no-defect", "duplicate", "withdrawn", "answered", "declined"});
    return chosen("--as", typed, endings, render::closing_name, world);
}

/// What it is closed as: as the user says, else as it stands.
std::string outcome(const ReportCloseOptions& options, const core::Case& before, World& world) {
    auto as = !options.as.empty()                         ? ending_of(options.as, world)
              : before.state == core::CaseState::verified ? std::string("fixed")
              : !options.of.empty()                       ? std::string("duplicate")
                                                          : std::string{};
    if (!core::closes_as(before.type, as)) {
        throw core::Misuse("say what it is closed as: --as {}",
                           "fixed, local, use, no-defect, duplicate, withdrawn, answered or declined");
    }
    if (as == "duplicate" && options.of.empty()) {
        throw core::Misuse("a duplicate needs the case that it is one of: --of BOM-1");
    }
    return as;
}

core::Value closing(const ReportCloseOptions& options, const desk::CaseFile& before, World& world) {
    core::Value content{core::Members{{"as", outcome(options, before.content, world)}}};
    if (!options.of.empty()) {
        const auto other = world.desk().store.resolve(options.of);
        if (other == before.id) {
            throw core::Misuse("{} cannot be a duplicate of itself", core::text(other));
        }
        content.set("of", core::text(other));
    }
    if (const auto text = world.text(options.sending.text); !text.empty()) {
        content.set("text", text);
    }
    return content;
}

}  // namespace

void declare(CommandLine& command, ReportCloseOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--as", options.as,
                       say("fixed, local, use, no-defect, duplicate, withdrawn, answered or declined"));
    command.add_option("--of", options.of, say("the case that it is a duplicate of"));
    command.add_flag("--silent", options.silent, say("without telling the colleague who reported it"));
    declare_sending(command, options.sending, say);
}

ExitCode run(const ReportCloseOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    core::require_possible(before.content, core::EventKind::closed);
    const auto content = closing(options, before, world);
    const auto reporter = desk::reporter_of(desk, before);
    if (reporter && !options.silent) {
        auto words = letter_words(options.sending, world);
        words.text = content.text_of("text");
        return send_or_print(desk::closing_letter(desk, before, *reporter, words, content), options.sending,
                             world);
    }
    world.makes_one_change();
    const auto after = desk::append(desk, before,
                                    {desk::make_event(desk, before.id, core::EventKind::closed,
                                                      world.occurred(options.sending.at), content)});
    print_change(after, world);
    if (!options.silent && !before.content.field("reporter").empty()) {
        world.tell(world.say()("{} is no colleague of the configuration with an address, so nobody was told.",
                               render::one_line(before.content.field("reporter"))));
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, ReportReopenOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--text", options.text, say("why"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const ReportReopenOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    world.makes_one_change();
    const auto after =
        desk::append(desk, before,
                     {desk::make_event(desk, before.id, core::EventKind::reopened, world.occurred(options.at),
                                       core::Members{{"why", world.text(options.text)}})});
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
