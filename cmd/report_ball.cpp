#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

namespace {

ExitCode move_ball(const std::string& id, const std::string& holder, const std::string& why,
                   const std::string& at, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, id);
    const auto to = holder.empty() ? before.content.reported_to : holder;
    if (to.empty()) {
        throw core::ImpossibleTransition(
            "{} has not been reported to anybody yet; spoc report send {} does that", core::text(before.id),
            core::text(before.id));
    }
    const auto known = to == core::us ? std::string(to) : desk.party(to).name;
    core::Value content{core::Members{{"holder", known}, {"why", world.text(why)}}};
    world.makes_one_change();
    const auto after = desk::append(
        desk, before,
        {desk::make_event(desk, before.id, core::EventKind::ball, world.occurred(at), std::move(content))});
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace

void declare(CommandLine& command, ReportWaitOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--on", options.on, say("who is waited for: us, or a party (us if not given)"));
    command.add_option("--text", options.text, say("why"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const ReportWaitOptions& options, World& world) {
    return move_ball(options.id, options.on.empty() ? std::string(core::us) : options.on, options.text,
                     options.at, world);
}

void declare(CommandLine& command, ReportResumeOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--to", options.to,
                       say("who goes on with it (whom it was reported to, if not given)"));
    command.add_option("--text", options.text, say("why"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const ReportResumeOptions& options, World& world) {
    return move_ball(options.id, options.to, options.text, options.at, world);
}

}  // namespace spoc::cmd
