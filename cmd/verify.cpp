#include "cmd/verify.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/retest.hpp"
#include "lib/core/transition.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::cmd {

namespace {

enum class Outcome { pass, fail };

/// The verdict says where and on what it was reached; what the announcement said holds if the user says
/// nothing.
core::Value verdict(const desk::CaseFile& file, const VerdictOptions& options,
                    const std::vector<core::StepVerdict>& steps, Outcome outcome, const std::string& text) {
    core::Value content{core::Members{{"outcome", outcome == Outcome::pass ? "pass" : "fail"}}};
    const auto& announced = file.content.announcement;
    const auto said = [&](const std::string& given, const char* member) {
        return given.empty() && announced ? std::string(announced->text(member)) : given;
    };
    if (const auto environment = said(options.environment, "environment"); !environment.empty()) {
        content.set("environment", environment);
    }
    if (const auto release = said(options.release, "release"); !release.empty()) {
        content.set("release", release);
    }
    content.set("steps", core::verdict_list(core::retest_plan(file.content), steps));
    content.set("text", text);
    return content;
}

std::string what_next(const core::CaseSummary& after, Outcome outcome, const render::Wording& say) {
    const auto id = core::text(after.id);
    if (outcome == Outcome::fail) {
        return say("The fix is rejected. Tell the vendor with: spoc report remind {}", id);
    }
    return after.state == core::CaseState::verified
               ? say("Verified. Close it and tell the colleague with: spoc report close {} --as fixed", id)
               : say("It holds there, but not where {} was seen. Give it back to the vendor with: spoc "
                     "report "
                     "resume {}",
                     id, id);
}

ExitCode record(const VerdictOptions& options, const std::vector<core::StepVerdict>& steps, Outcome outcome,
                World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id, core::CaseType::defect);
    auto content = verdict(before, options, steps, outcome, world.text(options.text));
    world.makes_one_change();
    const auto after = desk::append(desk, before,
                                    {desk::make_event(desk, before.id, core::EventKind::verified,
                                                      world.occurred(options.at), std::move(content))});
    print_change(after, world, {}, NextStep::by_caller);
    world.tell(what_next(after, outcome, world.say()));
    return ExitCode::ok;
}

std::vector<core::StepVerdict> typed_steps(const VerdictOptions& options, World& world) {
    const auto file = desk::open_case(world.desk(), options.id, core::CaseType::defect);
    const auto plan = core::retest_plan(file.content);
    std::vector<core::StepVerdict> steps;
    std::ranges::transform(options.steps, std::back_inserter(steps), [&](const std::string& typed) {
        return core::read_step_verdict(typed, plan.size());
    });
    return steps;
}

void declare_verdict(CommandLine& command, VerdictOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--environment", options.environment, say("where it was tried"));
    command.add_option("--release", options.release, say("the release that holds the fix"));
    command.add_option("--step", options.steps, say("N=pass or N=fail:what happened (repeatable)"))
        ->allow_extra_args(false);
    command.add_option("--text", options.text, say("what was seen"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

}  // namespace

void declare(CommandLine& command, VerifyListOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
}

ExitCode run(const VerifyListOptions& options, World& world) {
    auto filter = case_filter(options.filter, world);
    filter.state = core::CaseState::fix_announced;
    print_cases(filter, world.say()("No fix waits to be tried."), world);
    return ExitCode::ok;
}

void declare(CommandLine& command, VerifyPlanOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
}

ExitCode run(const VerifyPlanOptions& options, World& world) {
    const auto file = desk::open_case(world.reading_desk(), options.id, core::CaseType::defect);
    const auto plan = core::retest_plan(file.content);
    if (world.globals().json) {
        const core::Members content{
            {"schema", 1}, {"case", core::text(file.id)}, {"steps", core::List(plan.begin(), plan.end())}};
        world.out() << core::json(content) << '\n';
        return ExitCode::ok;
    }
    for (std::size_t step = 0; step < plan.size(); ++step) {
        world.out() << step + 1 << ". " << render::neutral(plan[step]) << '\n';
    }
    if (plan.empty()) {
        world.tell(world.say()("There is no plan. Give it steps with: spoc report edit {} --retest STEP",
                               core::text(file.id)));
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, VerifyPassOptions& options, const render::Wording& say) {
    declare_verdict(command, options, say);
}

ExitCode run(const VerifyPassOptions& options, World& world) {
    const auto steps = typed_steps(options, world);
    const auto failed = std::ranges::find(steps, false, &core::StepVerdict::passed);
    if (failed != steps.end()) {
        throw core::Misuse("step {} failed, so the fix does not pass; spoc verify fail says so",
                           failed->step);
    }
    return record(options, steps, Outcome::pass, world);
}

void declare(CommandLine& command, VerifyFailOptions& options, const render::Wording& say) {
    declare_verdict(command, options, say);
}

ExitCode run(const VerifyFailOptions& options, World& world) {
    return record(options, typed_steps(options, world), Outcome::fail, world);
}

void declare(CommandLine& command, VerifyRunOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--environment", options.environment, say("where it was tried"));
    command.add_option("--release", options.release, say("the release that holds the fix"));
}

ExitCode run(const VerifyRunOptions& options, World& world) {
    if (!world.asks()) {
        throw core::Misuse(
            "verify run asks for each step, and there is no terminal to ask on; use verify pass or verify "
            "fail");
    }
    const auto file = desk::open_case(world.desk(), options.id, core::CaseType::defect);
    const auto plan = core::retest_plan(file.content);
    std::vector<core::StepVerdict> steps;
    for (std::size_t at = 0; at < plan.size(); ++at) {
        world.err() << at + 1 << ". " << render::neutral(plan[at]) << '\n';
        core::StepVerdict step{.step = at + 1, .passed = world.ask(world.say()("Did it work?")), .note = {}};
        if (!step.passed) {
            world.err() << world.say()("What happened?") << ' ' << std::flush;
            std::getline(world.surroundings().in, step.note);
        }
        steps.push_back(std::move(step));
    }
    const bool passed = std::ranges::all_of(steps, &core::StepVerdict::passed);
    VerdictOptions verdict;
    verdict.id = options.id;
    verdict.environment = options.environment;
    verdict.release = options.release;
    return record(verdict, steps, passed ? Outcome::pass : Outcome::fail, world);
}

void declare(CommandLine& command, VerifyReleaseOptions& options, const render::Wording& say) {
    command.add_option("release", options.release, say("The release"))->required();
}

ExitCode run(const VerifyReleaseOptions& options, World& world) {
    store::CaseFilter filter;
    filter.state = core::CaseState::fix_announced;
    auto fixes = world.readable().list(filter);
    std::erase_if(fixes, [&](const core::CaseSummary& each) { return each.release != options.release; });
    print_cases(fixes, world.say()("No fix waits to be tried."), world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
