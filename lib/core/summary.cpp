#include "lib/core/summary.hpp"

#include "lib/core/escalation.hpp"

namespace spoc::core {

namespace {

std::string text_of(const Case& folded, std::string_view field) {
    return std::string(folded.field(field));
}

/// Deadlines do not depend on what the time is: they are reckoned as if nothing more happened.
void add_deadlines(CaseSummary& summary, const History& history, const Case& folded, const Rules& rules) {
    try {
        const auto all = clocks(history, folded, rules.terms, folded.changed_at.at, rules.windows);
        if (const auto next = next_deadline(all)) {
            summary.next_due_at = next->due;
            summary.next_clock = next->clock;
        }
        if (const auto proposal = next_proposal(history, folded, all, rules)) {
            summary.escalate_at = proposal->at;
            summary.escalate_rung = proposal->rung;
            summary.escalate_clock = proposal->clock;
        }
    } catch (const Error& error) {
        summary.trouble = error.sentence().english();
    }
}

}  // namespace

CaseSummary summarise(const History& history, const Rules& rules) {
    const auto folded = fold(history, case_rules(rules.terms, history.front().case_id.system));
    CaseSummary summary{
        .id = folded.id,
        .recorded_event = folded.recorded_event,
        .type = folded.type,
        .title = std::string(folded.title()),
        .category = folded.category,
        .state = folded.state,
        .ball = folded.ball,
        .vendor_ref = folded.vendor_refs.empty() ? std::string{} : folded.vendor_refs.back(),
        .interface = folded.interface,
        .reporter = text_of(folded, "reporter"),
        .release = folded.announcement ? std::string(folded.announcement->text("release")) : std::string{},
        .reported_at = folded.reported_at,
        .recorded_at = folded.recorded_at,
        .changed_at = folded.changed_at,
        .rung = folded.rung,
        .failed_verifications = folded.failed_verifications,
        .slips = folded.slips,
        .reopenings = folded.reopenings};
    if (folded.is_open()) {  // nothing of a closed case depends on the terms
        add_deadlines(summary, history, folded, rules);
    }
    return summary;
}

CaseRules case_rules(const Terms& terms, std::string_view system) {
    const auto* found = terms.find_system(system);
    const auto* agreement = terms.latest(system);
    return {.vendor = found == nullptr ? std::string("vendor") : found->vendor,
            .pauses = agreement == nullptr ? AgreementTerms{}.pauses : agreement->pauses};
}

std::string canonical(const Rules& rules) {
    auto all = canonical(rules.terms) + "municipality " + rules.municipal_calendar + "\n";
    for (const auto& rung : rules.rungs) {
        all += fmt::format("rung {} {} {} {} {} {} {} {} {}\n", rung.name, rung.to, joined(rung.informs),
                           joined(rung.clocks), rung.after, rung.failed_verifications.value_or(-1),
                           rung.slips.value_or(-1), rung.reopenings.value_or(-1), rung.answer_within);
    }
    if (!rules.terms.exclude_windows()) {
        return all;
    }
    for (const auto& window : rules.windows) {
        all += fmt::format("window {} {} {}\n", window.system, window.from.time_since_epoch().count(),
                           window.until.time_since_epoch().count());
    }
    return all;
}

}  // namespace spoc::core
