#include "cmd/redact.hpp"

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/desk/redaction.hpp"

namespace spoc::cmd {

namespace {

desk::RedactionOrder order(const RedactOptions& options, World& world) {
    desk::RedactionOrder order{.texts = {},
                               .fields = options.fields,
                               .files = options.attachments,
                               .reason = world.text(options.reason)};
    for (const auto& text : options.texts) {
        order.texts.push_back(world.text(text));
    }
    return order;
}

void print_places(const desk::Redaction& redaction, const core::CaseId& id, World& world) {
    const auto& say = world.say();
    core::List rows;
    for (const auto& each : redaction.removed) {
        rows.push_back(core::Members{
            {"case", core::text(id)}, {"place", each.place}, {"what", each.what}, {"field", each.field}});
    }
    print_listing({.name = "removed",
                   .columns = {{.name = "case", .heading = say("Case"), .shown = render::Shown::to_programs},
                               {.name = "place", .heading = say("Place")},
                               {.name = "what", .heading = say("What")},
                               {.name = "field", .heading = say("Field")}},
                   .none = say("Nothing of that kind stands in {}.", core::text(id))},
                  rows, world);
    for (const auto& warning : redaction.warnings) {
        world.warn(warning);
    }
}

}  // namespace

void declare(CommandLine& command, RedactOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--reason", options.reason, say("why it is removed; this is kept"));
    command.add_option("--text", options.texts, say("remove this too, such as a name; @FILE and - are read"));
    command.add_option("--field", options.fields, say("remove this field, such as object, whole"));
    command.add_option("--attachment", options.attachments, say("remove this file altogether"));
    command.add_flag("-n,--dry-run", options.dry_run, say("only show where something would be removed"));
}

ExitCode run(const RedactOptions& options, World& world) {
    auto& desk = world.desk();
    const auto id = desk.store.resolve(options.id);
    const auto wanted = order(options, world);
    const auto planned = desk::planned_redaction(desk, id, wanted);
    if (options.dry_run) {
        print_places(planned, id, world);
        return ExitCode::ok;
    }
    if (wanted.reason.empty()) {
        throw core::Misuse("say why it is removed, with --reason; that is kept");
    }
    if (!world.globals().yes && !world.asks()) {
        throw core::Misuse("what is removed cannot be brought back; --yes says that this is meant");
    }
    if (!planned.removed.empty() && !world.confirm(world.say()("Remove this from {} places of {} for good?",
                                                               planned.removed.size(), core::text(id)))) {
        world.tell(world.say()("Nothing was removed."));
        return ExitCode::failed;
    }
    print_places(desk::redact(desk, id, wanted), id, world);
    world.tell(world.say()("Copies and backups that were made before still have it."));
    return ExitCode::ok;
}

}  // namespace spoc::cmd
