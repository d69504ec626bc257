#include <algorithm>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/sending.hpp"
#include "cmd/wishlist.hpp"
#include "cmd/world.hpp"
#include "lib/desk/wishes.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value wish_row(const desk::RankedWish& each, World& world) {
    auto row = render::case_row(each.summary, world.zone_of(each.summary.id.system));
    const auto& wish = each.wish;
    row.set("score", wish.score.total());
    row.set("backers", wish.score.backers);
    row.set("municipalities", wish.score.municipalities);
    row.set("minutes_a_month", wish.score.minutes);
    row.set("submitted_to", wish.submitted_to.empty() ? core::Value() : core::Value(wish.submitted_to));
    row.set("outcome", wish.outcome.empty() ? core::Value() : core::Value(wish.outcome));
    row.set("release", wish.release.empty() ? core::Value() : core::Value(wish.release));
    const auto age = std::chrono::floor<std::chrono::days>(world.now() - each.summary.recorded_at.at);
    row.set("age_days", std::int64_t{age.count()});
    row.set("why", desk::explained(world.say(), wish.score));
    return row;
}

render::Listing wish_listing(const WishlistOptions& options, const render::Wording& say) {
    using enum render::Shown;
    using enum render::Align;
    const auto decision = [&say](const core::Value& row) {
        return render::Cell{.text = render::decision_name(say, row.text_of("outcome"))};
    };
    render::Listing listing{
        .name = "wishes", .columns = {}, .none = say("No wishes to show. `spoc wishlist add` records one.")};
    listing.columns = {
        {.name = "id", .heading = say("Wish"), .fit = render::Fit::kept},
        {.name = "title", .heading = say("Title"), .fit = render::Fit::cut},
        {.name = "system", .heading = "system", .shown = to_programs},
        {.name = "state", .heading = "state", .shown = to_programs},
        {.name = "score", .heading = say("Score"), .align = right},
        {.name = "backers", .heading = say("Backers"), .align = right, .priority = 3},
        {.name = "municipalities", .heading = "municipalities", .shown = to_programs},
        {.name = "minutes_a_month", .heading = "minutes_a_month", .shown = to_programs},
        {.name = "submitted_to", .heading = say("Handed to"), .priority = 4},
        {.name = "outcome", .heading = say("Decision"), .priority = 2, .cell = decision},
        {.name = "release", .heading = "release", .shown = to_programs},
        {.name = "age_days",
         .heading = say("Age in days"),
         .align = right,
         .shown = options.unanswered ? to_all : to_programs},
        {.name = "why",
         .heading = say("Why"),
         .fit = render::Fit::cut,
         .priority = 0,
         .shown = options.why ? to_all : to_programs},
    };
    return listing;
}

}  // namespace

void declare(CommandLine& command, WishlistOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
    command.add_flag("--why", options.why, say("explain the score"));
    command.add_flag("--unanswered", options.unanswered,
                     say("only those that nobody has decided on, the oldest first"));
    declare_page(command, options.page, PageForms::html_and_markdown, say);
}

ExitCode run(const WishlistOptions& options, World& world) {
    auto filter = case_filter(options.filter, world);
    filter.type = core::CaseType::wish;
    auto wishes = desk::ranked_wishes(world.reading_desk(), filter);
    if (options.unanswered) {
        std::erase_if(wishes, [](const desk::RankedWish& each) { return !each.is_unanswered(); });
        std::ranges::stable_sort(wishes, {},
                                 [](const desk::RankedWish& each) { return each.summary.recorded_at.at; });
    }
    if (is_page_wanted(options.page, world)) {
        write_page(desk::wish_list(desk_for(options.page, world), wishes, world.say()), options.page,
                   desk::Form::bare, world);
        return ExitCode::ok;
    }
    core::List rows;
    std::ranges::transform(wishes, std::back_inserter(rows),
                           [&](const desk::RankedWish& each) { return wish_row(each, world); });
    print_listing(wish_listing(options, world.say()), rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
