#pragma once

#include <string>
#include <string_view>

#include "lib/core/event.hpp"

namespace spoc::core {

/// Text as it is searched: lower case, æ and ä as ae, ø and ö as oe, å as aa, other marks stripped, and
/// everything that is neither letter nor digit a single space. Both what is searched and what is sought go
/// through it.
std::string fold_search_text(std::string_view text);

/// What people wrote in an event, a piece a line: titles, descriptions, notes, references, names of files.
std::string written_text(const Event& event);

}  // namespace spoc::core
