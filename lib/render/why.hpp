#pragma once

#include <span>
#include <string>

#include "lib/core/agreement.hpp"
#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/render/case_text.hpp"
#include "lib/render/dates.hpp"

namespace spoc::render {

/// The arithmetic of every deadline of a case, line by line, for somebody who wants to check it.
std::string why_text(const Wording& say, const core::Case& content, const core::AgreementTerms& agreement,
                     std::span<const core::Clock> clocks, const Reader& reader, const Look& look);

/// The same as data: what `escalate why --json` gives. `zone` is the system's.
core::Value why_value(const core::Case& content, const core::AgreementTerms& agreement,
                      std::span<const core::Clock> clocks, const core::Zone& zone);

/// "response time: missed, target 1bh, counted by the calendar office".
std::string clock_heading(const Wording& say, const core::Clock& clock, const Reader& reader);

/// One line of the arithmetic: "2 Nov 09:00 – 16:00   7 h   (7 h)".
std::string step_line(const Wording& say, const core::ClockStep& step, const Reader& reader);

}  // namespace spoc::render
