#include "lib/desk/releases.hpp"

#include <algorithm>

namespace spoc::desk {

namespace {

core::ReleaseCandidate candidate(const Desk& desk, const core::CaseSummary& summary) {
    const auto history = desk.store.history(summary.id);
    auto content = core::fold(history, core::case_rules(desk.rules.terms, summary.id.system));
    return {.id = summary.id,
            .type = summary.type,
            .title = summary.title,
            .vendor_refs = std::move(content.vendor_refs)};
}

}  // namespace

const core::CaseSummary& ReleaseReport::summary(const core::CaseId& id) const {
    return *std::ranges::find(open, id, &core::CaseSummary::id);
}

ReleaseReport read_release(const Desk& desk, std::string_view text, core::Instant published,
                           std::string_view system) {
    ReleaseReport report{
        .release = core::read_release(text, published, desk.zone(system)), .open = {}, .match = {}};
    store::CaseFilter filter;
    filter.system = system;
    desk.store.each_case(filter, [&](const core::CaseSummary& summary) {
        if (summary.type != core::CaseType::question) {
            report.open.push_back(summary);
        }
    });
    std::ranges::sort(report.open, {}, [](const core::CaseSummary& each) { return each.id.number; });
    std::vector<core::ReleaseCandidate> candidates;
    std::ranges::transform(report.open, std::back_inserter(candidates),
                           [&](const core::CaseSummary& each) { return candidate(desk, each); });
    report.match = core::match(report.release, candidates);
    return report;
}

bool can_be_applied(const ReleaseReport& report, const core::ReleaseClaim& claim) {
    const auto& summary = report.summary(claim.id);
    const bool known =
        summary.state == core::CaseState::fix_announced && summary.release == report.release.id;
    return summary.type == core::CaseType::defect && summary.reported_at && !known;
}

core::CaseSummary apply(const Desk& desk, const ReleaseReport& report, const core::ReleaseClaim& claim) {
    const auto before = open_case(desk, core::text(claim.id));
    core::Value content{core::Members{{"from", desk.system(claim.id.system).vendor}}};
    if (!report.release.id.empty()) {
        content.set("release", report.release.id);
    }
    content.set("text", report.item(claim).text);
    return append(desk, before,
                  {make_event(desk, claim.id, core::EventKind::fix_announced, desk.time(claim.id),
                              std::move(content))});
}

}  // namespace spoc::desk
