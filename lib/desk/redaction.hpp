#pragma once

#include <string>
#include <vector>

#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// What is to be removed from a case for good, beside CPR numbers and private keys.
struct RedactionOrder {
    std::vector<std::string> texts;   ///< such as a name or an address
    std::vector<std::string> fields;  ///< of the case, whole
    std::vector<std::string> files;   ///< names of attachments that are to go altogether
    std::string reason;
};

/// One place from which something is removed; it never holds what that is.
struct RemovedFrom {
    std::string place;  ///< event, file, mail, message or form
    std::string what;   ///< kind of the event, name of the file, number of the mail or message
    std::string field;
};

struct Redaction {
    std::vector<RemovedFrom> removed;
    std::vector<core::Sentence> warnings;  ///< what the user must look after
};

/// What would be removed. Throws Misuse for an order that makes no sense.
Redaction planned_redaction(const Desk& desk, const core::CaseId& id, const RedactionOrder& order);

/// Removes it from the events, files, mails, messages and forms of the case and from every file of the store,
/// and records that.
Redaction redact(Desk& desk, const core::CaseId& id, const RedactionOrder& order);

}  // namespace spoc::desk
