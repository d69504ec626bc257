#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lib/core/form.hpp"

namespace spoc::cmd {

class World;

/// Where a form lies while it is filled in, and where it is kept if that comes to nothing.
struct FormFile {
    std::string name;      ///< such as "form" or "BOM-12"
    bool recover = false;  ///< go on with the one that was kept
};

/// Opens a form in the user's editor until `check` accepts what was filled in; each time with what was wrong
/// at the top. An empty or unchanged form gives up: throws Failed, and the form is kept where the message
/// says. One that was kept before is moved aside, unless it is to be recovered; throws NotFound if there is
/// none to recover.
core::Value edit_form(const FormFile& file, const core::Value& known,
                      const std::vector<core::FormLine>& lines, World& world,
                      const std::function<core::Value(const core::Value&)>& check);

}  // namespace spoc::cmd
