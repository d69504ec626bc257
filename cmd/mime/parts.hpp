#pragma once

#include <string>
#include <vector>

#include "cmd/mime/owned.hpp"
#include "lib/core/message.hpp"

namespace spoc::mime {

/// The bytes of a part with its transfer encoding undone.
std::string content_of(GMimeObject* part);

/// The first readable text of a body. Of alternatives the plain one is taken; HTML is turned into text.
std::string body_text(GMimeObject* body);

/// Every part with a file name or a disposition of attachment, every picture, sound and document, and every
/// nested mail; in order. What is in a nested mail stays in it.
std::vector<core::ReceivedAttachment> attachments_of(GMimeObject* body);

/// "text/plain", in lower case.
std::string media_type_of(GMimeObject* part);

}  // namespace spoc::mime
