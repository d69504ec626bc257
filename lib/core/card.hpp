#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"

namespace spoc::core {

/// An answer that is kept for the next who asks: a known error with its workaround, or how something is done.
/// It is part of the case that it came from, and is named like it.
struct Card {
    CaseId case_id;
    std::string title;
    std::string kind;  ///< `known-error` or `how-to`
    std::string text;
    std::vector<std::string> links;
    Timestamp changed_at;
    std::int64_t uses = 0;
};

/// The words that a card's kind can be.
inline constexpr std::string_view known_error = "known-error";
inline constexpr std::string_view how_to = "how-to";

/// The cards as the `card` and `card-used` events of a log add up, those that were used most first. A card
/// whose latest text is empty was taken away.
std::vector<Card> cards_of(std::span<const Event> events);

/// What a `card-used` event says of the card: its name, and the id of the event that first made it, by which
/// it is known in every store.
Value use_of(const Card& card, std::span<const Event> events);

}  // namespace spoc::core
