#include "lib/desk/cards.hpp"

#include <algorithm>

#include "lib/core/landscape.hpp"
#include "lib/core/search_text.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/html_page.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

constexpr std::size_t answers_looked_at = 20;

/// The lines of a text, so that a page can keep them apart.
core::List lines_of(std::string_view text) {
    core::List lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(core::Members{{"line", text.substr(0, end)}});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Whether a link leads to a page or an address, and runs nothing.
bool is_followed(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

core::Value values_of(const Desk& desk, const core::Card& card, const render::Wording& say) {
    const auto content = open_case(desk, core::text(card.case_id)).content;
    core::List links;
    auto lines = lines_of(card.text);
    for (const auto& link : card.links) {  // of a page; a script that calls itself a link is only shown
        is_followed(link) ? links.push_back(core::Members{{"link", link}})
                          : lines.push_back(core::Members{{"line", link}});
    }
    return core::Members{{"case", core::text(card.case_id)},
                         {"title", card.title},
                         {"kind", render::card_kind_name(say, card.kind)},
                         {"system", desk.system(card.case_id.system).name},
                         {"interface", content.interface},
                         {"lines", std::move(lines)},
                         {"links", std::move(links)}};
}

}  // namespace

std::vector<core::Card> cards(const Desk& desk) {
    return core::cards_of(desk.store.card_events());
}

core::Card card(const Desk& desk, std::string_view reference) {
    const auto id = desk.store.resolve(reference);
    auto all = cards(desk);
    const auto found = std::ranges::find(all, id, &core::Card::case_id);
    if (found == all.end()) {
        throw core::NotFound("{} is no card; spoc assist card {} --kind how-to makes one of its answer",
                             core::text(id), core::text(id));
    }
    return std::move(*found);
}

std::optional<core::CaseId> answered_alike(const Desk& desk, const core::CaseId& question,
                                           const std::string& answer) {
    const auto wanted = core::fold_search_text(answer);
    const auto known = cards(desk);
    for (const auto& hit : desk.store.similar(answer, answers_looked_at)) {
        const auto& id = hit.summary.id;
        const bool is_card = std::ranges::find(known, id, &core::Card::case_id) != known.end();
        if (id == question || is_card || hit.summary.type != core::CaseType::question) {
            continue;
        }
        for (const auto& event : desk.store.history(id)) {
            if (event.text("direction") == "out" && core::fold_search_text(event.text("text")) == wanted) {
                return id;
            }
        }
    }
    return std::nullopt;
}

Outgoing card_pages(const Desk& desk, const std::vector<core::Card>& cards, const render::Wording& say) {
    core::List list;
    std::ranges::transform(cards, std::back_inserter(list),
                           [&](const core::Card& each) { return values_of(desk, each, say); });
    const core::Value values{
        core::Members{{"municipality", desk.settings.me.municipality}, {"cards", std::move(list)}}};
    Outgoing outgoing;
    outgoing.kind = "cards";
    outgoing.recipient = "cards";
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    render::write(outgoing.message, templates(desk), "cards", say, values, render::Escape::markdown);
    outgoing.message.html =
        render::html_page(say, outgoing.message.subject,
                          templates(desk).fill("cards-page", say.language(), values, render::Escape::html));
    return outgoing;
}

}  // namespace spoc::desk
