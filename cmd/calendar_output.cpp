#include "cmd/calendar_output.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/world.hpp"
#include "lib/core/cleared.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

/// What others may read of an entry.
render::CalendarEntry cleared(render::CalendarEntry entry, bool redact, World& world) {
    core::Message message;
    message.subject = render::one_line(entry.summary);
    message.body = render::one_line(entry.description);
    const auto name = entry.uid.substr(0, entry.uid.find('@'));
    try {
        const auto cleared = core::clear(std::move(message), desk::gate_rules(world.reading_desk()),
                                         {.redact = redact, .override_reason = {}});
        for (const auto& warning : cleared.warnings()) {
            world.warn(core::sentence("about the entry {} of the calendar:", name));
            world.warn(core::sentence(warning));
        }
        entry.summary = cleared.message().subject;
        entry.description = cleared.message().body;
    } catch (const core::PrivacyRefusal& refusal) {
        if (!redact) {
            auto details = refusal.details();
            details.push_back(core::sentence(
                "it is the entry {} of the calendar; --redact masks it, or leaves out its text", name));
            throw core::PrivacyRefusal(refusal.sentence(), std::move(details));
        }
        world.warn(core::sentence("the entry {} of the calendar is without its text:", name));
        world.warn(refusal);
        entry.summary = name;
        entry.description.clear();
    }
    return entry;
}

}  // namespace

bool wants_calendar(World& world) {
    return world.globals().output == "ics";
}

std::optional<render::CalendarEntry> calendar_entry(const core::CaseSummary& summary, World& world) {
    if (!summary.next_due_at || !summary.next_clock) {
        return std::nullopt;
    }
    const auto id = core::text(summary.id);
    return render::CalendarEntry{
        .uid = fmt::format("{}-{}@{}", id, core::word(*summary.next_clock), world.readable().origin()),
        .at = *summary.next_due_at,
        .summary = fmt::format("{}: {}", id, render::name(world.say(), *summary.next_clock)),
        .description = summary.title};
}

std::optional<render::CalendarEntry> calendar_entry(const core::Notice& notice, World& world) {
    const auto begins = notice.starts_at ? notice.starts_at : notice.began_at;
    if (!begins) {
        return std::nullopt;
    }
    return render::CalendarEntry{.uid = fmt::format("notice-{}@{}", notice.id, world.readable().origin()),
                                 .at = *begins,
                                 .until = notice.ends_at ? notice.ends_at : notice.over_at,
                                 .summary = notice.title,
                                 .cancelled = core::cancelled(notice)};
}

void print_calendar(const std::vector<render::CalendarEntry>& entries, bool redact, World& world) {
    std::vector<render::CalendarEntry> all;
    all.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(all),
                           [&](const auto& each) { return cleared(each, redact, world); });
    world.out() << render::icalendar(all, world.now());
}

template <typename Content>
void print_calendar_of(const std::vector<Content>& all, World& world) {
    std::vector<render::CalendarEntry> entries;
    for (const auto& each : all) {
        if (auto entry = calendar_entry(each, world)) {
            entries.push_back(std::move(*entry));
        }
    }
    print_calendar(entries, world.globals().redact, world);
}

template void print_calendar_of(const std::vector<core::CaseSummary>& all, World& world);
template void print_calendar_of(const std::vector<core::Notice>& all, World& world);

}  // namespace spoc::cmd
