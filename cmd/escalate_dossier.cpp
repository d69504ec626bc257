#include "cmd/command_line.hpp"
#include "cmd/escalate.hpp"
#include "cmd/sending.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/dossier.hpp"

namespace spoc::cmd {

void declare(CommandLine& command, EscalateDossierOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    declare_page(command, options.page, PageForms::html, say);
}

ExitCode run(const EscalateDossierOptions& options, World& world) {
    auto& desk = desk_for(options.page, world);
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    write_page(desk::dossier(desk, file), options.page, desk::Form::text, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
