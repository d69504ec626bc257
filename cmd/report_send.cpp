#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"
#include "lib/core/analysis.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/letters.hpp"

namespace spoc::cmd {

namespace {

/// The party named, else the one that the analysis points at, else the vendor.
const core::Party& addressee(const std::string& named, const desk::CaseFile& file, desk::Desk& desk) {
    if (!named.empty()) {
        return desk.party(named);
    }
    return desk.party(
        core::addressee(file.content, desk.settings.interfaces, desk.system(file.id.system).vendor));
}

}  // namespace

void declare(CommandLine& command, ReportSendOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--to", options.to, say("the party (by the analysis, else the vendor, if not given)"));
    command.add_option("--ref", options.ref, say("the vendor's reference, if the portal gave one"));
    command.add_option("--via", options.via, say("mail, portal or phone"))
        ->one_of({"mail", "portal", "phone"});
    declare_sending(command, options.sending, say);
}

ExitCode run(const ReportSendOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    core::require_possible(file.content, core::EventKind::reported);
    if (file.content.reported_at) {
        world.tell(world.say()("{} was reported before; spoc report remind {} sends a reminder.",
                               core::text(file.id), core::text(file.id)));
    }
    auto words = letter_words(options.sending, world);
    words.ref = options.ref;
    auto sending = options.sending;
    if (!options.via.empty()) {
        words.via = options.via;
        sending.by_hand = options.via != "mail";
    }
    return send_or_print(desk::report_letter(desk, file, addressee(options.to, file, desk), words), sending,
                         world);
}

void declare(CommandLine& command, ReportRemindOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--to", options.to, say("the party (the one that has it, if not given)"));
    declare_sending(command, options.sending, say);
}

ExitCode run(const ReportRemindOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id);
    core::require_possible(file.content, core::EventKind::reminded);
    const auto& party = desk.party(options.to.empty() ? file.content.reported_to : options.to);
    return send_or_print(desk::reminder_letter(desk, file, party, letter_words(options.sending, world)),
                         options.sending, world);
}

}  // namespace spoc::cmd
