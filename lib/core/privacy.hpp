#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/error.hpp"
#include "lib/core/landscape.hpp"
#include "lib/core/zone.hpp"

namespace spoc::core {

/// Which part of something outgoing is looked at.
enum class GatePart {
    subject,
    body,             ///< with the covering words
    html,             ///< the same as HTML
    person,           ///< the name of a sender or recipient
    attachment_name,  ///< the name of a file
    attachment,       ///< the text in a file
};

/// One part of something outgoing, as it would leave.
struct GateInput {
    GatePart part = GatePart::body;
    std::string_view text;
    std::string_view file;    ///< of an attachment: its name
    bool anonymised = false;  ///< of an attachment: the user says that it shows no person
};

/// What the user has forbidden besides CPR numbers and private keys, and what counts as a date of the past.
struct GateRules {
    std::vector<PrivacyPattern> patterns;
    Date today;
};

/// Something that must not leave (`block`), or that the user should know of (`warn`). It never holds the text
/// that was found.
struct GateFinding {
    enum class Severity { warn, block };
    enum class Kind {
        cpr,  ///< block: a CPR number; warn: ten digits that could be one
        private_key,
        pattern,     ///< one of the user's own
        unreadable,  ///< a file that cannot be read as text and that is not said to be anonymised
    };

    Severity severity = Severity::block;
    Kind kind = Kind::cpr;
    std::string pattern;  ///< name of the user's pattern
    GatePart part = GatePart::body;
    std::string file;  ///< of an attachment: its name, with digits masked where the name itself is a finding
    int line = 0;      ///< from 1; 0 where lines mean nothing
    bool operator==(const GateFinding&) const = default;
};

/// "a CPR number stands in line 3 of the text": what was found and where, for people.
Sentence sentence(const GateFinding& finding);

/// Where it was found, for the event log: "subject", "body:3", "attachment log.txt:7".
std::string place(const GateFinding& finding);

/// Looks through the parts, as they are and with entities, percent signs, quoted-printable, full-width digits
/// and inline markup decoded. A CPR number is six digits that are a date before today in the century that
/// digit 7 gives, an optional separator, and four digits, with no digit beside them (CPR-kontoret,
/// "Personnummeret i CPR"). Throws ConfigError for a pattern that cannot be understood.
std::vector<GateFinding> scan(const std::vector<GateInput>& parts, const GateRules& rules);

/// The text with the last four digits of everything that is or could be a CPR number replaced by `x`, also
/// where it is encoded.
std::string mask(std::string_view text, Date today);

/// The same for the bytes of a file in UTF-8, UTF-16 or Latin-1, which keep their encoding; absent if it
/// cannot be read as text.
std::optional<std::string> mask_file(std::string_view bytes, Date today);

/// What is wrong with a pattern of the configuration, in the words of RE2; empty if nothing is.
std::string pattern_fault(const std::string& pattern);

}  // namespace spoc::core
