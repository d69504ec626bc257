#pragma once

#include <span>
#include <string>

#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/style.hpp"

namespace spoc::render {

/// A case for people: how it stands, what is known of it, its clocks, and what happened, oldest first.
std::string case_text(const Wording& say, const core::Case& content, const core::History& history,
                      std::span<const core::Clock> clocks, const Reader& reader, const Look& look);

/// One line that says what happened: "answered by vendor: Vi ser på det".
std::string event_line(const Wording& say, const core::Event& event, const Reader& reader);

/// The clocks as `escalate why` and `report show` give them to programs; `zone` is the system's.
core::List clock_values(std::span<const core::Clock> clocks, const core::Zone& zone);

}  // namespace spoc::render
