#pragma once

#include <string>

#include "lib/core/message.hpp"

namespace spoc::mime {

/// The message as a mail of RFC 5322 with lines ended as Unix does. The same message gives the same bytes.
std::string compose(const core::Message& message);

}  // namespace spoc::mime
