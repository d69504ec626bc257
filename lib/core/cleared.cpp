#include "lib/core/cleared.hpp"

#include <algorithm>

namespace spoc::core {

namespace {

std::vector<GateInput> parts_of(const Message& message) {
    std::vector<GateInput> parts{{.part = GatePart::subject, .text = message.subject},
                                 {.part = GatePart::body, .text = message.body},
                                 {.part = GatePart::person, .text = message.from.name}};
    if (message.html) {
        parts.push_back({.part = GatePart::html, .text = *message.html});
    }
    for (const auto& recipient : message.to) {
        parts.push_back({.part = GatePart::person, .text = recipient.name});
    }
    for (const auto& file : message.attachments) {
        parts.push_back({.part = GatePart::attachment_name, .text = file.name, .file = file.name});
        parts.push_back({.part = GatePart::attachment,
                         .text = file.content,
                         .file = file.name,
                         .anonymised = file.anonymised});
    }
    return parts;
}

void mask_all(Message& message, Date today) {
    message.subject = mask(message.subject, today);
    message.body = mask(message.body, today);
    message.from.name = mask(message.from.name, today);
    if (message.html) {
        message.html = mask(*message.html, today);
    }
    for (auto& recipient : message.to) {
        recipient.name = mask(recipient.name, today);
    }
    for (auto& file : message.attachments) {
        file.name = mask(file.name, today);
        if (auto masked = mask_file(file.content, today)) {
            file.content = std::move(*masked);
        }
    }
}

/// Ids of mails say nothing to a reader; one in which something is found is left out of the thread, whoever
/// made it up.
void drop_telling_ids(Message& message, const GateRules& rules) {
    const auto tells = [&](const std::string& id) {
        return !scan({{.part = GatePart::body, .text = id}}, rules).empty();
    };
    std::erase_if(message.references, tells);
    if (tells(message.in_reply_to)) {
        message.in_reply_to = message.references.empty() ? std::string{} : message.references.back();
    }
}

std::vector<Sentence> sentences(const std::vector<GateFinding>& findings) {
    std::vector<Sentence> all;
    std::ranges::transform(findings, std::back_inserter(all),
                           [](const GateFinding& finding) { return sentence(finding); });
    return all;
}

/// What cannot be masked is refused, also what would only be warned of: whoever asks for masking asks for all
/// of it.
[[noreturn]] void refuse(const std::vector<GateFinding>& findings, const GateChoice& choice) {
    throw PrivacyRefusal(choice.redact ? sentence("this cannot leave the house, because it cannot be masked")
                                       : sentence("this must not leave the house"),
                         sentences(findings));
}

}  // namespace

Cleared clear(Message message, const GateRules& rules, const GateChoice& choice) {
    if (choice.redact) {
        mask_all(message, rules.today);
    }
    drop_telling_ids(message, rules);
    Cleared cleared;
    std::vector<GateFinding> blocking;
    for (auto& finding : scan(parts_of(message), rules)) {
        const bool blocks = choice.redact || finding.severity == GateFinding::Severity::block;
        (blocks ? blocking : cleared.warnings_).push_back(std::move(finding));
    }
    if (!blocking.empty() && choice.override_reason.empty()) {
        refuse(blocking, choice);
    }
    cleared.overridden_ = std::move(blocking);
    cleared.message_ = std::move(message);
    return cleared;
}

}  // namespace spoc::core
