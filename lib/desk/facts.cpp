#include "lib/desk/facts.hpp"

#include <algorithm>

#include "lib/desk/rates.hpp"
#include "lib/desk/told.hpp"
#include "lib/render/case_text.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

/// How late a clock is, in the time that it counts by.
std::string lateness(const core::Clock& clock, const Desk& desk, const render::Wording& say) {
    const auto end = clock.until(desk.now);
    if (!clock.due_at || end <= *clock.due_at) {
        return {};
    }
    const auto* calendar = desk.rules.terms.find_calendar(clock.calendar);
    const auto late = calendar == nullptr ? end - *clock.due_at : calendar->elapsed(*clock.due_at, end);
    const auto unit = calendar == nullptr ? render::Unit::real_time : render::Unit::business_hours;
    return say("{} late", render::duration(say, late, unit));
}

core::Value deadline(const core::Clock& clock, const Desk& desk, const render::Wording& say,
                     const render::Reader& reader) {
    core::Value value{
        core::Members{{"clock", render::name(say, clock.name)},
                      {"target", clock.name == core::ClockName::promise ? std::string{} : clock.target},
                      {"due", render::date_time(say, *clock.due_at, reader)},
                      {"late", lateness(clock, desk, say)}}};
    const bool replaced = clock.name == core::ClockName::promise && clock.state == core::ClockState::missed;
    if (clock.stopped_at && !replaced) {
        value.set("stopped", render::date_time(say, *clock.stopped_at, reader));
    }
    return value;
}

const core::Event* last_of(const core::History& history, core::EventKind kind) {
    const auto found = std::find_if(history.rbegin(), history.rend(),
                                    [&](const core::Event& event) { return event.kind() == kind; });
    return found == history.rend() ? nullptr : &*found;
}

/// The latest answer of a party.
const core::Event* last_answer(const core::History& history, std::string_view party) {
    const auto found = std::find_if(history.rbegin(), history.rend(), [&](const core::Event& event) {
        return event.kind() == core::EventKind::answered && event.text("from") == party;
    });
    return found == history.rend() ? nullptr : &*found;
}

void add_dialogue(core::Value& values, const core::History& history, std::string_view party,
                  const render::Wording& say, const render::Reader& reader) {
    const auto reminders = std::ranges::count_if(
        history, [](const core::Event& event) { return event.kind() == core::EventKind::reminded; });
    if (reminders > 0) {
        values.set("reminders", static_cast<std::int64_t>(reminders));
    }
    if (const auto* last = last_of(history, core::EventKind::reminded)) {
        values.set("last_reminder", render::date_time(say, last->occurred_at.at, reader));
    }
    if (const auto* last = last_answer(history, party)) {
        values.set("last_answer", fmt::format("{}: {}", render::date_time(say, last->occurred_at.at, reader),
                                              last->text("text")));
    }
    core::List lines;
    for (const auto& event : history) {
        lines.push_back(core::Members{{"when", render::date_time(say, event.occurred_at.at, reader)},
                                      {"what", render::event_line(say, event, reader)}});
    }
    values.set("history", std::move(lines));
}

}  // namespace

void add_facts(core::Value& values, const Desk& desk, const CaseFile& file,
               std::span<const core::Party* const> to, const render::Wording& say) {
    const render::Reader reader{.zone = desk.zone(file.id.system), .now = desk.now};
    add_dialogue(values, told(desk, file.history, to), desk.system(file.id.system).vendor, say, reader);
    const auto& agreement = core::agreement_in_force(file.content, desk.rules.terms, desk.now);
    values.set("agreement", agreement.name);
    values.set("source", agreement.source);
    values.set("aimed_at", !agreement.binding);
    core::List deadlines;
    for (const auto& clock : clocks_of(desk, file)) {
        if (clock.due_at) {
            deadlines.push_back(deadline(clock, desk, say, reader));
        }
    }
    values.set("deadlines", std::move(deadlines));
}

void add_rates(core::Value& values, const Desk& desk, const core::Case& content, const render::Wording& say) {
    constexpr std::chrono::days lately{91};
    const core::Period period{.from = desk.now - lately, .until = desk.now};
    core::List lines;
    for (const auto& [key, rate] : rates(desk, content.id.system, period)) {
        if (key.category == content.category) {
            lines.push_back(rate_line(render::name(say, key.clock), rate));
        }
    }
    values.set("period", period_text(say, period, desk.zone(content.id.system)));
    values.set("rates", std::move(lines));
}

std::string category_name(const Desk& desk, const core::Case& content) {
    const auto since = content.reported_at ? content.reported_at->at : desk.now;
    const auto* agreement =
        desk.rules.terms.in_force(content.id.system, desk.zone(content.id.system).date(since));
    const auto* category =
        agreement == nullptr || !content.category ? nullptr : agreement->category(*content.category);
    return category == nullptr ? std::string{} : category->name;
}

}  // namespace spoc::desk
