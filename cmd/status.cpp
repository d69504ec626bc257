#include "cmd/status.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/calendar_output.hpp"
#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/sending.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/agenda.hpp"
#include "lib/desk/digest.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/dashboard.hpp"

namespace spoc::cmd {

namespace {

constexpr std::size_t agenda_lines = 10;

core::Value counts_value(const store::Counts& counts, core::Instant now, World& world) {
    const auto& defects = counts.of(core::CaseType::defect);
    core::Value by_category{core::Members{}};
    for (const auto& [category, number] : defects.by_category) {
        by_category.set(fmt::format("{}", category), number);
    }
    core::Value ball{core::Members{}};
    for (const auto& [holder, number] : defects.ball) {
        ball.set(holder, number);
    }
    core::List weeks;
    std::ranges::copy(counts.weeks, std::back_inserter(weeks));
    return core::Members{{"schema", 1},
                         {"now", core::rfc3339(now, world.zone())},
                         {"open", defects.open},
                         {"by_category", std::move(by_category)},
                         {"overdue", defects.overdue},
                         {"due_soon", defects.due_soon},
                         {"ball", std::move(ball)},
                         {"to_verify", defects.to_verify},
                         {"to_escalate", defects.to_escalate},
                         {"notices", counts.notices},
                         {"wishes", counts.of(core::CaseType::wish).open},
                         {"questions", counts.of(core::CaseType::question).open},
                         {"inbox", counts.inbox},
                         {"unread", counts.unread_mails},
                         {"outbox", counts.outbox_waiting + counts.outbox_in_trouble},
                         {"weeks", std::move(weeks)}};
}

core::List agenda_values(const store::Counts& counts, World& world) {
    auto& desk = world.reading_desk();
    core::List rows;
    for (const auto& item : desk::agenda(desk, desk.store, counts, agenda_lines)) {
        core::Value row =
            item.about ? render::case_row(*item.about, world.zone_of(item.about->id.system)) : core::Value();
        row.set("need", desk::word(item.need));
        row.set("number", item.number);
        row.set("command", item.command);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool something_is_due(const store::Counts& counts) {
    const auto& defects = counts.of(core::CaseType::defect);
    return defects.overdue + defects.to_escalate + defects.to_verify + counts.outbox_in_trouble +
               counts.inbox >
           0;
}

/// One row: what is counted by category or holder is a column each.
void print_csv(const core::Value& value, World& world) {
    render::Listing listing{.name = "status", .columns = {}};
    core::Value row{core::Members{}};
    const auto add = [&](const std::string& name, const core::Value& content) {
        listing.columns.push_back({.name = name, .heading = name});
        row.set(name, content);
    };
    for (const auto& [name, content] : *value.members()) {
        if (content.members() == nullptr) {
            add(name, content);
            continue;
        }
        for (const auto& [part, number] : *content.members()) {
            add(name + "_" + (part.empty() ? "nobody" : part), number);
        }
    }
    print_listing(listing, {row}, world);
}

void print_plain(const core::Value& value, World& world) {
    if (world.globals().csv) {
        print_csv(value, world);
        return;
    }
    for (const auto& [name, content] : *value.members()) {
        if (name != "schema") {
            world.out() << name << '\t' << (content.text() != nullptr ? *content.text() : core::json(content))
                        << '\n';
        }
    }
}

/// The next deadline of each open defect, and the maintenance that is announced.
std::vector<render::CalendarEntry> calendar_entries(const StatusOptions& options, World& world) {
    const auto system = known_system(options.system, world);
    const auto& store = world.readable();
    std::vector<render::CalendarEntry> entries;
    const auto add = [&](const auto& each) {
        if (auto entry = calendar_entry(each, world)) {
            entries.push_back(std::move(*entry));
        }
    };
    store::CaseFilter filter;
    filter.system = system;
    filter.type = core::CaseType::defect;
    store.each_case(filter, add);
    std::ranges::for_each(store.maintenance_ahead(system, world.now()), add);
    return entries;
}

void write_digest(const StatusOptions& options, World& world) {
    auto& desk = world.reading_desk();
    const auto& party = options.party.empty() ? world.settings().report.digest : options.party;
    if (party.empty()) {
        throw core::Misuse("--digest needs a party: --for PARTY, or digest in [report] of the configuration");
    }
    const auto given =
        desk::give_out(desk, desk::digest(desk, desk.party(party), known_system(options.system, world)),
                       {.by_hand = true, .redact = options.redact, .override_reason = {}}, desk::Form::bare);
    warn_all(given, world);
    write_out(given.text, world);
}

}  // namespace

void declare(CommandLine& command, StatusOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    command.add_flag("--exit-code", options.exit_code, say("end with 10 if something is due"));
    command.add_flag("--brief", options.brief, say("one line of what is urgent, for a prompt"));
    auto* ics = command.add_flag("--ics", options.ics,
                                 say("the deadlines and maintenance as a calendar (iCalendar)"));
    auto* digest =
        command.add_flag("--digest", options.digest, say("what a party has of ours, as text for a mail"));
    command.add_option("--for", options.party, say("the party that the digest is for"))->needs(digest);
    digest->excludes(ics);
    command.add_flag("--redact", options.redact, say("mask CPR numbers"));
}

ExitCode run(const StatusOptions& options, World& world) {
    auto& store = world.readable();
    const auto moment = store.hold();
    if (options.ics || wants_calendar(world)) {
        print_calendar(calendar_entries(options, world), options.redact, world);
        return ExitCode::ok;
    }
    if (options.digest) {
        write_digest(options, world);
        return ExitCode::ok;
    }
    const auto counts = store.counts(world.now(), desk::soon(world.rules(), world.settings(), world.now()),
                                     known_system(options.system, world));
    const auto value = counts_value(counts, world.now(), world);
    if (world.globals().json) {
        world.out() << core::json(render::selected(value, look_of(world).fields)) << '\n';
    } else if (!for_people(world)) {
        print_plain(value, world);
    } else if (options.brief) {
        const auto line = render::brief_line(world.say(), value);
        world.out() << line << (line.empty() ? "" : "\n");
    } else {
        world.out() << render::dashboard(world.say(), value, agenda_values(counts, world),
                                         reader_of_deadlines(world),
                                         {.width = look_of(world).width, .style = world.style()});
    }
    return options.exit_code && something_is_due(counts) ? ExitCode::due : ExitCode::ok;
}

}  // namespace spoc::cmd
