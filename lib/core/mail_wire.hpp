#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/error.hpp"
#include "lib/core/message.hpp"

namespace spoc::core {

// How the program and its helper spoc-mime speak: one line of JSON, which ends with the sizes of the
// attachments, and then their bytes. Mails to be read are framed by a line with their size.

/// A message to be composed.
std::string message_wire(const Message& message);
/// Throws Failed if `wire` is cut short or not of this form.
Message read_message_wire(std::string_view bytes);

/// One mail that was read, or the reason why it is none.
struct MailReading {
    std::optional<Mail> mail;
    std::string error;
};

std::string reading_wire(const MailReading& reading);
/// Any number of readings, one after the other. Throws Failed if `wire` is cut short or not of this form.
std::vector<MailReading> read_readings_wire(std::string_view bytes);

/// Mails to be read, one after the other.
std::string mails_wire(const std::vector<std::string>& mails);
std::vector<std::string_view> read_mails_wire(std::string_view bytes);

}  // namespace spoc::core
