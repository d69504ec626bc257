#pragma once

#include <string>
#include <string_view>

#include "lib/render/wording.hpp"

namespace spoc::render {

/// Text as HTML shows it: the characters that mean something to HTML are written as entities.
std::string escaped(std::string_view text);

/// Text as Markdown shows it: the characters that mean something to Markdown have a backslash, and it is one
/// line.
std::string markdown(std::string_view text);

/// A page that needs nothing else around `content`, which is HTML. Made for screen, phone and paper.
std::string html_page(const Wording& say, std::string_view title, std::string_view content);

}  // namespace spoc::render
