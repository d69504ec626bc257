#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lib/core/form.hpp"

namespace spoc::cmd {

class World;

/// Opens a form in the user's editor until `check` accepts what was filled in; each time with what was wrong
/// at the top. An empty or unchanged form gives up: throws Failed, and the form is kept where the message
/// says.
core::Value edit_form(const core::Value& known, const std::vector<core::FormLine>& lines, World& world,
                      const std::function<core::Value(const core::Value&)>& check);

}  // namespace spoc::cmd
