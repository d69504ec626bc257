#include "lib/settings/worked_examples.hpp"

#include <algorithm>
#include <array>

#include "lib/core/holidays.hpp"

namespace spoc::settings {

namespace {

using core::AgreementTerms;
using core::CategoryTerms;
using core::Instant;
using core::Target;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

struct Moment {
    Occasion occasion;
    core::Civil at;
};

std::array<Moment, 4> moments(core::Date around) {
    const local_days first{around};
    const auto monday = first + (std::chrono::Monday - std::chrono::weekday{first});
    auto easter = local_days{core::easter_sunday(static_cast<int>(around.year()))};
    if (easter - days{4} < first) {
        easter = local_days{core::easter_sunday(static_cast<int>(around.year()) + 1)};
    }
    return {Moment{Occasion::monday_morning, monday + hours{10}},
            Moment{Occasion::friday_afternoon, monday + days{4} + hours{15}},
            Moment{Occasion::before_easter, easter - days{4} + hours{15}},
            Moment{Occasion::at_night, monday + days{1} + hours{2}}};
}

std::shared_ptr<const core::Zone> zone_of(const AgreementTerms& agreement, const Settings& settings) {
    const auto found = std::ranges::find(settings.systems, agreement.name, &core::System::agreement);
    return found == settings.systems.end() ? settings.systems.front().zone : found->zone;
}

/// Works the examples of one version out.
class Working {
public:
    Working(const AgreementTerms& agreement, const Settings& settings)
        : agreement_(agreement), terms_(settings.terms), zone_(zone_of(agreement, settings)) {}

    WorkedExample example(const CategoryTerms& category, const Moment& moment) const {
        const auto at = zone_->instant(moment.at);
        const auto response = response_target(category, at);
        const auto response_due = due(at, response, calendar(category, &core::ClockCalendars::response));
        const bool from_response = agreement_.starts == AgreementTerms::Starts::response;
        const auto fix_start = from_response ? response_due.value_or(at) : at;
        const auto fix_due = due(fix_start, category.fix, calendar(category, &core::ClockCalendars::fix));
        return {.agreement = agreement_.name,
                .from = agreement_.from,
                .category = category.category,
                .occasion = moment.occasion,
                .zone = zone_,
                .reported_at = core::timestamp(at, *zone_),
                .response = response,
                .response_due = written(response_due),
                .fix = category.fix,
                .fix_due = written(fix_due)};
    }

private:
    const core::Calendar* calendar(const CategoryTerms& category,
                                   std::string core::ClockCalendars::*clock) const {
        const auto& own = category.calendars.*clock;
        return terms_.find_calendar(own.empty() ? agreement_.calendars.*clock : own);
    }

    std::optional<Target> response_target(const CategoryTerms& category, Instant at) const {
        const auto* service = terms_.find_calendar(agreement_.calendars.response);
        const bool outside = category.response_outside && service != nullptr && !service->is_open(at);
        return outside ? category.response_outside : category.response;
    }

    static std::optional<Instant> due(Instant start, const std::optional<Target>& target,
                                      const core::Calendar* calendar) {
        if (!target) {
            return std::nullopt;
        }
        if (target->is_real()) {
            return start + target->length();
        }
        return calendar == nullptr ? std::nullopt : std::optional(calendar->add(start, *target));
    }

    std::optional<core::Timestamp> written(std::optional<Instant> at) const {
        return at ? std::optional(core::timestamp(*at, *zone_)) : std::nullopt;
    }

    const AgreementTerms& agreement_;
    const core::Terms& terms_;
    std::shared_ptr<const core::Zone> zone_;
};

}  // namespace

std::vector<WorkedExample> worked_examples(const Settings& settings, core::Date around) {
    std::vector<WorkedExample> examples;
    for (const auto& agreement : settings.terms.agreements) {
        const Working working(agreement, settings);
        for (const auto& category : agreement.categories) {
            for (const auto& moment : moments(std::max(around, agreement.from))) {
                examples.push_back(working.example(category, moment));
            }
        }
    }
    return examples;
}

}  // namespace spoc::settings
