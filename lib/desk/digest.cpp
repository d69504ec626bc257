#include "lib/desk/digest.hpp"

#include <algorithm>

#include "lib/core/landscape.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

/// Whether the party knows of the case.
bool concerns(const Desk& desk, const core::CaseSummary& summary, const core::Party& party) {
    if (party.name == core::system_manager || summary.ball == party.name) {
        return true;
    }
    return std::ranges::any_of(desk.store.history(summary.id), [&](const core::Event& event) {
        const auto kind = event.kind();
        const bool handed = kind == core::EventKind::reported || kind == core::EventKind::escalated;
        return handed && event.text("to") == party.name;
    });
}

core::Value line(const Desk& desk, const core::CaseSummary& summary, const render::Wording& say) {
    const render::Reader reader{.zone = desk.zone(summary.id.system), .now = desk.now};
    core::Value line{core::Members{{"case", core::text(summary.id)},
                                   {"title", summary.title},
                                   {"category", summary.category},
                                   {"vendor_ref", summary.vendor_ref},
                                   {"state", render::name(say, summary.state)},
                                   {"ball", render::party_name(say, summary.ball)}}};
    if (summary.next_due_at && summary.next_clock) {
        line.set("due", render::date_time(say, *summary.next_due_at, reader));
        line.set("clock", render::name(say, *summary.next_clock));
        line.set("late", *summary.next_due_at < desk.now ? say("overdue") : std::string{});
    }
    return line;
}

}  // namespace

Outgoing digest(const Desk& desk, const core::Party& party, const std::string& system) {
    const auto wanted = party.language.empty() ? desk.settings.me.language : party.language;
    const render::Wording say(render::language(wanted).value_or(render::Language::danish));
    store::CaseFilter filter;
    filter.system = system;
    filter.type = core::CaseType::defect;
    core::List lines;
    std::int64_t overdue = 0;
    for (const auto& summary : desk.store.list(filter)) {
        if (concerns(desk, summary, party)) {
            overdue += summary.next_due_at && *summary.next_due_at < desk.now ? 1 : 0;
            lines.push_back(line(desk, summary, say));
        }
    }
    const render::Reader reader{.zone = desk.zone(system), .now = desk.now};
    const core::Value values{core::Members{{"written", render::date_time(say, desk.now, reader)},
                                           {"open", std::ssize(lines)},
                                           {"overdue", overdue},
                                           {"cases", std::move(lines)},
                                           {"me", desk.settings.me.name},
                                           {"municipality", desk.settings.me.municipality},
                                           {"signature", desk.settings.mail.signature}}};
    Outgoing outgoing;
    outgoing.kind = "digest";
    outgoing.recipient = party.name;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = {}, .mail = party.mail}};
    render::write(outgoing.message, templates(desk), "digest", say, values);
    return outgoing;
}

}  // namespace spoc::desk
