#pragma once

#include <string>
#include <string_view>

namespace spoc::intake {

/// Resolves a link against the address of the document it stands in (RFC 3986, 5.2). Blanks at the ends and
/// line breaks are dropped, other blanks and control characters escaped. Empty unless the outcome is http or
/// https.
std::string web_link(std::string_view link, std::string_view base);

/// Whether an address is http or https.
bool is_web_address(std::string_view address);

}  // namespace spoc::intake
