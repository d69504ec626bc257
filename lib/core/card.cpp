#include "lib/core/card.hpp"

#include <algorithm>
#include <map>

namespace spoc::core {

namespace {

Card card_of(const Event& event) {
    Card card{.case_id = event.case_id,
              .title = std::string(event.text("title")),
              .kind = std::string(event.text("kind")),
              .text = std::string(event.text("text")),
              .links = {},
              .changed_at = event.recorded_at};
    const auto* links = event.data.find("links");
    for (const auto& link : links != nullptr && links->list() != nullptr ? *links->list() : List{}) {
        card.links.emplace_back(link.text() == nullptr ? std::string{} : *link.text());
    }
    return card;
}

}  // namespace

std::vector<Card> cards_of(std::span<const Event> events) {
    std::map<std::int64_t, Card> cards;
    std::map<std::string, std::int64_t, std::less<>> made;  // by the id of the event that first made it
    for (const auto& event : events) {
        const auto number = event.case_id.number;
        if (event.kind() == EventKind::card) {
            if (!cards.contains(number)) {
                made.emplace(event.id, number);
            }
            cards[number] = card_of(event);
        }
    }
    for (const auto& event : events) {
        const auto found = made.find(event.text("made"));
        if (event.kind() == EventKind::card_used && found != made.end()) {
            ++cards[found->second].uses;
        }
    }
    std::vector<Card> list;
    for (auto& [number, card] : cards) {
        if (!card.text.empty()) {
            list.push_back(std::move(card));
        }
    }
    std::ranges::stable_sort(list, std::greater{}, &Card::uses);
    return list;
}

Value use_of(const Card& card, std::span<const Event> events) {
    const auto first = std::ranges::find_if(events, [&](const Event& event) {
        return event.kind() == EventKind::card && event.case_id == card.case_id;
    });
    return Members{{"card", text(card.case_id)}, {"made", first == events.end() ? std::string{} : first->id}};
}

}  // namespace spoc::core
