#pragma once

#include <string>

#include "lib/desk/desk.hpp"
#include "lib/render/templates.hpp"

namespace spoc::desk {

/// The templates of letters: the user's own, from `templates/<language>/` beside the configuration, over what
/// is built in.
render::Templates templates(const Desk& desk);

/// The address that the user's letters come from.
std::string sender_address(const Desk& desk);

}  // namespace spoc::desk
