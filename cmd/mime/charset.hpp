#pragma once

#include <string>
#include <string_view>

namespace spoc::mime {

/// Text in `charset` as UTF-8; what cannot be decoded becomes U+FFFD, and so does NUL. An unknown charset is
/// taken as UTF-8. Without any, it is UTF-8 if it can be, and else windows-1252.
std::string to_utf8(std::string_view bytes, std::string charset);

/// The same with line ends as Unix has them.
std::string with_unix_lines(std::string_view text);

}  // namespace spoc::mime
