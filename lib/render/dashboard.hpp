#pragma once

#include <string>

#include "lib/core/value.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/style.hpp"

namespace spoc::render {

/// The dashboard for people. `counts` is what `status --json` gives; each row of `agenda` is a row of a list
/// of cases (but for messages and mails) with `need`, `number` and `command`.
std::string dashboard(const Wording& say, const core::Value& counts, const core::List& agenda,
                      const Reader& reader, const Look& look);

}  // namespace spoc::render
