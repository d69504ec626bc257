#pragma once

#include "lib/settings/section.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

/// Reads who and what there is: `[me]` and all lists but calendars and agreements.
void read_landscape(Section& root, Settings& settings);

/// Reads how the program works: `[store]`, `[mail]`, `[report]` and `[privacy]`.
void read_workings(Section& root, Settings& settings);

/// Reads `[[calendar]]`. A calendar with a fault is left out.
void read_calendars(Section& root, Settings& settings);

/// Reads `[[agreement]]`.
void read_agreements(Section& root, Settings& settings);

/// Notes what the agreements say that cannot be right. Their calendars must all be there.
void check_terms(const Node& root, const core::Terms& terms, Reading& reading);

/// A length of time such as "500ms", "5s" or "2min". Throws ConfigError for anything else.
std::chrono::milliseconds parse_wait(std::string_view text);

}  // namespace spoc::settings
