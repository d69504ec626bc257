#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spoc::mime {

/// The message ids in a header, without angle brackets and white space. Where there are no brackets, words
/// with an @.
std::vector<std::string> message_ids(std::string_view header);

/// The id in a Message-ID header, in whatever form; empty if there is none.
std::string message_id(std::string_view header);

}  // namespace spoc::mime
