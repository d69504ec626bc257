#include "cmd/next_step.hpp"

#include "lib/core/analysis.hpp"

namespace spoc::cmd {

namespace {

using core::CaseState;

/// Of a case that the vendor or somebody else has, or that waits for us.
std::string next_of_open(const core::CaseSummary& summary, core::Instant now, const render::Wording& say) {
    const auto id = core::text(summary.id);
    if (summary.escalate_at && *summary.escalate_at <= now) {
        return say("Next: spoc escalate send {}", id);
    }
    if (summary.ball == core::us) {
        return say("Next: spoc report log {} --to PARTY TEXT, or spoc report resume {}", id, id);
    }
    if (summary.state == CaseState::waiting || summary.ball == core::local_it) {
        return say("Next, when they have answered: spoc report resume {}", id);
    }
    return say(
        "Next, when they answer: spoc report log {} --kind answered TEXT; spoc report remind {} asks again",
        id, id);
}

std::string next_of_defect(const core::CaseSummary& summary, core::Instant now, const render::Wording& say) {
    const auto id = core::text(summary.id);
    switch (summary.state) {
        case CaseState::recorded:
            return say("Next: spoc report analyse {}, or spoc report send {}", id, id);
        case CaseState::analysed:
            return say("Next: spoc report send {}", id);
        case CaseState::fix_announced:
            return say("Next: spoc verify plan {}, then spoc verify run {}", id, id);
        case CaseState::rejected:
            return summary.ball == core::us || summary.ball == core::local_it
                       ? next_of_open(summary, now, say)
                       : say("Next: spoc report remind {}", id);
        case CaseState::verified:
            return say("Next: spoc report close {} --as fixed", id);
        case CaseState::closed:
            return say("If it comes back: spoc report reopen {}", id);
        case CaseState::reported:
        case CaseState::answered:
        case CaseState::waiting:
            return next_of_open(summary, now, say);
    }
    return {};
}

}  // namespace

std::string next_step(const core::CaseSummary& summary, core::Instant now, const render::Wording& say) {
    const auto id = core::text(summary.id);
    if (summary.type == core::CaseType::defect) {
        return next_of_defect(summary, now, say);
    }
    if (!summary.is_open()) {
        return {};
    }
    if (summary.type == core::CaseType::question) {
        return say("Next: spoc assist answer {} --text TEXT", id);
    }
    if (summary.ball != core::us && !summary.ball.empty()) {
        return say("Next, when it is decided: spoc wishlist decide {} --outcome OUTCOME", id);
    }
    return summary.state == CaseState::recorded ? say("Next: spoc wishlist submit {}", id) : std::string{};
}

}  // namespace spoc::cmd
