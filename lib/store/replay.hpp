#pragma once

#include <optional>

#include "lib/core/time.hpp"

namespace spoc::store {

struct Parts;

/// Fills the empty store `target` with what `source` knew: events that had occurred by `now` and, if `as_of`
/// is given, were recorded by then. A case is there if the event that opened it is.
void replay(const Parts& source, Parts& target, core::Instant now, std::optional<core::Instant> as_of);

}  // namespace spoc::store
