#pragma once

#include <string>
#include <vector>

#include "lib/core/message.hpp"
#include "lib/core/privacy.hpp"

namespace spoc::core {

/// What the user wants done about what the privacy gate finds.
struct GateChoice {
    bool redact = false;          ///< mask CPR numbers
    std::string override_reason;  ///< why the gate is overruled; empty: it is not
};

/// A message that may leave the house. Only `clear` makes one, and whatever turns a message into outgoing
/// bytes takes nothing else: there is no way around the privacy gate.
class Cleared {
public:
    /// The message as it leaves, masked where that was asked for.
    const Message& message() const { return message_; }
    /// What the user should know of; it goes out all the same.
    const std::vector<GateFinding>& warnings() const { return warnings_; }
    /// What would have been refused if the user had not overruled the gate.
    const std::vector<GateFinding>& overridden() const { return overridden_; }

private:
    friend Cleared clear(Message message, const GateRules& rules, const GateChoice& choice);
    Cleared() = default;

    Message message_;
    std::vector<GateFinding> warnings_;
    std::vector<GateFinding> overridden_;
};

/// Lets a message through the privacy gate. Throws PrivacyRefusal with one detail for each place where
/// something stands that must not leave; nothing of it is quoted.
Cleared clear(Message message, const GateRules& rules, const GateChoice& choice);

}  // namespace spoc::core
