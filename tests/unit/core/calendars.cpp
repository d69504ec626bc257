#include "tests/unit/core/calendars.hpp"

#include <map>

#include "lib/core/time.hpp"
#include "lib/settings/zones.hpp"

namespace spoc::tests {

std::shared_ptr<const core::Zone> zone(const std::string& name) {
    static std::map<std::string, std::shared_ptr<const core::Zone>> loaded;
    auto& found = loaded[name];
    if (!found) {
        found = settings::load_zone(name);
    }
    return found;
}

const std::shared_ptr<const core::Zone>& copenhagen() {
    static const auto danish = zone("Europe/Copenhagen");
    return danish;
}

core::Instant at(std::string_view text) {
    return core::parse_rfc3339(text).value().at;
}

std::string shown(core::Instant instant) {
    return core::rfc3339(instant, *copenhagen());
}

core::Date date(std::string_view text) {
    return core::parse_date(text).value();
}

core::Hours hours(std::string_view text) {
    core::Hours spans;
    while (!text.empty()) {
        const auto comma = text.find(", ");
        spans.push_back(core::parse_hour_span(text.substr(0, comma)));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 2);
    }
    return core::ordered(spans);
}

core::CalendarTerms office_terms() {
    const auto day = hours("08:00-16:00");
    const auto morning = hours("08:00-12:00");
    core::CalendarTerms terms;
    terms.name = "office";
    terms.zone = copenhagen();
    terms.week = {day, day, day, day, day, {}, {}};
    terms.danish_holidays = true;
    terms.near_holidays = {morning, morning, core::Hours{}, core::Hours{}, std::nullopt};
    return terms;
}

core::CalendarTerms all_terms() {
    core::CalendarTerms terms;
    terms.name = "all";
    terms.zone = copenhagen();
    terms.week.fill(core::round_the_clock());
    terms.danish_holidays = false;
    return terms;
}

core::CalendarTerms window_terms() {
    auto terms = all_terms();
    terms.name = "window";
    terms.week.fill(hours("06:00-24:00"));
    return terms;
}

core::CalendarOverride closed_on(std::string_view days) {
    core::CalendarOverride exception;
    exception.on = core::parse_day_span(days);
    return exception;
}

core::CalendarOverride hours_on(std::string_view days, std::string_view opening) {
    auto exception = closed_on(days);
    exception.mode = core::CalendarOverride::Mode::hours;
    exception.hours = hours(opening);
    return exception;
}

core::CalendarOverride open_on(std::string_view days, std::string_view opening) {
    auto exception = hours_on(days, opening);
    exception.mode = core::CalendarOverride::Mode::open;
    return exception;
}

core::Target target(std::string_view text) {
    return core::parse_target(text);
}

}  // namespace spoc::tests
