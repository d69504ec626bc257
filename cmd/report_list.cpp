#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

void declare(CommandLine& command, ReportListOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
}

ExitCode run(const ReportListOptions& options, World& world) {
    print_cases(case_filter(options.filter, world),
                world.say()("No cases to show. `spoc report new` records one."), world);
    return ExitCode::ok;
}

void declare(CommandLine& command, ReportShowOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
}

ExitCode run(const ReportShowOptions& options, World& world) {
    print_case_file(desk::open_case(world.reading_desk(), options.id), world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
