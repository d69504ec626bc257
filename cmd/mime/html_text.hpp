#pragma once

#include <string>

namespace spoc::mime {

/// What a page of HTML says, as text: a line a paragraph or row, "- " before the items of a list, "> " before
/// what is quoted. Scripts and styles are left out, and nothing is fetched.
std::string html_text(const std::string& html);

}  // namespace spoc::mime
