#include <algorithm>
#include <array>
#include <ostream>

#include "cmd/assist.hpp"
#include "cmd/case_output.hpp"
#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"
#include "lib/desk/cards.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value card_row(const core::Card& card, World& world) {
    core::List links;
    std::ranges::copy(card.links, std::back_inserter(links));
    return core::Members{
        {"id", core::text(card.case_id)},
        {"title", card.title},
        {"kind", card.kind},
        {"system", card.case_id.system},
        {"text", card.text},
        {"links", std::move(links)},
        {"uses", card.uses},
        {"changed_at", core::rfc3339(card.changed_at.at, world.zone_of(card.case_id.system))}};
}

void print_cards(const std::vector<core::Card>& cards, World& world) {
    const auto& say = world.say();
    using enum render::Shown;
    const auto kind = [&say](const core::Value& row) {
        return render::Cell{.text = render::card_kind_name(say, row.text_of("kind"))};
    };
    core::List rows;
    std::ranges::transform(cards, std::back_inserter(rows),
                           [&](const core::Card& each) { return card_row(each, world); });
    print_listing({.name = "cards",
                   .columns = {{.name = "id", .heading = say("Card"), .fit = render::Fit::kept},
                               {.name = "title", .heading = say("Title"), .fit = render::Fit::cut},
                               {.name = "kind", .heading = say("Kind"), .priority = 2, .cell = kind},
                               {.name = "system", .heading = "system", .shown = to_programs},
                               {.name = "uses", .heading = say("Used"), .align = render::Align::right},
                               {.name = "text", .heading = "text", .shown = to_programs},
                               {.name = "links", .heading = "links", .shown = to_programs},
                               {.name = "changed_at", .heading = "changed_at", .shown = to_programs}},
                   .none = say("There are no cards yet. `spoc assist card` makes one.")},
                  rows, world);
}

void write_cards(const std::vector<core::Card>& cards, const PageOptions& page, World& world) {
    write_page(desk::card_pages(desk_for(page, world), cards, world.say()), page, desk::Form::bare, world);
}

std::string kind_of(const std::string& typed, World& world) {
    constexpr auto kinds = std::to_array<std::string_view>({core::known_error, core::how_to});
    return typed.empty() ? typed : chosen("--kind", typed, kinds, render::card_kind_name, world);
}

bool changes(const AssistCardOptions& options) {
    return !options.title.empty() || !options.text.empty() || !options.kind.empty() ||
           !options.links.empty() || options.remove;
}

/// What the card says after the change; what is not given stays as it was, or as the question has it.
core::Value changed(const AssistCardOptions& options, const core::Card& before, World& world) {
    const auto text = options.remove         ? std::string{}
                      : options.text.empty() ? before.text
                                             : world.text(options.text);
    if (text.empty() && !options.remove) {
        throw core::Misuse("a card needs words: --text TEXT");
    }
    const auto& links = options.links.empty() ? before.links : options.links;
    core::List list;
    std::ranges::copy(links, std::back_inserter(list));
    return core::Members{
        {"title", options.title.empty() || options.id.empty() ? before.title : world.title(options.title)},
        {"kind", options.kind.empty() ? before.kind : kind_of(options.kind, world)},
        {"text", text},
        {"links", std::move(list)}};
}

/// The card that the case has, or that it would have by itself.
core::Card card_of(const desk::CaseFile& file, const desk::Desk& desk) {
    const auto all = desk::cards(desk);
    const auto found = std::ranges::find(all, file.id, &core::Card::case_id);
    if (found != all.end()) {
        return *found;
    }
    core::Card card{
        .case_id = file.id, .title = std::string(file.content.title()), .kind = {}, .text = {}, .links = {}};
    card.kind = file.content.type == core::CaseType::defect ? core::known_error : core::how_to;
    if (file.content.type == core::CaseType::defect) {
        card.text = file.content.field("workaround");
    }
    for (const auto& event : file.history) {
        if (event.text("direction") == "out" && !event.text("text").empty()) {
            card.text = event.text("text");
        }
    }
    return card;
}

/// A card that nobody has asked for yet: a question that answers itself.
core::CaseSummary new_card(const AssistCardOptions& options, World& world) {
    if (options.title.empty() || options.text.empty()) {
        throw core::Misuse("a new card needs --title TEXT and --text TEXT");
    }
    core::Value fields{
        core::Members{{"type", core::word(core::CaseType::question)}, {"title", world.text(options.title)}}};
    put(fields, "system", options.system);
    auto& desk = world.desk();
    const auto at = world.occurred(options.at);
    core::Card bare;
    bare.title = std::string(fields.text_of("title"));
    bare.kind = core::how_to;
    auto content = changed(options, bare, world);
    const auto id = desk::open_new_case(
        desk, {.record = checked_fields(std::move(fields), world),
               .at = at,
               .next = {{.kind = core::EventKind::closed, .content = core::Members{{"as", "answered"}}},
                        {.kind = core::EventKind::card, .content = std::move(content)}}});
    return desk.store.summary(id);
}

core::CaseSummary card_of_case(const AssistCardOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id);
    if (file.content.type == core::CaseType::wish) {
        throw core::ImpossibleTransition("{} is a wish; a card is made of a question or a defect",
                                         core::text(file.id));
    }
    auto content = changed(options, card_of(file, desk), world);
    return desk::append(desk, file,
                        {desk::make_event(desk, file.id, core::EventKind::card, world.occurred(options.at),
                                          std::move(content))});
}

}  // namespace

void declare(CommandLine& command, AssistCardOptions& options, const render::Wording& say) {
    command.add_option("id", options.id,
                       say("The card, or the case that it is made of; without it, a new one"));
    command.add_option("--title", options.title, say("what is asked, in a few words"));
    command.add_option("--text", options.text, say("the answer; @FILE and - are read"));
    command.add_option("--kind", options.kind, say("known-error or how-to"));
    command.add_option("--link", options.links, say("where more can be read (repeatable)"))
        ->allow_extra_args(false);
    command.add_option("--system", options.system, say("of a new card: code of the system"));
    command.add_flag("--remove", options.remove, say("take the card away"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
    declare_page(command, options.page, PageForms::html_and_markdown, say);
}

ExitCode run(const AssistCardOptions& options, World& world) {
    if (!options.id.empty() && !changes(options)) {
        const auto card = desk::card(world.reading_desk(), options.id);
        if (world.globals().json && !is_page_wanted(options.page, world)) {
            print_json({{"card", render::selected(card_row(card, world), look_of(world).fields)}}, world);
        } else {
            write_cards({card}, options.page, world);
        }
        return ExitCode::ok;
    }
    world.makes_one_change();
    const auto after = options.id.empty() ? new_card(options, world) : card_of_case(options, world);
    print_change(after, world, {}, options.remove ? NextStep::told : NextStep::by_caller);
    if (!options.remove) {
        world.tell(
            world.say()("Answer with it: spoc assist answer QUESTION --card {}", core::text(after.id)));
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, AssistCardsOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    declare_page(command, options.page, PageForms::html_and_markdown, say);
}

ExitCode run(const AssistCardsOptions& options, World& world) {
    auto cards = desk::cards(world.reading_desk());
    if (const auto system = known_system(options.system, world); !system.empty()) {
        std::erase_if(cards, [&](const core::Card& each) { return each.case_id.system != system; });
    }
    if (is_page_wanted(options.page, world)) {
        write_cards(cards, options.page, world);
    } else {
        print_cards(cards, world);
    }
    return ExitCode::ok;
}

}  // namespace spoc::cmd
