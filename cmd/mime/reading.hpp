#pragma once

#include <string_view>

#include "lib/core/mail_wire.hpp"

namespace spoc::mime {

/// Reads one mail, however broken. What has not one header is none.
core::MailReading read(std::string_view bytes);

}  // namespace spoc::mime
