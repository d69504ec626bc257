#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/value.hpp"
#include "lib/core/zone.hpp"

namespace spoc::core {

/// What stands where something was removed.
inline constexpr std::string_view removal_bar = "█";
/// The member of an event's data that says that something was removed from it.
inline constexpr std::string_view removal_mark = "redacted";

/// What is to go: every CPR number, or what could be one, and every private key; and these texts, in any case
/// and however they are broken into lines.
struct Removal {
    Date today;
    std::vector<std::string> texts;
    std::vector<std::string> words;  ///< the same where no letter or digit adjoins
};

/// The text without what is to go, however it is encoded: a bar for each digit, one for a key or another
/// text, or for the whole where a code hides it.
std::string without(std::string_view text, const Removal& removal);

/// The same of the bytes of a file, or of a mail as it was sent. Where it stands in something that cannot be
/// read as text, and so is not found, nothing is changed.
std::string bytes_without(std::string_view bytes, const Removal& removal);

/// An event's data without what is to go; `places` gains the names of the members that are changed. Members
/// that hold words of the log, times and digests stay. `kind` is that of the event.
Value data_without(std::string_view kind, const Value& data, const Removal& removal,
                   std::vector<std::string>& places);
/// The same of any value: every text in it.
Value value_without(const Value& value, const Removal& removal);

/// Whether a member of an event's data is for people, so that it can be removed as a whole.
bool is_removable(std::string_view member, const Value& value);
/// The same in an event of a kind: the places that a `redacted` event names are words of the log.
bool is_removable(std::string_view kind, std::string_view member, const Value& value);

/// Whether `less` is `data` with something removed, and nothing else changed. The digest and the size of a
/// file may differ, for what was left of it.
bool is_redaction(const Value& data, const Value& less);

/// What two redactions of the same data have both left. Where they cannot both be of the same, it is as in
/// `one`, so that it is no redaction of `other`.
Value left_by_both(const Value& one, const Value& other);

}  // namespace spoc::core
