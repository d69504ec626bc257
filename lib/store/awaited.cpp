#include "lib/store/awaited.hpp"

#include <algorithm>
#include <chrono>

#include "lib/core/error.hpp"
#include "lib/core/redaction.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/redacting.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

/// The files that a `redacted` event says it removed, or removed something from.
void note_removed(const core::Event& word, std::vector<std::string>& digests) {
    const auto* removed = word.data.find("removed");
    for (const auto& each :
         removed == nullptr || removed->list() == nullptr ? core::List{} : *removed->list()) {
        digests.push_back(each.text() == nullptr ? std::string() : *each.text());
    }
}

}  // namespace

void Awaited::hold(const Entry& incoming, std::int64_t number, NewHere is_new) {
    LoggedEvent logged{.position = 0, .label = incoming.label, .event = incoming.event};
    auto digest = redacted_digest(logged);
    const auto here = is_new == NewHere::no ? parts_.log.find(incoming.event.id) : std::nullopt;
    if (here &&
        parts_.log.has_redaction(here->event.case_id.number, here->event.id, here->event.hash, digest)) {
        return;  // it was heeded already
    }
    auto& waiting = waiting_[incoming.event.id];  // a second line of an event is held to what the first began
    waiting.line = number;
    waiting.is_new = waiting.is_new || is_new == NewHere::yes;
    waiting.digest = std::move(digest);
    waiting.event = incoming.event;
}

void Awaited::require_redactable(const core::Event& event) {
    const auto about = event.kind() == core::EventKind::redacted ? event.text("event") : "";
    if (about.empty()) {
        return;
    }
    const auto here = parts_.log.find(about);
    const bool is_of_case = here && here->event.case_id.number == event.case_id.number;
    const auto found = waiting_.find(std::string(about));
    if (is_of_case && found != waiting_.end() && found->second.event.hash == event.text("was")) {
        require_less(*here, found->second.event);
        found->second.is_stood_on = true;
        note_removed(event, found->second.removed);
    } else if (!is_of_case || refused_.contains(std::string(about)) ||
               here->event.data.find(core::removal_mark) == nullptr) {
        throw core::Failed(
            "it says what was removed from the event {}, and no line before it has what was left of that",
            about);
    }
}

bool Awaited::is_waited_for(const core::Event& event) const {
    const auto found = waiting_.find(std::string(event.text("event")));
    return found != waiting_.end() && found->second.digest == event.text("now") &&
           found->second.event.hash == event.text("was");
}

void Awaited::require_less(const LoggedEvent& here, const core::Event& less) {
    const auto& stored = here.event;
    if (core::is_redaction(stored.data, less.data) && core::is_redaction(stored.actor, less.actor)) {
        return;
    }
    const auto data = core::left_by_both(stored.data, less.data);
    const auto actor = core::left_by_both(stored.actor, less.actor);
    if (stored.data.find(core::removal_mark) == nullptr || !core::is_redaction(less.data, data) ||
        !core::is_redaction(less.actor, actor) || !core::is_redaction(stored.data, data)) {
        refuse_other(less);
    }
}

void Awaited::heed(const core::Event& event) {
    if (event.kind() != core::EventKind::redacted || !is_waited_for(event)) {
        return;
    }
    const auto found = waiting_.find(std::string(event.text("event")));
    const auto left = std::move(found->second);
    waiting_.erase(found);
    redact(left, event);
}

/// Removes from an event here what was removed from it elsewhere. Where something else was removed here,
/// what both have left stays, and this store vouches for it.
void Awaited::redact(const Waiting& left, const core::Event& word) {
    const auto here = parts_.log.find(left.event.id);
    auto data = core::left_by_both(here->event.data, left.event.data);
    const auto actor = core::left_by_both(here->event.actor, left.event.actor);
    take_file(here->event, left, word.recorded_at, data);
    if (data == here->event.data && actor == core::Value(here->event.actor)) {
        return;
    }
    data.set(core::removal_mark, true);
    replace_event(parts_, writing_, *here, *actor.text(), data);
    redacted_.insert(here->event.case_id);
    if (!is_vouched_for(parts_, *parts_.log.find(left.event.id))) {
        vouch(here->event, word);
    }
}

/// This store's own word for what it made of two redactions.
void Awaited::vouch(const core::Event& about, const core::Event& word) {
    core::Event own;
    own.case_id = about.case_id;
    own.kind_word = core::word(core::EventKind::redacted);
    own.occurred_at = word.recorded_at;
    own.recorded_at = word.recorded_at;
    own.actor = word.actor;
    own.data = core::Members{{"reason", word.text("reason")}};
    record_redaction(parts_, writing_, std::move(own), about.id);
}

/// The file of an event that was redacted elsewhere: what was left of it is made here too where that can
/// be done, and the file as it was stays until what was left of it is here. Where it went, here or there, it
/// is gone; where something else was removed here, what was left here stays.
void Awaited::take_file(const core::Event& here, const Waiting& left, core::Timestamp at, core::Value& data) {
    const std::string was(here.text("sha256"));
    const std::string theirs(left.event.text("sha256"));
    if (was == theirs) {
        return;
    }
    const bool is_gone = was.empty() || theirs.empty();
    const bool is_less_here = !is_gone && here.data.find(core::removal_mark) != nullptr &&
                              std::ranges::find(left.removed, was) == left.removed.end();
    const auto& source = is_less_here ? here.data : left.event.data;
    data.set("sha256", is_gone ? std::string() : std::string(source.text_of("sha256")));
    if (const auto* size = source.find("size")) {
        data.set("size", is_gone ? core::Value(0) : *size);
    }
    if (was.empty() || !parts_.attachments.has(was)) {
        return;
    }
    const bool is_kept = !is_gone && (is_less_here || !is_made(was, theirs, at));
    files_.push_back({.case_id = here.case_id, .was = was, .now = theirs, .is_kept = is_kept});
}

/// What was left of a file elsewhere is here, or is made of it: if that is what it has without numbers and
/// keys. Of a file that is damaged nothing is made.
bool Awaited::is_made(const std::string& was, const std::string& now, core::Timestamp at) {
    if (parts_.attachments.has(now)) {
        return true;
    }
    std::string content;
    try {
        content = parts_.attachments.read(was);
    } catch (const core::StoreError&) {
        return false;
    }
    const auto day = std::chrono::floor<std::chrono::days>(at.at + at.offset);
    const auto left = core::bytes_without(
        content,
        {.today = core::Date(std::chrono::sys_days(day.time_since_epoch())), .texts = {}, .words = {}});
    if (hex(sha256(left)) != now) {
        return false;
    }
    parts_.attachments.keep(left);
    return true;
}

void Awaited::refuse_other(const core::Event& event) {
    throw core::Conflict("the event {} is here with other content", event.id);
}

std::vector<Awaited::Unvouched> Awaited::unvouched() const {
    std::vector<Unvouched> found;
    for (const auto& [id, waiting] : waiting_) {
        found.push_back({.line = waiting.line,
                         .is_new = waiting.is_new,
                         .is_stood_on = waiting.is_new || waiting.is_stood_on});
    }
    return found;
}

}  // namespace spoc::store
