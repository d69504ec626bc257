#include <algorithm>
#include <unordered_set>

#include "cmd/calendar_output.hpp"
#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/escalate.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/agenda.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

/// A row of the list: the case, whether a deadline is breached or near, and the step proposed.
core::Value escalation_row(const core::CaseSummary& summary, World& world) {
    const auto& zone = world.zone_of(summary.id.system);
    auto row = render::case_row(summary, zone);
    const bool due = summary.escalate_at && *summary.escalate_at <= world.now();
    const bool breached = summary.next_due_at && *summary.next_due_at < world.now();
    row.set("breached", breached);
    row.set("proposed_rung", due ? core::Value(summary.escalate_rung) : core::Value());
    row.set("proposed_clock",
            due && summary.escalate_clock ? core::Value(core::word(*summary.escalate_clock)) : core::Value());
    row.set("proposed_at", due ? core::Value(core::rfc3339(*summary.escalate_at, zone)) : core::Value());
    return row;
}

render::Listing escalation_listing(World& world) {
    const auto& say = world.say();
    auto listing = render::case_listing(say, reader_of_deadlines(world));
    listing.name = "escalations";
    listing.none = say("No deadline is missed or near.");
    for (auto& column : listing.columns) {
        if (column.name == "state" || column.name == "rung") {
            column.shown = render::Shown::to_programs;
        }
    }
    listing.columns.push_back(
        {.name = "proposed_rung", .heading = say("Proposed"), .fit = render::Fit::kept});
    for (const auto* const name : {"breached", "proposed_clock", "proposed_at"}) {
        listing.columns.push_back({.name = name, .heading = name, .shown = render::Shown::to_programs});
    }
    return listing;
}

void print_escalations(const std::vector<core::CaseSummary>& cases, World& world) {
    if (wants_calendar(world)) {
        print_calendar_of(cases, world);
        return;
    }
    core::List rows;
    std::ranges::transform(cases, std::back_inserter(rows),
                           [&](const core::CaseSummary& each) { return escalation_row(each, world); });
    print_listing(escalation_listing(world), rows, world);
}

/// Under cron a step is proposed once for each case, clock and rung: what was told is remembered.
std::string told_key(const core::CaseSummary& summary) {
    const auto clock =
        summary.escalate_clock ? core::word(*summary.escalate_clock) : std::string_view{"conduct"};
    return fmt::format("proposed {} {} {}", core::text(summary.id), clock, summary.escalate_rung);
}

std::vector<core::CaseSummary> untold(std::vector<core::CaseSummary> cases, World& world) {
    auto& store = world.store();
    std::erase_if(cases, [&](const core::CaseSummary& each) {
        const bool due = each.escalate_at && *each.escalate_at <= world.now();
        return !due || store.remembered(told_key(each)).has_value();
    });
    if (!cases.empty()) {
        auto transaction = store.begin();
        for (const auto& each : cases) {
            transaction.remember(told_key(each), core::rfc3339(world.now(), world.zone()));
        }
        transaction.commit();
    }
    return cases;
}

bool outside_own_hours(World& world) {
    return !world.rules().terms.calendar(world.settings().me.calendar).is_open(world.now());
}

std::vector<core::CaseSummary> breached_or_soon(const store::CaseFilter& wanted, World& world) {
    auto filter = wanted;
    filter.type = core::CaseType::defect;
    filter.due_until = desk::soon(world.rules(), world.settings(), world.now());
    auto& store = world.readable();
    auto cases = store.list(filter);
    std::unordered_set<std::int64_t> listed;  // the numbers of a store are one sequence
    for (const auto& each : cases) {
        listed.insert(each.id.number);
    }
    if (wanted.limit > 0 && std::ssize(cases) >= wanted.limit) {
        return cases;
    }
    filter.due_until.reset();
    for (auto& each : store.escalations(filter, world.now())) {  // failed fixes and slips have no deadline
        if (!listed.contains(each.id.number)) {
            cases.push_back(std::move(each));
        }
    }
    if (wanted.limit > 0 && std::ssize(cases) > wanted.limit) {
        cases.erase(cases.begin() + wanted.limit, cases.end());
    }
    return cases;
}

}  // namespace

void declare(CommandLine& command, EscalateListOptions& options, const render::Wording& say) {
    declare_filters(command, options.filter, say);
    command.add_flag("--exit-code", options.exit_code, say("end with 10 if something is due"));
    command.add_flag("--quiet-hours", options.quiet_hours,
                     say("for cron: nothing outside the municipality's hours, and each proposal once"));
}

ExitCode run(const EscalateListOptions& options, World& world) {
    if (options.quiet_hours && outside_own_hours(world)) {
        return ExitCode::ok;
    }
    auto filter = case_filter(options.filter, world);
    const bool shortened =
        for_people(world) && !options.filter.limit && !options.exit_code && !options.quiet_hours;
    if (shortened) {
        filter.limit = lines_for_people + 1;
    }
    auto cases = breached_or_soon(filter, world);
    if (options.quiet_hours) {
        cases = untold(std::move(cases), world);
        if (cases.empty() && for_people(world)) {
            return ExitCode::ok;
        }
    }
    const bool more = shortened && std::ssize(cases) > lines_for_people;
    if (more) {
        cases.pop_back();
    }
    print_escalations(cases, world);
    if (more) {
        tell_more(world);
    }
    const bool due = std::ranges::any_of(cases, [&](const core::CaseSummary& each) {
        return each.escalate_at && *each.escalate_at <= world.now();
    });
    return options.exit_code && due ? ExitCode::due : ExitCode::ok;
}

}  // namespace spoc::cmd
