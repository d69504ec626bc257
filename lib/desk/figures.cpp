#include "lib/desk/figures.hpp"

#include <algorithm>
#include <tuple>

#include "lib/desk/notices.hpp"
#include "lib/desk/rates.hpp"

namespace spoc::desk {

namespace {

constexpr int weeks_shown = 12;

/// Reads every case of a system once.
class Counting {
public:
    Counting(const Desk& desk, const core::System& system, Figures& figures)
        : desk_(desk), system_(system), figures_(figures) {}

    void count_defects() {
        core::MovementCount count(figures_.period, weeks_shown, *system_.zone);
        each(core::CaseType::defect, [&](const core::History& history, const core::Case& content) {
            if (count.add(content, history)) {
                figures_.open.push_back(core::summarise(history, desk_.rules));
            }
        });
        figures_.movements = count.result();
        std::ranges::stable_sort(figures_.open, {}, [](const core::CaseSummary& summary) {
            return std::tuple(summary.next_due_at.value_or(core::Instant::max()), summary.id.number);
        });
    }

    void count_wishes() {
        each(core::CaseType::wish, [&](const core::History& history, const core::Case& content) {
            figures_.wishes_recorded += figures_.period.holds(content.recorded_at.at) ? 1 : 0;
            for (const auto& event : history) {
                const bool decided = event.kind() == core::EventKind::decided;
                figures_.wishes_decided += decided && figures_.period.holds(event.occurred_at.at) ? 1 : 0;
            }
            if (content.is_open()) {
                figures_.wishes.push_back({core::summarise(history, desk_.rules), core::wish_of(history)});
            }
        });
        rank(figures_.wishes);
    }

    void count_notices() {
        const auto& period = figures_.period;
        for (auto& notice : desk_.store.notices_seen(period.from, period.until)) {
            const auto told = notice.published_at.value_or(period.from);
            const bool ours = notice.system.empty() || notice.system == system_.code;
            if (ours && told >= period.from) {  // the past of a feed that is new here is no news
                figures_.notices.push_back(std::move(notice));
            }
        }
        figures_.downtime = unannounced_downtime(desk_, system_.code, period);
    }

private:
    template <typename Each>
    void each(core::CaseType type, const Each& take) const {
        store::CaseFilter filter;
        filter.system = system_.code;
        filter.type = type;
        filter.scope = store::CaseFilter::Scope::all;
        const auto rules = core::case_rules(desk_.rules.terms, system_.code);
        for (const auto& summary : desk_.store.list(filter)) {
            const auto history =
                core::happened_before(desk_.store.history(summary.id), figures_.period.until);
            if (!history.empty() && history.front().kind() == core::EventKind::recorded) {
                take(history, core::fold(history, rules));
            }
        }
    }

    const Desk& desk_;
    const core::System& system_;
    Figures& figures_;
};

core::Value rates_value(const core::Rates& rates) {
    core::List list;
    for (const auto& [key, rate] : rates) {
        list.push_back(core::Members{{"category", key.category},
                                     {"clock", core::word(key.clock)},
                                     {"met", rate.met},
                                     {"missed", rate.missed},
                                     {"fractile", rate.fractile}});
    }
    return list;
}

core::Value weeks_value(const std::vector<core::WeekOfCases>& weeks, const core::Zone& zone) {
    core::List list;
    for (const auto& week : weeks) {
        list.push_back(core::Members{{"begins", core::iso(zone.date(week.begins))},
                                     {"opened", week.opened},
                                     {"closed", week.closed},
                                     {"open", week.open}});
    }
    return list;
}

core::Value held_value(const std::map<std::string, core::Seconds>& held) {
    core::Value seconds{core::Members{}};
    for (const auto& [holder, length] : held) {
        seconds.set(holder, std::int64_t{length.count()});
    }
    return seconds;
}

}  // namespace

std::int64_t Figures::overdue() const {
    return std::ranges::count_if(open, [this](const core::CaseSummary& summary) {
        return summary.next_due_at && *summary.next_due_at < period.until;
    });
}

std::int64_t Figures::to_verify() const {
    return std::ranges::count(open, core::CaseState::fix_announced, &core::CaseSummary::state);
}

Figures figures(const Desk& desk, const core::System& system, const core::Period& period) {
    Figures figures;
    figures.period = {.from = period.from, .until = std::min(period.until, desk.now + core::Seconds{1})};
    Counting counting(desk, system, figures);
    counting.count_defects();
    counting.count_wishes();
    counting.count_notices();
    figures.rates = rates(desk, system.code, figures.period);
    return figures;
}

core::Value figures_value(const Figures& figures, const core::Zone& zone) {
    const auto& moved = figures.movements;
    core::Value categories{core::Members{}};
    for (const auto& summary : figures.open) {
        const auto category = fmt::format("{}", summary.category.value_or(0));
        const auto* before = categories.find(category);
        categories.set(category, (before == nullptr ? 0 : *before->integer()) + 1);
    }
    core::List ages;
    std::ranges::copy(moved.ages, std::back_inserter(ages));
    const auto waiting = std::ranges::count_if(figures.wishes, &RankedWish::awaits_owner);
    return core::Members{{"from", core::rfc3339(figures.period.from, zone)},
                         {"until", core::rfc3339(figures.period.until, zone)},
                         {"open_before", moved.open_before},
                         {"recorded", moved.recorded},
                         {"reported", moved.reported},
                         {"reopened", moved.reopened},
                         {"closed", moved.closed},
                         {"open", moved.open},
                         {"by_category", std::move(categories)},
                         {"overdue", figures.overdue()},
                         {"to_verify", figures.to_verify()},
                         {"escalated", moved.escalated},
                         {"announced", moved.announced},
                         {"failed", moved.failed},
                         {"ages", std::move(ages)},
                         {"held_seconds", held_value(moved.held)},
                         {"weeks", weeks_value(moved.weeks, zone)},
                         {"rates", rates_value(figures.rates)},
                         {"wishes", std::ssize(figures.wishes)},
                         {"wishes_recorded", figures.wishes_recorded},
                         {"wishes_decided", figures.wishes_decided},
                         {"wishes_to_decide", std::int64_t{waiting}},
                         {"notices", std::ssize(figures.notices)},
                         {"downtime_seconds", std::int64_t{figures.downtime.count()}}};
}

}  // namespace spoc::desk
