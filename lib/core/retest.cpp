#include "lib/core/retest.hpp"

#include <charconv>

#include "lib/core/error.hpp"

namespace spoc::core {

std::vector<std::string> retest_plan(const Case& defect) {
    std::vector<std::string> plan;
    const auto* retest = defect.fields.find("retest");
    if (retest != nullptr && retest->list() != nullptr) {
        for (const auto& step : *retest->list()) {
            if (step.text() != nullptr) {
                plan.push_back(*step.text());
            }
        }
    }
    if (plan.empty() && !defect.field("steps").empty()) {
        plan.emplace_back(defect.field("steps"));
    }
    return plan;
}

StepVerdict read_step_verdict(std::string_view typed, std::size_t steps_in_plan) {
    StepVerdict verdict;
    const auto [stop, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), verdict.step);
    std::string_view rest = typed.substr(static_cast<std::size_t>(stop - typed.data()));
    const auto colon = rest.find(':');
    const auto outcome = rest.substr(0, colon);
    if (failure != std::errc{} || (outcome != "=pass" && outcome != "=fail")) {
        throw Misuse("a step is given as 1=pass or 2=fail:what happened, not {}", typed);
    }
    if (verdict.step < 1 || verdict.step > steps_in_plan) {
        throw Misuse("there is no step {}; the plan has {}", verdict.step, steps_in_plan);
    }
    verdict.passed = outcome == "=pass";
    verdict.note = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    return verdict;
}

Value verdict_list(const std::vector<std::string>& plan, const std::vector<StepVerdict>& verdicts) {
    List list;
    for (const auto& verdict : verdicts) {
        Value step{
            Members{{"step", plan.at(verdict.step - 1)}, {"outcome", verdict.passed ? "pass" : "fail"}}};
        if (!verdict.note.empty()) {
            step.set("note", verdict.note);
        }
        list.push_back(std::move(step));
    }
    return list;
}

}  // namespace spoc::core
