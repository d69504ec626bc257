#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"

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

/// Removes contents that no event names any more; gives those that are still named.
std::vector<std::string> discard(Parts& parts, const std::vector<std::string>& digests);

/// Makes sure that what was removed is in none of the store's files any more: nothing of it is left in pages
/// that are free, or in the log of changes. False if another program that is reading holds the log open.
bool wipe(Parts& parts);

}  // namespace spoc::store
