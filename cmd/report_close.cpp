#include <CLI/CLI.hpp>

#include "cmd/case_output.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"

namespace spoc::cmd {

void declare(CLI::App& command, ReportCloseOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--as", options.as,
                       say("fixed, local, use, no-defect, duplicate, withdrawn, answered or declined"));
    command.add_option("--of", options.of, say("the case that it is a duplicate of"));
    command.add_option("--text", options.text, say("a word to those concerned"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const ReportCloseOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    const auto as = !options.as.empty()                                 ? options.as
                    : before.content.state == core::CaseState::verified ? std::string("fixed")
                    : !options.of.empty()                               ? std::string("duplicate")
                                                                        : std::string{};
    if (!core::closes_as(before.content.type, as)) {
        throw core::Misuse("say what it is closed as: --as {}",
                           "fixed, local, use, no-defect, duplicate, withdrawn, answered or declined");
    }
    if (as == "duplicate" && options.of.empty()) {
        throw core::Misuse("a duplicate needs the case that it is one of: --of BOM-1");
    }
    core::Value content{core::Members{{"as", as}}};
    if (!options.of.empty()) {
        const auto other = desk.store.resolve(options.of);
        if (other == before.id) {
            throw core::Misuse("{} cannot be a duplicate of itself", core::text(other));
        }
        content.set("of", core::text(other));
    }
    if (!options.text.empty()) {
        content.set("text", world.text(options.text));
    }
    const auto after = desk::append(desk, before,
                                    {desk::make_event(desk, before.id, core::EventKind::closed,
                                                      world.occurred(options.at), std::move(content))});
    print_change(after, world);
    return ExitCode::ok;
}

void declare(CLI::App& command, ReportReopenOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--text", options.text, say("why"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const ReportReopenOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    const auto after =
        desk::append(desk, before,
                     {desk::make_event(desk, before.id, core::EventKind::reopened, world.occurred(options.at),
                                       core::Members{{"why", world.text(options.text)}})});
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
