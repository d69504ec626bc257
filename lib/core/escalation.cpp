#include "lib/core/escalation.hpp"

#include <algorithm>
#include <array>

namespace spoc::core {

namespace {

/// The rungs that were used for one clock, or for conditions that are no clock's.
struct Used {
    std::optional<std::size_t> highest;
    Instant at;  ///< when the highest was used
};

std::optional<std::size_t> rung_of(const Event& event, const Rules& rules) {
    if (event.kind() == EventKind::reminded) {
        return rules.rungs.empty() ? std::nullopt : std::optional(std::size_t{0});
    }
    if (event.kind() != EventKind::escalated) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(rules.rungs, event.text("rung"), &Rung::name);
    return found == rules.rungs.end() ? std::nullopt
                                      : std::optional(static_cast<std::size_t>(found - rules.rungs.begin()));
}

/// Since when a clock runs, and when it is due; both absent for conditions that are no clock's.
struct Run {
    std::optional<Instant> since;
    std::optional<Instant> due;
};

/// A step that names no clock counts for all that had started by then; one that names a clock counts for the
/// others that were late too: its letter told of them.
Used used_for(std::string_view clock, const Run& run, const History& history, const Rules& rules) {
    Used used;
    for (const auto& event : history) {
        const auto rung = rung_of(event, rules);
        const auto named = event.text("clock");
        const auto at = event.occurred_at.at;
        const bool late = run.since && at >= *run.since && run.due && at > *run.due;
        const bool counts = named.empty() ? (!run.since || at >= *run.since) : named == clock || late;
        if (rung && counts && (!used.highest || *rung >= *used.highest)) {
            used = {.highest = rung, .at = event.occurred_at.at};
        }
    }
    return used;
}

/// When the rung above what was used may be proposed at the earliest.
Instant after_answer_time(const Used& used, const Rules& rules) {
    if (!used.highest) {
        return Instant::min();
    }
    return answer_by(rules.rungs[*used.highest], rules, used.at).value_or(used.at);
}

/// The lowest rung above what was used among those that `concerns`.
template <typename Concerns>
const Rung* next_rung(const Used& used, const Rules& rules, Concerns concerns) {
    const auto first = static_cast<std::ptrdiff_t>(used.highest ? *used.highest + 1 : 0);
    const auto found = std::find_if(rules.rungs.begin() + first, rules.rungs.end(), concerns);
    return found == rules.rungs.end() ? nullptr : &*found;
}

Instant late_by(const Clock& clock, const Rung& rung, const Rules& rules) {
    if (rung.after.empty()) {
        return *clock.due_at;
    }
    const auto target = parse_target(rung.after);
    const auto* calendar =
        rules.terms.find_calendar(clock.calendar.empty() ? rules.municipal_calendar : clock.calendar);
    return calendar == nullptr || target.is_real() ? *clock.due_at + target.length()
                                                   : calendar->add(*clock.due_at, target);
}

void keep_earliest(std::optional<RungProposal>& best, RungProposal proposal) {
    if (!best || proposal.at < best->at) {
        best = std::move(proposal);
    }
}

void propose_for_clock(std::optional<RungProposal>& best, const Clock& clock, const History& history,
                       const Rules& rules) {
    const auto used = used_for(word(clock.name), {clock.started_at, clock.due_at}, history, rules);
    const auto* rung = next_rung(used, rules, [&](const Rung& each) {
        return std::ranges::find(each.clocks, word(clock.name)) != each.clocks.end();
    });
    if (rung == nullptr || !clock.is_open() || !clock.due_at || clock.state == ClockState::paused) {
        return;
    }
    const auto at = std::max(late_by(clock, *rung, rules), after_answer_time(used, rules));
    keep_earliest(best, {.rung = rung->name, .clock = clock.name, .at = at + Seconds{1}});
}

/// A condition that is no clock's: something has happened too often.
struct Conduct {
    std::optional<int> Rung::*limit;
    int (*seen)(const Case&);
    bool (*counts)(const Event&);
    int free = 0;  ///< how many such events do not count
};

/// A promise slips when a later one replaces it, so the first does not count.
constexpr auto conducts = std::to_array<Conduct>({
    {&Rung::failed_verifications, [](const Case& folded) { return folded.failed_verifications; },
     [](const Event& event) {
         return event.kind() == EventKind::verified && event.text("outcome") == "fail";
     }},
    {&Rung::slips, [](const Case& folded) { return folded.slips; },
     [](const Event& event) { return event.kind() == EventKind::promised; }, 1},
    {&Rung::reopenings, [](const Case& folded) { return folded.reopenings; },
     [](const Event& event) { return event.kind() == EventKind::reopened; }},
});

/// When something happened for the n-th time.
std::optional<Instant> nth(const History& history, int number, bool (*counts)(const Event&)) {
    int seen = 0;
    for (const auto& event : history) {
        if (counts(event) && ++seen == number) {
            return event.occurred_at.at;
        }
    }
    return std::nullopt;
}

void propose_for_conduct(std::optional<RungProposal>& best, const Case& folded, const History& history,
                         const Rules& rules) {
    const auto used = used_for("", {}, history, rules);
    for (const auto& each : conducts) {
        const auto* rung = next_rung(
            used, rules, [&](const Rung& candidate) { return (candidate.*each.limit).has_value(); });
        if (rung == nullptr || each.seen(folded) < *(rung->*each.limit)) {
            continue;
        }
        const auto moment = nth(history, *(rung->*each.limit) + each.free, each.counts);
        const auto at = std::max(moment.value_or(folded.changed_at.at), after_answer_time(used, rules));
        keep_earliest(best, {.rung = rung->name, .clock = {}, .at = at});
    }
}

}  // namespace

std::optional<RungProposal> next_proposal(const History& history, const Case& folded,
                                          std::span<const Clock> clocks, const Rules& rules) {
    const bool possible =
        folded.is_open() && folded.reported_at && !folded.announcement && folded.state != CaseState::verified;
    if (!possible || folded.type != CaseType::defect) {
        return std::nullopt;
    }
    std::optional<RungProposal> best;
    for (const auto& clock : clocks) {
        propose_for_clock(best, clock, history, rules);
    }
    propose_for_conduct(best, folded, history, rules);
    return best;
}

std::optional<Instant> answer_by(const Rung& rung, const Rules& rules, Instant at) {
    const auto* calendar = rules.terms.find_calendar(rules.municipal_calendar);
    return rung.answer_within.empty() || calendar == nullptr
               ? std::nullopt
               : std::optional(calendar->add(at, parse_target(rung.answer_within)));
}

std::size_t next_rung_index(const History& history, const Rules& rules) {
    std::size_t next = 0;
    for (const auto& event : history) {
        if (const auto rung = rung_of(event, rules)) {
            next = std::max(next, *rung + 1);
        }
    }
    return std::min(next, rules.rungs.size() - 1);
}

std::size_t rung_index(const Rules& rules, std::string_view name) {
    const auto found = std::ranges::find(rules.rungs, name, &Rung::name);
    if (found == rules.rungs.end()) {
        std::vector<std::string> known;
        std::ranges::transform(rules.rungs, std::back_inserter(known), &Rung::name);
        throw NotFound("there is no rung {}; the ladder has {}", name, joined(known));
    }
    return static_cast<std::size_t>(found - rules.rungs.begin());
}

}  // namespace spoc::core
