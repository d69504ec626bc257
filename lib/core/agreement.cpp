#include "lib/core/agreement.hpp"

#include <algorithm>

#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

std::string word(const std::optional<Target>& target) {
    return target ? text(*target) : "-";
}

std::string canonical(const ClockCalendars& calendars) {
    return fmt::format("{}/{}/{}", calendars.response, calendars.fix, calendars.update);
}

}  // namespace

const CategoryTerms* AgreementTerms::category(int number) const {
    const auto found = std::ranges::find(categories, number, &CategoryTerms::category);
    return found == categories.end() ? nullptr : &*found;
}

const Calendar* Terms::find_calendar(std::string_view name) const {
    const auto found = std::ranges::find(calendars, name, &Calendar::name);
    return found == calendars.end() ? nullptr : &*found;
}

const Calendar& Terms::calendar(std::string_view name) const {
    if (const auto* found = find_calendar(name)) {
        return *found;
    }
    throw NotFound("there is no calendar {} in the configuration", name);
}

const System* Terms::find_system(std::string_view code) const {
    const auto found = std::ranges::find(systems, code, &System::code);
    return found == systems.end() ? nullptr : &*found;
}

const AgreementTerms* Terms::in_force(std::string_view system, Date day) const {
    const auto* found_system = find_system(system);
    const AgreementTerms* best = nullptr;
    for (const auto& each : agreements) {
        const bool fits = found_system != nullptr && each.name == found_system->agreement && each.from <= day;
        if (fits && (best == nullptr || best->from < each.from)) {
            best = &each;
        }
    }
    return best;
}

const AgreementTerms* Terms::latest(std::string_view system) const {
    return in_force(system, Date{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}});
}

bool Terms::exclude_windows() const {
    return std::ranges::any_of(agreements, &AgreementTerms::exclude_windows);
}

int Terms::lowest_category(std::string_view system) const {
    const auto* agreement = latest(system);
    int lowest = 1;
    if (agreement != nullptr) {
        for (const auto& each : agreement->categories) {
            lowest = std::max(lowest, each.category);
        }
    }
    return lowest;
}

void Terms::require_category(std::string_view system, int category) const {
    const auto* agreement = latest(system);
    if (agreement == nullptr || agreement->category(category) != nullptr) {
        return;
    }
    std::vector<int> known;
    std::ranges::transform(agreement->categories, std::back_inserter(known), &CategoryTerms::category);
    throw Misuse("there is no category {}; the agreement {} has {}", category, agreement->name,
                 core::joined(known));
}

std::string canonical(const Terms& terms) {
    std::string all;
    for (const auto& calendar : terms.calendars) {
        all += canonical(calendar.terms());
    }
    for (const auto& each : terms.agreements) {
        all += fmt::format("agreement {} {} {} {} {} {} {} {} {}\n", each.name, iso(each.from),
                           static_cast<int>(each.starts), static_cast<int>(each.reopen),
                           static_cast<int>(each.workaround), fmt::join(each.pauses, ","),
                           each.exclude_windows, canonical(each.calendars), each.binding);
        for (const auto& category : each.categories) {
            all += fmt::format("{} {} {} {} {} {} {}\n", category.category, word(category.response),
                               word(category.response_outside), word(category.fix), word(category.update),
                               category.downgrade_to.value_or(0), canonical(category.calendars));
        }
    }
    for (const auto& system : terms.systems) {
        all += fmt::format("system {} {} {} {}\n", system.code, system.vendor, system.agreement,
                           system.zone->name());
    }
    return all;
}

}  // namespace spoc::core
