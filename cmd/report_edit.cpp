#include <charconv>

#include "cmd/attachments.hpp"
#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/report.hpp"
#include "cmd/report_fields.hpp"
#include "cmd/world.hpp"

namespace spoc::cmd {

namespace {

/// What differs from what is known, without the category, which has an event of its own.
core::Value changed(const core::Value& given, const core::Value& known) {
    core::Value edited{core::Members{}};
    for (const auto& [name, value] : *given.members()) {
        const auto* before = known.find(name);
        if (name != "category" && name != "system" && name != "type" &&
            (before == nullptr || *before != value)) {
            edited.set(name, value);
        }
    }
    return edited;
}

core::Event categorised(const desk::Desk& desk, const core::CaseId& id, int category,
                        const std::string& reason, core::Timestamp at) {
    core::Value content{core::Members{{"category", category}}};
    if (!reason.empty()) {
        content.set("reason", reason);
    }
    return desk::make_event(desk, id, core::EventKind::categorised, at, std::move(content));
}

}  // namespace

void declare(CommandLine& command, ReportEditOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--title", options.title, say("in a few words: what is wrong"));
    declare_fields(command, options.fields, say);
    command.add_option("--file", options.file, say("take the fields from a TOML file or a filled-in form"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
    command.add_flag("--recover", options.recover, say("go on with the form that was kept"));
}

ExitCode run(const ReportEditOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    auto given = given_fields(options.title, options.fields, options.file, world);
    const auto& known = before.content.fields;
    if (given.members()->empty() || options.recover) {
        if (!world.asks() && !options.recover) {
            throw core::Misuse("say what changes, such as --steps TEXT");
        }
        given = edited_fields({.name = core::text(before.id), .recover = options.recover}, known, world);
    } else {
        given.set("title", given.text_of("title").empty() ? known.text_of("title") : given.text_of("title"));
        given.set("system", before.id.system);
        given = checked_fields(given, world);
    }
    const auto at = world.occurred(options.at);
    std::vector<core::Event> events;
    const auto* category = given.find("category");
    if (category != nullptr && category->integer() != nullptr &&
        *category->integer() != before.content.category) {
        world.rules().terms.require_category(before.id.system, static_cast<int>(*category->integer()));
        events.push_back(categorised(desk, before.id, static_cast<int>(*category->integer()),
                                     std::string(given.text_of("reason")), at));
    }
    if (auto edited = changed(given, known); !edited.members()->empty()) {
        events.push_back(desk::make_event(desk, before.id, core::EventKind::edited, at, std::move(edited)));
    }
    if (events.empty()) {
        world.tell(world.say()("Nothing differs from what is known, so nothing was recorded."));
    }
    world.makes_one_change();
    print_change(
        events.empty() ? desk.store.summary(before.id) : desk::append(desk, before, std::move(events)),
        world);
    return ExitCode::ok;
}

void declare(CommandLine& command, ReportLinkOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("to", options.to, say("the other case, or notice:N"))->required();
    command.add_option("--as", options.as, say("duplicate, related, caused-by or regression-of"))
        ->one_of({"duplicate", "related", "caused-by", "regression-of"});
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

namespace {

/// The case or the notice that was typed, which must exist.
std::string linked_to(const std::string& typed, const desk::Desk& desk) {
    constexpr std::string_view prefix = "notice:";
    if (!typed.starts_with(prefix)) {
        return core::text(desk.store.resolve(typed));
    }
    std::int64_t number = 0;
    const auto digits = std::string_view(typed).substr(prefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return fmt::format("{}{}", prefix, desk.store.notice(number).id);
}

}  // namespace

ExitCode run(const ReportLinkOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    const auto to = linked_to(options.to, desk);
    if (to == core::text(before.id)) {
        throw core::Misuse("{} cannot be linked to itself", to);
    }
    world.makes_one_change();
    const auto after =
        desk::append(desk, before,
                     {desk::make_event(desk, before.id, core::EventKind::linked, world.occurred(options.at),
                                       core::Members{{"to", to}, {"as", options.as}})});
    print_change(after, world);
    return ExitCode::ok;
}

void declare(CommandLine& command, ReportAttachOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("files", options.files, say("the files to keep with it"))->required();
    command.add_flag("--anonymised", options.anonymised, say("the files show no person"));
}

ExitCode run(const ReportAttachOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id);
    world.makes_one_change();
    print_change(desk::append(desk, before, {}, read_files(options.files, options.anonymised)), world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
