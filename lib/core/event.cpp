#include "lib/core/event.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace spoc::core {

namespace {

constexpr std::array<std::string_view, 30> words = {
    "recorded",      "edited",   "categorised", "analysed",
    "reported",      "receipt",  "answered",    "noted",
    "ball",          "promised", "workaround",  "reminded",
    "fix-announced", "verified", "escalated",   "escalation-answered",
    "closed",        "reopened", "attached",    "gate-overridden",
    "linked",        "backed",   "submitted",   "decided",
    "merged",        "card",     "card-used",   "renumbered",
    "redacted",      "unknown"};
static_assert(words.size() == static_cast<std::size_t>(EventKind::unknown) + 1);

}  // namespace

std::string_view word(EventKind kind) {
    return words.at(static_cast<std::size_t>(kind));
}

EventKind event_kind(std::string_view word) {
    const auto* const found = std::ranges::find(words, word);
    return found == words.end() ? EventKind::unknown : static_cast<EventKind>(found - words.begin());
}

std::optional<int> Event::category() const {
    const auto* member = data.find("category");
    if (member == nullptr) {
        return std::nullopt;
    }
    constexpr int highest = 99;
    if (const auto* number = member->integer()) {
        return *number >= 1 && *number <= highest ? std::optional(static_cast<int>(*number)) : std::nullopt;
    }
    const auto digits = data.text_of("category");
    int number = 0;
    const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = failure == std::errc{} && stop == digits.data() + digits.size();
    return whole && number >= 1 && number <= highest ? std::optional(number) : std::nullopt;
}

std::optional<Instant> Event::by() const {
    const auto time = parse_rfc3339(text("by"));
    return time ? std::optional(time->at) : std::nullopt;
}

bool before(const Event& left, const Event& right) {
    return std::tie(left.occurred_at.at, left.recorded_at.at, left.id) <
           std::tie(right.occurred_at.at, right.recorded_at.at, right.id);
}

Value line_without_hash(const Event& event) {
    return Members{{"schema", 1},
                   {"id", event.id},
                   {"case", text(event.case_id)},
                   {"kind", event.kind_word},
                   {"occurred_at", rfc3339(event.occurred_at)},
                   {"recorded_at", rfc3339(event.recorded_at)},
                   {"actor", event.actor},
                   {"origin", event.origin},
                   {"seq", event.seq},
                   {"data", event.data}};
}

History visible(const History& history, Instant now, std::optional<Instant> as_of) {
    History seen;
    std::ranges::copy_if(history, std::back_inserter(seen), [&](const Event& event) {
        return event.occurred_at.at <= now && (!as_of || event.recorded_at.at <= *as_of);
    });
    return seen;
}

}  // namespace spoc::core
