#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"
#include "lib/store/transfer.hpp"

namespace spoc::store {

struct LineParts;
struct LoggedEvent;
struct Parts;
class Writing;

/// What an event is known by after something was removed from it: the digest of its line as it stands now.
std::string redacted_digest(const LineParts& line);
std::string redacted_digest(const LoggedEvent& logged);

/// Whether a `redacted` event of the case says that this line, whose hash no longer fits, is what was left.
bool is_vouched_for(const Parts& parts, const LineParts& line, std::string_view hash_hex);
bool is_vouched_for(const Parts& parts, const LoggedEvent& logged);

/// Puts `actor` and `data` in the place of those of an event, in the index of words too. Throws Conflict if
/// they change more than they remove.
void replace_event(Parts& parts, Writing& writing, const LoggedEvent& logged, std::string_view actor,
                   const core::Value& data);

/// Appends `notice`, an event of the kind `redacted`, which says of the event `about` that it now reads as it
/// stands, and returns it as it is stored.
core::Event record_redaction(Parts& parts, Writing& writing, core::Event notice, std::string_view about);

/// Remembers within a transaction that these contents must still be discarded, and the files wiped.
void owe_wipe(Parts& parts, const std::vector<std::string>& digests);

/// Does what is owed, of a redaction that was cut off too: what was removed is in none of the store's files
/// any more.
Leftover finish_wipe(Parts& parts);

}  // namespace spoc::store
