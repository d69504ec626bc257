#pragma once

#include <string>
#include <string_view>

#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/core/event.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/wording.hpp"

namespace spoc::render {

/// What people call the values that scripts know by a word. All in lower case, as in the middle of a
/// sentence.
std::string name(const Wording& say, core::CaseType type);
std::string name(const Wording& say, core::CaseState state);
std::string name(const Wording& say, core::EventKind kind);
std::string name(const Wording& say, core::ClockName clock);
std::string name(const Wording& say, core::ClockState state);
/// The clock of that word, such as "fix".
std::string clock_name(const Wording& say, std::string_view clock);

/// The holder of the ball or the sender of a message: "us", "the vendor"; another party by its own name.
std::string party_name(const Wording& say, std::string_view party);
/// A cause that an analysis found, such as "local".
std::string cause_name(const Wording& say, std::string_view cause);
/// What a case was closed as, such as "no-defect".
std::string closing_name(const Wording& say, std::string_view closed_as);
/// What was decided on a wish, such as "planned".
std::string decision_name(const Wording& say, std::string_view outcome);
/// The verdict on a fix or on one of its steps: "pass" or "fail".
/// "sent", of a message in the outbox.
std::string message_state_name(const Wording& say, std::string_view state);
std::string verdict_name(const Wording& say, std::string_view outcome);
/// How something was sent: "mail", "portal" or "phone".
std::string channel_name(const Wording& say, std::string_view via);
/// The kind of a notice, such as "maintenance".
std::string notice_kind_name(const Wording& say, std::string_view kind);
/// The state of a notice, in a source's word or ours; as it is if the word is not known.
std::string notice_state_name(const Wording& say, std::string_view state);
/// A field of a notice, as a heading: "Until".
std::string card_kind_name(const Wording& say, std::string_view word);
std::string notice_field_name(const Wording& say, std::string_view field);
/// What a field of a notice holds, for people: times in words, states and kinds by name.
std::string notice_value_text(const Wording& say, std::string_view field, std::string_view value,
                              const Reader& reader);
/// The kind of a message of the outbox, such as "reminder".
std::string message_kind_name(const Wording& say, std::string_view kind);
/// A field of what is recorded about a case, as a heading: "Observed", "Local checks".
std::string field_name(const Wording& say, std::string_view field);

}  // namespace spoc::render
