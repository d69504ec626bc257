#include <CLI/CLI.hpp>

#include "cmd/escalate.hpp"
#include "cmd/sending.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/dossier.hpp"

namespace spoc::cmd {

void declare(CLI::App& command, EscalateDossierOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_flag("--html", options.html, say("as a page that needs nothing else, with a chart"));
    command.add_option("-o,--output", options.output, say("write to this file"));
    auto* redact = command.add_flag("--redact", options.redact, say("mask CPR numbers"));
    command.add_option("--override", options.override_reason, say("overrule the privacy gate, and why"))
        ->excludes(redact);
}

ExitCode run(const EscalateDossierOptions& options, World& world) {
    auto& desk = options.override_reason.empty() ? world.reading_desk() : world.desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    const auto given = desk::give_out(
        desk, desk::dossier(desk, file),
        {.by_hand = true, .redact = options.redact, .override_reason = options.override_reason},
        options.html ? desk::Form::page : desk::Form::text);
    warn_all(given, world);
    write_out(given.text, options.output, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
