#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/case.hpp"

namespace spoc::core {

/// The steps that a fix is verified by: those of the report, else its own steps as one.
std::vector<std::string> retest_plan(const Case& defect);

/// What a step led to.
struct StepVerdict {
    std::size_t step = 0;  ///< from 1
    bool passed = false;
    std::string note;
};

/// Reads "2=fail:note" or "1=pass". Throws Misuse, also if the plan has no such step.
StepVerdict read_step_verdict(std::string_view typed, std::size_t steps_in_plan);

/// The steps with their outcomes, as `verified` carries them.
Value verdict_list(const std::vector<std::string>& plan, const std::vector<StepVerdict>& verdicts);

}  // namespace spoc::core
