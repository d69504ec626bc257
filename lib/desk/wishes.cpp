#include "lib/desk/wishes.hpp"

#include <algorithm>

#include "lib/core/landscape.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/charts.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/html_page.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

constexpr std::size_t bars_shown = 15;

core::List backers_of(const core::Wish& wish) {
    core::List list;
    for (const auto& backer : wish.backers) {
        list.push_back(core::Members{
            {"by", backer.by}, {"municipality", backer.municipality}, {"benefit", backer.benefit}});
    }
    return list;
}

core::Value line(const Desk& desk, const RankedWish& each, const render::Wording& say) {
    const auto& wish = each.wish;
    const auto& party = wish.submitted_to;
    return core::Members{{"case", core::text(each.summary.id)},
                         {"title", render::one_line(each.summary.title)},
                         {"score", wish.score.total()},
                         {"why", explained(say, wish.score)},
                         {"backers", backers_of(wish)},
                         {"submitted_to", party.empty() ? party : render::party_name(say, party)},
                         {"outcome", render::decision_name(say, wish.outcome)},
                         {"release", wish.release},
                         {"days", each.days(desk.now)}};
}

std::string chart(const std::vector<RankedWish>& wishes, const render::Wording& say) {
    std::vector<render::Bar> bars;
    for (const auto& each : wishes) {
        const auto score = each.wish.score.total();
        bars.push_back({.label = core::text(each.summary.id),
                        .value = static_cast<double>(score),
                        .shown = fmt::format("{}", score),
                        .mark = {}});
        if (bars.size() == bars_shown) {
            break;
        }
    }
    return bars.empty() ? std::string{}
                        : render::bar_chart({.id = "scores", .title = say("What the wishes weigh")}, bars);
}

}  // namespace

bool RankedWish::awaits_owner() const {
    return wish.submitted_to == core::system_manager && is_unanswered();
}

std::int64_t RankedWish::days(core::Instant now) const {
    const auto since = wish.submitted_at ? wish.submitted_at->at : summary.recorded_at.at;
    return std::chrono::floor<std::chrono::days>(now - since).count();
}

void rank(std::vector<RankedWish>& wishes) {
    std::ranges::stable_sort(wishes, [](const RankedWish& left, const RankedWish& right) {
        const auto heavier = right.wish.score.total() <=> left.wish.score.total();
        return heavier != 0 ? heavier < 0 : left.summary.id.number < right.summary.id.number;
    });
}

std::vector<RankedWish> ranked_wishes(const Desk& desk, const store::CaseFilter& filter) {
    std::vector<RankedWish> wishes;
    for (auto& summary : desk.store.list(filter)) {
        auto wish = core::wish_of(desk.store.history(summary.id));
        wishes.push_back({.summary = std::move(summary), .wish = std::move(wish)});
    }
    rank(wishes);
    return wishes;
}

std::string explained(const render::Wording& say, const core::WishScore& score) {
    return say("{} = {} backers + 5 × {} other municipalities + {} hours a month", score.total(),
               score.backers, score.municipalities, score.minutes / 60);
}

Outgoing wish_list(const Desk& desk, const std::vector<RankedWish>& wishes, const render::Wording& say) {
    core::List lines;
    std::ranges::transform(wishes, std::back_inserter(lines),
                           [&](const RankedWish& each) { return line(desk, each, say); });
    const render::Reader reader{.zone = *desk.settings.systems.front().zone, .now = {}};
    core::Value values{core::Members{{"municipality", desk.settings.me.municipality},
                                     {"written", render::date_time(say, desk.now, reader)},
                                     {"wishes", std::move(lines)}}};
    Outgoing outgoing;
    outgoing.kind = "wishlist";
    outgoing.recipient = core::system_manager;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    render::write(outgoing.message, templates(desk), "wishlist", say, values, render::Escape::markdown);
    values.set("scores_chart", chart(wishes, say));
    outgoing.message.html = render::html_page(
        say, outgoing.message.subject,
        templates(desk).fill("wishlist-page", say.language(), values, render::Escape::html));
    return outgoing;
}

}  // namespace spoc::desk
