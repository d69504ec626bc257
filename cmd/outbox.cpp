#include "cmd/outbox.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/sending.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value as_value(const store::OutboxItem& item, const core::Zone& zone) {
    return core::Members{{"id", item.id},
                         {"state", store::word(item.state)},
                         {"kind", item.kind},
                         {"case", item.case_id ? core::Value(core::text(*item.case_id)) : core::Value()},
                         {"to", item.recipient},
                         {"subject", item.subject},
                         {"created_at", core::rfc3339(item.created_at, zone)},
                         {"changed_at", core::rfc3339(item.changed_at, zone)},
                         {"attempts", item.attempts},
                         {"error", item.error},
                         {"returned", item.returned},
                         {"overridden", item.overridden}};
}

void print_outbox(const std::vector<store::OutboxItem>& items, World& world) {
    const auto& say = world.say();
    using enum render::Fit;
    const auto state = [&](const core::Value& row) {
        return render::Cell{.text = render::message_state_name(say, row.text_of("state"))};
    };
    const auto kind = [&](const core::Value& row) {
        return render::Cell{.text = render::message_kind_name(say, row.text_of("kind"))};
    };
    core::List rows;
    std::ranges::transform(items, std::back_inserter(rows),
                           [&](const store::OutboxItem& item) { return as_value(item, world.zone()); });
    print_listing(
        {.name = "outbox",
         .columns = {{.name = "id", .heading = say("No."), .align = render::Align::right, .fit = kept},
                     {.name = "state", .heading = say("State"), .cell = state},
                     {.name = "kind", .heading = say("Kind"), .priority = 2, .cell = kind},
                     {.name = "case", .heading = say("Case")},
                     {.name = "to", .heading = say("To")},
                     {.name = "subject", .heading = say("Subject"), .fit = cut},
                     {.name = "created_at", .heading = say("Created"), .shown = render::Shown::to_programs},
                     {.name = "changed_at", .heading = say("Changed"), .shown = render::Shown::to_programs},
                     {.name = "attempts", .heading = say("Attempts"), .shown = render::Shown::to_programs},
                     {.name = "error", .heading = say("Error"), .fit = cut, .priority = 3},
                     {.name = "returned", .heading = "returned", .shown = render::Shown::to_programs},
                     {.name = "overridden", .heading = "overridden", .shown = render::Shown::to_programs}},
         .none = say("The outbox is empty.")},
        rows, world);
}

/// Whether it goes unasked: what came back as undeliverable would come back again.
bool goes_unasked(const store::OutboxItem& item) {
    return item.state == store::OutboxState::waiting ||
           (item.state == store::OutboxState::failed && !item.returned);
}

}  // namespace

void declare(CommandLine& command, OutboxListOptions& options, const render::Wording& say) {
    command.add_flag("--all", options.all, say("those that went out or were dropped too"));
}

ExitCode run(const OutboxListOptions& options, World& world) {
    print_outbox(options.all ? world.store().outbox() : world.store().unsettled(), world);
    return ExitCode::ok;
}

void declare(CommandLine& command, OutboxShowOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The message's number"))->required();
}

ExitCode run(const OutboxShowOptions& options, World& world) {
    const auto item = world.store().outbox_item(options.number);
    if (world.globals().json) {
        auto value = as_value(item, world.zone());
        value.set("message", item.message);
        world.out() << core::json(core::Members{{"schema", 1}, {"message", value}}) << '\n';
        return ExitCode::ok;
    }
    write_out(item.message, world);
    if (item.overridden.members() != nullptr) {
        world.tell(
            world.say()("The privacy gate was overruled for it: {}", item.overridden.text_of("reason")));
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, OutboxSendOptions& options, const render::Wording& say) {
    command.add_option("number", options.number,
                       say("The message's number; all that wait or failed, if not given"));
}

ExitCode run(const OutboxSendOptions& options, World& world) {
    auto& desk = world.desk();
    if (options.number > 0) {
        desk::deliver(desk, options.number);
        world.tell(world.say()("Message {} has gone out.", options.number));
        return ExitCode::ok;
    }
    auto code = ExitCode::ok;
    for (const auto& item : desk.store.unsettled()) {
        if (!goes_unasked(item)) {
            continue;
        }
        try {
            desk::deliver(desk, item.id);
            world.tell(world.say()("Message {} has gone out.", item.id));
        } catch (const core::OutsideError& error) {  // one that is refused does not stop the others
            world.warn(error);
            code = ExitCode::outside;
        } catch (const core::ImpossibleTransition&) {  // another spoc was faster
        }
    }
    return code;
}

void declare(CommandLine& command, OutboxDropOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The message's number"))->required();
    command.add_flag("--sent", options.sent, say("it did go out: settle the doubt that way"));
}

ExitCode run(const OutboxDropOptions& options, World& world) {
    world.makes_one_change();
    auto transaction = world.store().begin();
    transaction.mark(options.number, options.sent ? store::OutboxState::sent : store::OutboxState::dropped,
                     world.now());
    transaction.commit();
    world.tell(options.sent ? world.say()("Message {} is settled as sent.", options.number)
                            : world.say()("Message {} is dropped.", options.number));
    return ExitCode::ok;
}

}  // namespace spoc::cmd
