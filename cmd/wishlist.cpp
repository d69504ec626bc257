#include "cmd/wishlist.hpp"

#include <array>
#include <ostream>

#include "cmd/case_output.hpp"
#include "cmd/choice.hpp"
#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/question.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/core/wish.hpp"
#include "lib/desk/letters.hpp"
#include "lib/desk/wishes.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

ExitCode record(const std::string& id, core::EventKind kind, core::Value content, const std::string& at,
                World& world, NextStep next = NextStep::told) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, id, core::CaseType::wish);
    world.makes_one_change();
    const auto after = desk::append(
        desk, before, {desk::make_event(desk, before.id, kind, world.occurred(at), std::move(content))});
    print_change(after, world, {}, next);
    return ExitCode::ok;
}

core::Value backing(const WishlistBackOptions& options, World& world) {
    core::Value content{core::Members{{"by", options.by.empty() ? world.settings().me.name : options.by}}};
    put(content, "municipality", options.municipality);
    const bool counted = options.people > 0 || options.minutes > 0 || options.times > 0;
    const auto at_least_one = [](std::int64_t number) { return number > 0 ? number : 1; };
    put(content, "benefit",
        counted ? fmt::format("{} × {} min × {}", at_least_one(options.people), at_least_one(options.minutes),
                              at_least_one(options.times))
                : world.text(options.benefit));
    return content;
}

/// What its first backer says, if there is one: it is recorded with the wish or not at all.
std::vector<desk::Next> first_backing(const WishlistAddOptions& options, World& world) {
    if (options.by.empty() && options.benefit.empty()) {
        return {};
    }
    WishlistBackOptions first;
    first.by = options.by;
    first.benefit = options.benefit;
    return {{.kind = core::EventKind::backed, .content = backing(first, world)}};
}

}  // namespace

void declare(CommandLine& command, WishlistAddOptions& options, const render::Wording& say) {
    command.add_option("title", options.title, say("In a few words: what is wished for"));
    command.add_option("--question", options.question,
                       say("the question of a colleague that it was first; it is closed"));
    command.add_option("--text", options.text,
                       say("what for, and how it is done today; @FILE and - are read"));
    command.add_option("--system", options.system, say("code of the system, such as BOM"));
    command.add_option("--reporter", options.reporter, say("who wishes it"));
    command.add_option("--interface", options.interface, say("the interface concerned"));
    command.add_option("--link", options.link, say("permanent link"));
    command.add_option("--by", options.by, say("its first backer"));
    command.add_option("--benefit", options.benefit, say("what it saves: people × minutes × times a month"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const WishlistAddOptions& options, World& world) {
    core::Value fields{core::Members{{"type", core::word(core::CaseType::wish)}}};
    put(fields, "title", world.text(options.title));
    put(fields, "system", options.system);
    put(fields, "steps", world.text(options.text));
    put(fields, "reporter", options.reporter);
    put(fields, "interface", options.interface);
    put(fields, "link", options.link);
    const auto question = question_of(options.question, fields, world);
    if (fields.text_of("title").empty()) {
        throw core::Misuse("a wish needs a title, or the question that it was first: --question ID");
    }
    auto& desk = world.desk();
    auto similar =
        desk.store.similar(fields.text_of("title"), static_cast<std::size_t>(desk.settings.report.similar));
    leave_out(similar, question);
    world.makes_one_change();
    const auto id = desk::open_new_case(desk, {.record = checked_fields(std::move(fields), world),
                                               .at = world.occurred(options.at),
                                               .next = first_backing(options, world),
                                               .question = question ? &*question : nullptr});
    print_new_case(desk::open_case(desk, core::text(id)), similar, {}, world);
    tell_of_question(question, id, world);
    world.tell(world.say()("Next: spoc wishlist back {} --by WHO --benefit 'PEOPLE × MINUTES × TIMES'",
                           core::text(id)));
    return ExitCode::ok;
}

void declare(CommandLine& command, WishlistShowOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
}

ExitCode run(const WishlistShowOptions& options, World& world) {
    const auto file = desk::open_case(world.reading_desk(), options.id, core::CaseType::wish);
    print_case_file(file, world);
    if (for_people(world)) {
        const auto& say = world.say();
        world.out() << '\n'
                    << say("Score: {}", desk::explained(say, core::wish_of(file.history).score)) << '\n';
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, WishlistEditOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
    command.add_option("--title", options.title, say("in a few words: what is wished for"));
    command.add_option("--text", options.text,
                       say("what for, and how it is done today; @FILE and - are read"));
    command.add_option("--reporter", options.reporter, say("who wishes it"));
    command.add_option("--interface", options.interface, say("the interface concerned"));
    command.add_option("--link", options.link, say("permanent link"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const WishlistEditOptions& options, World& world) {
    core::Value edited{core::Members{}};
    put(edited, "title", options.title.empty() ? "" : world.title(options.title));
    put(edited, "steps", world.text(options.text));
    put(edited, "reporter", options.reporter);
    put(edited, "interface", options.interface);
    put(edited, "link", options.link);
    if (edited.members()->empty()) {
        throw core::Misuse("say what changes, such as --title TEXT");
    }
    return record(options.id, core::EventKind::edited, std::move(edited), options.at, world);
}

void declare(CommandLine& command, WishlistBackOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
    command.add_option("--by", options.by, say("who backs it: a colleague or a department"));
    command.add_option("--municipality", options.municipality, say("of another municipality"));
    command.add_option("--benefit", options.benefit, say("what it saves: people × minutes × times a month"));
    command.add_option("--people", options.people, say("how many people it helps"))->within(1, 1000000);
    command.add_option("--minutes", options.minutes, say("minutes saved each time"))->within(1, 1000000);
    command.add_option("--times", options.times, say("times a month"))->within(1, 1000000);
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const WishlistBackOptions& options, World& world) {
    const auto wish = desk::open_case(world.desk(), options.id, core::CaseType::wish).content;
    if (!wish.merged_into.empty()) {
        throw core::ImpossibleTransition("{} was merged into {}; back that one", core::text(wish.id),
                                         wish.merged_into);
    }
    return record(options.id, core::EventKind::backed, backing(options, world), options.at, world);
}

void declare(CommandLine& command, WishlistMergeOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
    command.add_option("--into", options.into, say("the wish that says the same"))->required();
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const WishlistMergeOptions& options, World& world) {
    auto& desk = world.desk();
    const auto from = desk::open_case(desk, options.id, core::CaseType::wish);
    const auto into = desk::open_case(desk, options.into, core::CaseType::wish);
    if (from.id == into.id) {
        throw core::Misuse("{} cannot be merged into itself", core::text(from.id));
    }
    core::require_possible(from.content, core::EventKind::merged);
    core::require_possible(into.content, core::EventKind::merged);
    const auto at = world.occurred(options.at);
    std::vector<core::Event> events = {desk::make_event(desk, from.id, core::EventKind::merged, at,
                                                        core::Members{{"into", core::text(into.id)}})};
    for (const auto& event : from.history) {
        if (event.kind() == core::EventKind::backed || event.kind() == core::EventKind::linked) {
            events.push_back(desk::make_event(desk, into.id, event.kind(), at, event.data));
        }
    }
    events.push_back(desk::make_event(desk, from.id, core::EventKind::closed, at,
                                      core::Members{{"as", "duplicate"}, {"of", core::text(into.id)}}));
    world.makes_one_change();
    desk::append(desk, from, std::move(events));
    print_change(desk.store.summary(into.id), world);
    return ExitCode::ok;
}

void declare(CommandLine& command, WishlistSubmitOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
    command.add_option("--to", options.to, say("the party that it is handed to (owner, if not given)"));
    declare_sending(command, options.sending, say);
}

namespace {

/// Says so if the party has the wish already, and has not decided.
void tell_if_submitted(const desk::CaseFile& wish, std::string_view party, World& world) {
    std::optional<core::Instant> since;
    for (const auto& event : wish.history) {
        if (event.kind() == core::EventKind::submitted && event.text("to") == party) {
            since = event.occurred_at.at;
        } else if (event.kind() == core::EventKind::decided) {
            since.reset();
        }
    }
    if (since) {
        world.tell(world.say()("It has been with {} since {}.", render::party_name(world.say(), party),
                               render::date_time(world.say(), *since, world.reader())));
    }
}

}  // namespace

ExitCode run(const WishlistSubmitOptions& options, World& world) {
    auto& desk = world.desk();
    const auto wish = desk::open_case(desk, options.id, core::CaseType::wish);
    core::require_possible(wish.content, core::EventKind::submitted);
    tell_if_submitted(wish, options.to, world);
    return send_or_print(
        desk::wish_letter(desk, wish, desk.party(options.to), letter_words(options.sending, world)),
        options.sending, world);
}

void declare(CommandLine& command, WishlistDecideOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The wish: 12 or BOM-12"))->required();
    command.add_option("--outcome", options.outcome, say("planned, accepted, rejected or delivered"))
        ->required();
    command.add_option("--by", options.by, say("who decided (owner, if not given)"));
    command.add_option("--release", options.release, say("the release that brings it"));
    command.add_option("--text", options.text, say("why"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

namespace {

std::string outcome_of(const std::string& typed, World& world) {
    constexpr auto outcomes =
        std::to_array<std::string_view>({"planned", "accepted", "rejected", "delivered"});
    return chosen("--outcome", typed, outcomes, render::decision_name, world);
}

}  // namespace

ExitCode run(const WishlistDecideOptions& options, World& world) {
    const auto outcome = outcome_of(options.outcome, world);
    core::Value content{core::Members{{"by", options.by}, {"outcome", outcome}}};
    put(content, "release", options.release);
    put(content, "text", world.text(options.text));
    const bool ends = outcome == "delivered" || outcome == "rejected";
    const auto status = record(options.id, core::EventKind::decided, std::move(content), options.at, world,
                               ends ? NextStep::by_caller : NextStep::told);
    if (ends) {
        world.tell(world.say()("Next: spoc report close {} --as {}, which tells whoever asked for it",
                               options.id, outcome == "delivered" ? "fixed" : "declined"));
    }
    return status;
}

}  // namespace spoc::cmd
