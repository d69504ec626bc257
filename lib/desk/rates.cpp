#include "lib/desk/rates.hpp"

#include <algorithm>
#include <charconv>

#include "lib/render/dates.hpp"

namespace spoc::desk {

namespace {

using std::chrono::days;
using std::chrono::local_days;

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && stop == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

core::Period between(const core::Zone& zone, local_days first, local_days end) {
    return {.from = zone.instant(first), .until = zone.instant(end)};
}

core::Period month(const core::Zone& zone, std::chrono::year_month month) {
    return between(zone, local_days{month / 1}, local_days{(month + std::chrono::months{1}) / 1});
}

/// The defects that were open at a moment or later, as far as their clocks may have ended since.
std::vector<core::CaseSummary> alive_since(const Desk& desk, std::string_view system, core::Instant from) {
    store::CaseFilter filter;
    filter.type = core::CaseType::defect;
    filter.system = system;
    auto cases = desk.store.list(filter);
    filter.scope = store::CaseFilter::Scope::all;
    filter.since = from;
    std::ranges::copy_if(desk.store.list(filter), std::back_inserter(cases),
                         [](const core::CaseSummary& summary) { return !summary.is_open(); });
    return cases;
}

}  // namespace

core::Rates rates(const Desk& desk, std::string_view system, const core::Period& period) {
    core::Rates rates;
    for (const auto& summary : alive_since(desk, system, period.from)) {
        if (!summary.reported_at || summary.reported_at->at >= period.until || !summary.trouble.empty()) {
            continue;
        }
        const auto history = desk.store.history(summary.id);
        const auto folded = core::fold(history, core::case_rules(desk.rules.terms, summary.id.system));
        const auto clocks = core::clocks(history, folded, desk.rules.terms, desk.now, desk.rules.windows);
        const auto& agreement = core::agreement_in_force(folded, desk.rules.terms, desk.now);
        core::count(rates, clocks, {.category = folded.category.value_or(0)}, agreement.fractile, period);
    }
    return rates;
}

core::Period period(const Desk& desk, std::string_view typed) {
    const auto& zone = *desk.settings.systems.front().zone;
    if (typed.empty()) {
        const auto today = zone.date(desk.now);
        return month(zone, today.year() / today.month());
    }
    if (const auto dots = typed.find(".."); dots != std::string_view::npos) {
        const auto first = core::parse_date(typed.substr(0, dots));
        const auto last = core::parse_date(typed.substr(dots + 2));
        if (first && last && *first <= *last) {
            return between(zone, local_days{*first}, local_days{*last} + days{1});
        }
    } else if (const auto year = number(typed); typed.size() == 4 && year) {
        const std::chrono::year whole{*year};
        return between(zone, local_days{whole / 1 / 1}, local_days{(whole + std::chrono::years{1}) / 1 / 1});
    } else if (typed.size() == 7 && core::parse_date(std::string(typed) + "-01")) {
        const auto first = *core::parse_date(std::string(typed) + "-01");
        return month(zone, first.year() / first.month());
    }
    throw core::Misuse("{} is no period; it is written 2026-11, 2026 or 2026-10-01..2026-12-31", typed);
}

std::string period_text(const render::Wording& say, const core::Period& period, const core::Zone& zone) {
    return render::long_date(say, zone.date(period.from)) + " – " +
           render::long_date(say, zone.date(period.until - core::Seconds{1}));
}

core::Value rate_line(const std::string& heading, const core::Rate& rate) {
    return core::Members{{"clock", heading},
                         {"percent", rate.permille() / 10},
                         {"met", rate.met},
                         {"all", rate.all()},
                         {"wanted", rate.fractile}};
}

}  // namespace spoc::desk
