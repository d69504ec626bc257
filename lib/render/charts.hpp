#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/render/wording.hpp"

namespace spoc::render {

/// One line of a chart of bars.
struct Bar {
    std::string label;
    double value = 0;
    std::string shown;           ///< the value as people write it
    std::optional<double> mark;  ///< where the value should reach
};

/// What a chart is about, for those who see it and those who do not.
struct ChartText {
    std::string id;     ///< unique on its page
    std::string title;  ///< what is shown
};

/// Bars from left to right, one below the other, as SVG. `full` is what fills the width; 0: the largest
/// value.
std::string bar_chart(const ChartText& text, const std::vector<Bar>& bars, double full = 0);

/// What came and went in one step of time, and what there was at its end.
struct Step {
    std::string label;
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t level = 0;
};

/// What is called what in a chart of steps.
struct StepNames {
    std::string in, out, level;
};

/// Two columns a step, and a line for the level, as SVG.
std::string step_chart(const ChartText& text, const std::vector<Step>& steps, const StepNames& names);

}  // namespace spoc::render
