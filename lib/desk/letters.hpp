#pragma once

#include <string>
#include <string_view>

#include "lib/core/escalation.hpp"
#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// What the user adds to a letter, and when it is said to have gone.
struct LetterWords {
    std::string text;    ///< covering words
    std::string via;     ///< mail, portal or phone
    std::string ref;     ///< the reference that the other side gave at once, as a portal does
    std::string reason;  ///< why a rung is skipped, or why it is sent although it is not ready
    core::Timestamp at;
};

/// The defect, reported to a party.
Outgoing report_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                       const LetterWords& words);

/// A reminder to the party that has it.
Outgoing reminder_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                         const LetterWords& words);

/// What we have to say to a party about a case, with files.
Outgoing word_letter(const Desk& desk, const CaseFile& file, const core::Party& to, const LetterWords& words,
                     const std::vector<File>& files);

/// An answer to a colleague's question.
Outgoing answer_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                       const LetterWords& words);

/// The colleague who told us of a case, as somebody to write to; nothing if it names no colleague of the
/// configuration, or one without an address.
std::optional<core::Party> reporter_of(const Desk& desk, const CaseFile& file);

/// To the colleague who told us of it: the case is closed. `closed` is what the event says.
Outgoing closing_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                        const LetterWords& words, const core::Value& closed);

/// A wish, handed on to be prioritised.
Outgoing wish_letter(const Desk& desk, const CaseFile& file, const core::Party& to, const LetterWords& words);

/// The case, escalated to a rung of the ladder: the facts, and nothing but the facts. `proposal` says which
/// clock it is about, if any.
Outgoing escalation_letter(const Desk& desk, const CaseFile& file, const core::Rung& rung,
                           const std::optional<core::RungProposal>& proposal, const LetterWords& words);

/// A letter about a case that is written by the template `name` with further values for it; the events that
/// say that it went are added by the caller. Files of the case go along if `with_files`.
enum class Files { along, left_out };
Outgoing case_letter(const Desk& desk, const CaseFile& file, const core::Party& to, std::string_view name,
                     const core::Value& more, Files files);

}  // namespace spoc::desk
