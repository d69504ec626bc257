#include <algorithm>

#include "lib/core/escalation.hpp"

namespace spoc::core {

namespace {

bool has(const History& history, EventKind kind) {
    return std::ranges::any_of(history, [&](const Event& event) { return event.kind() == kind; });
}

/// A party in the chain has said something that is written down.
bool has_spoken(const History& history, std::string_view party) {
    return std::ranges::any_of(history, [&](const Event& event) {
        const bool noted = event.kind() == EventKind::noted && event.text("direction") == "in" &&
                           event.text("party") == party;
        return noted || (event.kind() != EventKind::receipt && event.text("from") == party);
    });
}

const Clock* latest_missed(std::span<const Clock> clocks) {
    const Clock* found = nullptr;
    for (const auto& clock : clocks) {
        if (clock.state == ClockState::missed && (found == nullptr || !clock.stopped_at)) {
            found = &clock;
        }
    }
    return found;
}

bool maintenance_in(const Clock& clock, const Case& folded, std::span<const Window> windows, Instant now) {
    return std::ranges::any_of(windows, [&](const Window& window) {
        return window.system == folded.id.system && window.until > *clock.due_at &&
               window.from < clock.until(now);
    });
}

/// The owner of the interface that the analysis points at, if that is neither us nor the vendor.
std::string third_party(const Case& folded, std::span<const Interface> interfaces, std::string_view vendor) {
    const auto found = std::ranges::find(interfaces, folded.interface, &Interface::name);
    const bool other =
        found != interfaces.end() && found->owner != vendor && found->owner != us && !found->owner.empty();
    return other ? found->owner : std::string{};
}

}  // namespace

std::vector<Weakness> weaknesses(const History& history, const Case& folded, std::span<const Clock> clocks,
                                 const Rules& rules, std::span<const Interface> interfaces, Instant now) {
    std::vector<Weakness> found;
    const auto add = [&](const char* code, Sentence text) { found.push_back({code, std::move(text)}); };
    const auto case_rule = case_rules(rules.terms, folded.id.system);
    const auto* missed = latest_missed(clocks);
    const bool conduct = folded.failed_verifications > 0 || folded.slips > 0 || folded.reopenings > 0;
    if (missed == nullptr && !conduct) {
        add("nothing-missed",
            sentence("No deadline has been missed, no fix has failed and no promise has slipped."));
    }
    if (folded.vendor_refs.empty()) {
        add("no-vendor-ref",
            sentence("There is no reference of the vendor, so they cannot look the case up."));
    }
    if (!has(history, EventKind::reminded)) {
        add("no-reminder", sentence("The vendor has not been reminded."));
    }
    if (std::ranges::find(case_rule.pauses, folded.ball) != case_rule.pauses.end()) {
        add("ball-with-us", sentence("The ball is with {}, not with the vendor.", folded.ball));
    }
    if (missed != nullptr && missed->name != ClockName::promise &&
        !agreement_in_force(folded, rules.terms, now).binding) {
        add("not-binding", sentence("The agreement's targets are aimed at, not binding."));
    }
    if (missed != nullptr && missed->due_at && maintenance_in(*missed, folded, rules.windows, now)) {
        add("maintenance", sentence("Announced maintenance lies between the deadline and now."));
    }
    if (folded.field("users").empty() && folded.field("frequency").empty()) {
        add("no-effect", sentence("The effect is not described: how many are hit, and how often."));
    }
    if (folded.announcement) {
        add("not-verified", sentence("A fix has been announced and awaits our verdict."));
    }
    if (const auto party = third_party(folded, interfaces, case_rule.vendor);
        !party.empty() && !has_spoken(history, party)) {
        add("chain-unclear",
            sentence("The interface {} belongs to {}, and nothing that they said is written down.",
                     folded.interface, party));
    }
    return found;
}

}  // namespace spoc::core
