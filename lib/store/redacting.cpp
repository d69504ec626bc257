#include "lib/store/redacting.hpp"

#include <algorithm>
#include <sstream>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/core/redaction.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

/// Whether a case's `redacted` events name the event, its hash and what was left of it.
bool is_named(const Parts& parts, std::string_view id, std::string_view hash_hex, std::string_view digest) {
    const auto row = parts.log.find(id);
    return row && parts.log.has_redaction(row->event.case_id.number, id, hash_hex, digest);
}

bool is_marked(const core::Value& data) {
    const auto* mark = data.find(core::removal_mark);
    return mark != nullptr && *mark == core::Value(true);
}

/// It is remembered under this key that a redaction is not finished: which contents, one digest a line, must
/// still be discarded.
constexpr std::string_view wipe_key = "wipe";

/// Removes contents that no event names any more, and no mail of which the original was not removed; gives
/// those that are still named.
std::vector<std::string> discard(Parts& parts, const std::string& owed) {
    const auto named = parts.log.attached();
    const auto mails = parts.mail.digests();
    const auto gone = parts.log.removed_mails(parts.origin);
    std::vector<std::string> needed;
    std::istringstream lines(owed);
    for (std::string digest; std::getline(lines, digest);) {
        const bool is_mail =
            std::ranges::binary_search(mails, digest) && !std::ranges::binary_search(gone, digest);
        if (is_mail || std::ranges::binary_search(named, digest)) {
            needed.push_back(digest);
        } else {
            parts.attachments.remove(digest);
        }
    }
    return needed;
}

/// Leaves nothing of what was removed in pages that are free, or in the log of changes. False if another
/// program that is reading holds the log open.
bool wipe(Parts& parts) {
    if (parts.database->is_file()) {
        parts.database->execute("VACUUM");
        Query checkpoint(*parts.database, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (checkpoint.next() && checkpoint.integer(0) != 0) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string redacted_digest(const LineParts& line) {
    return hex(sha256(canonical_line(line)));
}

std::string redacted_digest(const LoggedEvent& logged) {
    const auto data = core::json(logged.event.data);
    return redacted_digest(line_parts(logged.event, logged.label, data));
}

bool is_vouched_for(const Parts& parts, const LineParts& line, std::string_view hash_hex) {
    return is_marked(core::parse_json(line.data)) &&
           is_named(parts, line.id, hash_hex, redacted_digest(line));
}

bool is_vouched_for(const Parts& parts, const LoggedEvent& logged) {
    return is_marked(logged.event.data) &&
           is_named(parts, logged.event.id, logged.event.hash, redacted_digest(logged));
}

void replace_event(Parts& parts, Writing& writing, const LoggedEvent& logged, std::string_view actor,
                   const core::Value& data) {
    const auto& before = logged.event;
    if (!is_marked(data) || !core::is_redaction(before.actor, actor) ||
        !core::is_redaction(before.data, data)) {
        throw core::Conflict("what would take the place of the event {} changes more than it removes",
                             before.id);
    }
    auto after = before;
    after.actor = actor;
    after.data = data;
    parts.search.replace(logged.position, before, after);
    parts.log.replace(logged.position, actor, core::json(data));
    writing.touch(before.case_id.number);
}

core::Event record_redaction(Parts& parts, Writing& writing, core::Event notice, std::string_view about) {
    if (const auto logged = parts.log.find(about)) {
        notice.data.set("event", logged->event.id);
        notice.data.set("was", logged->event.hash);
        notice.data.set("now", redacted_digest(*logged));
    }
    auto entry = entry_of(std::move(notice));
    writing.tell_number(entry.event, entry.label);
    writing.record(entry);
    return std::move(entry.event);
}

void owe_wipe(Parts& parts, const std::vector<std::string>& digests) {
    auto text = parts.meta.get(wipe_key).value_or("");
    for (const auto& digest : digests) {
        text += digest + "\n";
    }
    parts.meta.set(wipe_key, text);
}

Leftover finish_wipe(Parts& parts) {
    Leftover left;
    // what another redaction owes since is not forgotten with this
    for (auto owed = parts.meta.get(wipe_key); owed; owed = parts.meta.get(wipe_key)) {
        left.needed = discard(parts, *owed);
        left.is_wiped = wipe(parts);
        if (!left.is_wiped || parts.meta.remove_if(wipe_key, *owed)) {
            break;
        }
    }
    return left;
}

}  // namespace spoc::store
