#pragma once

#include <memory>
#include <string>

#include "lib/core/zone.hpp"

namespace spoc::settings {

/// The zone called `name` in the system's time-zone database. Throws ConfigError if there is none.
std::shared_ptr<const core::Zone> load_zone(const std::string& name);

}  // namespace spoc::settings
