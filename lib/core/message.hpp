#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/core/time.hpp"

namespace spoc::core {

/// A mailbox of RFC 5322: a name for people and an address for machines.
struct Address {
    std::string name;
    std::string mail;
    bool operator==(const Address&) const = default;
};

/// A file that goes out with a message.
struct Attachment {
    std::string name;
    std::string media_type;
    std::string content;      ///< the bytes
    bool anonymised = false;  ///< the user says that it shows no person
};

/// A message on its way out, before it is made into mail or into text for a portal.
struct Message {
    Address from;
    std::vector<Address> to;
    std::string subject;
    std::string body;                 ///< plain text, UTF-8
    std::optional<std::string> html;  ///< the same as HTML, for a multipart mail
    std::vector<Attachment> attachments;
    std::string message_id;               ///< without angle brackets
    std::string in_reply_to;              ///< the same; empty if this starts a thread
    std::vector<std::string> references;  ///< oldest first
    Timestamp date;
};

/// A file that came with a mail. `name` is safe to use as a file name.
struct ReceivedAttachment {
    std::string name;
    std::string media_type;
    std::string content;
};

/// A mail that came in, decoded to UTF-8.
struct Mail {
    std::string message_id;                ///< without angle brackets; empty if it has none
    std::vector<std::string> in_reply_to;  ///< without angle brackets
    std::vector<std::string> references;   ///< oldest first
    Address from;         ///< the first mailbox of From; `mail` is the bare addr-spec in lower-case domain
    std::string subject;  ///< unfolded and decoded
    std::optional<Timestamp> date;  ///< absent if missing or unreadable
    std::string text;               ///< the first readable text of the body
    std::vector<ReceivedAttachment> attachments;
    bool automatic = false;          ///< an automatic reply, a bulk mail or a delivery report
    bool bounce = false;             ///< a delivery report that says it failed
    std::string bounced_message_id;  ///< of the message that a delivery report is about
};

}  // namespace spoc::core
