#include "cmd/case_output.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/calendar_output.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/next_step.hpp"
#include "cmd/notice_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/case_text.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/time_left.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value row(const core::CaseSummary& summary, World& world) {
    return render::case_row(summary, world.zone_of(summary.id.system));
}

std::vector<core::Clock> clocks_of(const desk::CaseFile& file, World& world) {
    try {
        return desk::clocks_of(world.reading_desk(), file);
    } catch (const core::ConfigError& error) {  // the case is told of all the same
        world.warn(error.sentence());
        return {};
    }
}

core::Value event_value(const core::Event& event) {
    auto value = core::line_without_hash(event);
    std::erase_if(*value.members(),
                  [](const auto& member) { return member.first == "schema" || member.first == "case"; });
    return value;
}

core::Value file_value(const desk::CaseFile& file, World& world) {
    auto value = row(core::summarise(file.history, world.reading_desk().rules), world);
    value.set("fields", file.content.fields);
    value.set("clocks", render::clock_values(clocks_of(file, world), world.zone_of(file.id.system)));
    core::List events;
    std::ranges::transform(file.history, std::back_inserter(events), event_value);
    value.set("events", std::move(events));
    return value;
}

std::string one_line_of(const store::SearchHit& hit, const render::Wording& say) {
    return fmt::format("  {}  {} ({})", core::text(hit.summary.id), render::one_line(hit.summary.title),
                       render::name(say, hit.summary.state));
}

}  // namespace

render::Reader reader_of_deadlines(World& world) {
    auto reader = world.reader();
    reader.terms = for_people(world) || wants_page(world) ? &world.rules().terms : nullptr;
    return reader;
}

void print_cases(const store::CaseFilter& filter, const std::string& none, World& world) {
    auto& store = world.readable();
    if (wants_page(world) || wants_calendar(world)) {
        print_cases(store.list(filter), none, world);
        return;
    }
    render::ListWriter writer(render::case_listing(world.say(), reader_of_deadlines(world)), look_of(world));
    bool any = false;
    const auto add = [&](const core::CaseSummary& summary) {
        any = true;
        if (auto* lines = writer.lines()) {
            render::append_case_line(*lines, summary, world.zone_of(summary.id.system));
        } else {
            writer.add(row(summary, world));
        }
        if (writer.ready()) {
            world.out() << writer.take();
        }
    };
    store.each_case(filter, add, store::Store::Detail::listed);
    world.out() << writer.finish();
    if (!any) {
        tell_none(none, world);
    }
}

void print_cases(const std::vector<core::CaseSummary>& cases, const std::string& none, World& world) {
    if (wants_calendar(world)) {
        print_calendar_of(cases, world);
        return;
    }
    core::List rows;
    std::ranges::transform(cases, std::back_inserter(rows),
                           [&](const core::CaseSummary& each) { return row(each, world); });
    auto listing = render::case_listing(world.say(), reader_of_deadlines(world));
    listing.none = none;
    print_listing(listing, rows, world);
}

/// The user has looked at the case, with what was written on it. Who only looks waits for nobody: while
/// another program is writing they stay unread.
void mark_mails_read(const core::CaseId& id, World& world) {
    const auto unread = world.readable().unread_mails();
    const bool any =
        std::ranges::any_of(unread, [&](const store::MailRecord& mail) { return mail.case_id == id; });
    if (!any || !world.globals().as_of.empty()) {
        return;
    }
    try {
        if (auto transaction = world.store().begin_at_once()) {
            transaction->mark_mails_read(id);
            transaction->commit();
        }
    } catch (const core::StoreError& error) {  // it stays unread; it was shown all the same
        world.warn(error);
    }
}

void print_case_file(const desk::CaseFile& file, World& world) {
    if (world.globals().plain || world.globals().csv) {
        print_cases({core::summarise(file.history, world.reading_desk().rules)}, {}, world);
        return;
    }
    if (world.globals().json) {
        print_json({{"case", render::selected(file_value(file, world), look_of(world).fields)}}, world);
        return;
    }
    world.out() << render::case_text(world.say(), file.content, file.history, clocks_of(file, world),
                                     reader_of_deadlines(world),
                                     {.width = look_of(world).width, .style = world.style()});
    mark_mails_read(file.id, world);
}

void print_change(const core::CaseSummary& after, World& world, core::Members more, NextStep next) {
    if (world.globals().json) {
        more.insert(more.begin(), {"case", render::selected(row(after, world), look_of(world).fields)});
        print_json(std::move(more), world);
        return;
    }
    const auto& say = world.say();
    world.out() << core::text(after.id) << '\n';
    const auto id = core::text(after.id);
    const auto state = render::name(say, after.state);
    world.tell(after.ball.empty()
                   ? say("{}: {}", id, state)
                   : say("{}: {}; the ball is with: {}", id, state, render::party_name(say, after.ball)));
    if (after.next_due_at && after.next_clock) {
        const auto due = render::date_time(say, *after.next_due_at, world.reader());
        const auto clock = render::name(say, *after.next_clock);
        const auto left = render::row_time_left(say, row(after, world), world.now(), world.rules().terms);
        world.tell(*after.next_due_at < world.now() ? say("Overdue since {} ({}): {}", due, clock, left)
                                                    : say("Next deadline: {} ({}), {}", due, clock, left));
    }
    if (!after.trouble.empty()) {
        world.tell(after.trouble);
    }
    const auto step = next == NextStep::told ? next_step(after, world.now(), say) : std::string{};
    if (!step.empty()) {
        world.tell(step);
    }
}

void print_new_case(const desk::CaseFile& file, const std::vector<store::SearchHit>& similar,
                    const std::vector<core::Notice>& outages, World& world) {
    const auto& say = world.say();
    if (world.globals().json) {
        core::List alike;
        std::ranges::transform(similar, std::back_inserter(alike),
                               [&](const store::SearchHit& hit) { return row(hit.summary, world); });
        core::List notices;
        std::ranges::transform(outages, std::back_inserter(notices),
                               [&](const core::Notice& each) { return notice_value(each, world); });
        print_json({{"case", render::selected(file_value(file, world), look_of(world).fields)},
                    {"similar", std::move(alike)},
                    {"outages", std::move(notices)}},
                   world);
        return;
    }
    world.out() << core::text(file.id) << '\n';
    world.tell(say("Recorded {}: {}", core::text(file.id), render::one_line(file.content.title())));
    if (!similar.empty()) {
        world.tell(say("These look alike:"));
        for (const auto& hit : similar) {
            world.tell(one_line_of(hit, say));
        }
    }
    for (const auto& notice : outages) {
        world.tell(
            say("Something was out of order then: {}. If that is why: spoc report link {} notice:{} --as "
                "caused-by",
                render::one_line(notice.title), core::text(file.id), notice.id));
    }
}

}  // namespace spoc::cmd
