#pragma once

#include <string>
#include <vector>

#include "cmd/mime/owned.hpp"

namespace spoc::mime {

/// What a mail says of how it came about.
struct Origin {
    bool automatic =
        false;  ///< no person wrote it (RFC 3834): an automatic reply, bulk mail, a report on a delivery
    bool bounce = false;  ///< a report that a delivery failed (RFC 3464, or in a form of its own)
    std::string bounced;  ///< message id of what was to be delivered
};

Origin origin_of(GMimeMessage* message, const std::string& sender);

/// The values of all headers of that name as they stand in the mail.
std::vector<std::string> headers_of(GMimeObject* object, const std::string& name);

}  // namespace spoc::mime
