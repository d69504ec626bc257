#pragma once

#include <string>
#include <vector>

#include "lib/core/calendar.hpp"
#include "lib/core/case.hpp"
#include "lib/render/dates.hpp"

namespace spoc::render {

/// A moment that a chart marks.
struct ChartMark {
    core::Instant at;
    std::string label;
};

/// Who held the ball when.
struct BallChart {
    std::vector<core::BallSpan> balls;      ///< holders as people call them; empty: nobody
    core::Instant until;                    ///< where the last span ends
    std::vector<ChartMark> marks;           ///< deadlines
    const core::Calendar* hours = nullptr;  ///< whose open hours are shaded, if any
};

/// The chart as SVG: a bar of holders over time, open hours shaded, deadlines marked. With a title and a
/// description for those who cannot see it.
std::string ball_chart(const Wording& say, const BallChart& chart, const Reader& reader);

}  // namespace spoc::render
