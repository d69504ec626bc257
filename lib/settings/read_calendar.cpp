#include <algorithm>
#include <array>

#include "lib/settings/readers.hpp"
#include "lib/settings/zones.hpp"

namespace spoc::settings {

using core::sentence;

namespace {

using core::CalendarOverride;
using core::CalendarTerms;
using core::Hours;

constexpr std::array<std::string_view, 7> days = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 2> holiday_rules = {"da", "none"};
constexpr std::array<std::string_view, 2> day_ends = {"close", "same-time"};

/// Hours are one span or a list of them.
void read_hours(Section& section, std::string_view key, Hours& into) {
    const auto* at = section.get(key);
    if (at == nullptr) {
        return;
    }
    std::vector<std::string> spans;
    if (at->text() != nullptr) {
        spans.push_back(*at->text());
    } else {
        section.read(key, spans);
    }
    section.attempt(*at, key, [&] {
        Hours hours;
        std::ranges::transform(spans, std::back_inserter(hours), core::parse_hour_span);
        into = core::ordered(std::move(hours));
    });
}

void read_week(Section& section, CalendarTerms& calendar) {
    const auto* at = section.need("hours");
    if (at == nullptr) {
        return;
    }
    if (at->text() != nullptr && *at->text() == "24/7") {
        calendar.week.fill(core::round_the_clock());
    } else if (at->table() == nullptr) {
        section.fault(*at, "hours",
                      sentence(R"("24/7" or hours for each day are meant, such as {})",
                               R"({ mon = "08:00-16:00", fri = "08:00-15:30" })"));
    } else {
        section.inside("hours", [&](Section& week) {
            for (std::size_t day = 0; day < days.size(); ++day) {
                read_hours(week, days.at(day), calendar.week.at(day));
            }
        });
    }
}

void read_near_holiday(Section& section, std::string_view key, std::optional<Hours>& into) {
    const auto* at = section.get(key);
    if (at == nullptr || (at->text() != nullptr && *at->text() == "open")) {
        return;
    }
    into.emplace();
    if (at->text() == nullptr || *at->text() != "closed") {
        read_hours(section, key, *into);
    }
}

void read_near_holidays(Section& section, CalendarTerms& calendar) {
    section.inside("near_holidays", [&](Section& inner) {
        for (std::size_t day = 0; day < calendar.near_holidays.size(); ++day) {
            read_near_holiday(inner, core::word(static_cast<core::NearHoliday>(day)),
                              calendar.near_holidays.at(day));
        }
    });
}

/// An override says one thing about its days.
void read_mode(Section& section, CalendarOverride& exception) {
    bool closed = false;
    section.read("closed", closed);
    const auto* hours = section.get("hours");
    const auto* open = section.get("open");
    if ((closed ? 1 : 0) + (hours != nullptr ? 1 : 0) + (open != nullptr ? 1 : 0) != 1) {
        section.reading().fault(
            section.node(), "calendar.override",
            sentence("one of these is meant: closed = true, hours = [...] or open = [...]"));
    } else if (hours != nullptr) {
        exception.mode = CalendarOverride::Mode::hours;
        read_hours(section, "hours", exception.hours);
    } else if (open != nullptr) {
        exception.mode = CalendarOverride::Mode::open;
        read_hours(section, "open", exception.hours);
    }
}

CalendarOverride read_override(Section& section) {
    CalendarOverride exception;
    section.need("on");
    section.parse("on", exception.on, core::parse_day_span);
    section.read("name", exception.name);
    read_mode(section, exception);
    section.parse("years", exception.years, core::parse_year_span);
    if (const auto* years = section.get("years"); years != nullptr && exception.on.is_dated()) {
        section.fault(*years, "years", sentence("only days of every year, such as 12-24, can have years"));
    }
    return exception;
}

CalendarTerms read_calendar_terms(Section& section) {
    CalendarTerms calendar;
    section.require("name", calendar.name);
    calendar.zone = load_zone("Europe/Copenhagen");
    section.parse("zone", calendar.zone, load_zone);
    std::string word = "da";
    section.choose("holidays", word, holiday_rules);
    calendar.danish_holidays = word == "da";
    word = "close";
    section.choose("day_ends", word, day_ends);
    calendar.day_ends = word == "close" ? CalendarTerms::DayEnds::close : CalendarTerms::DayEnds::same_time;
    read_week(section, calendar);
    read_near_holidays(section, calendar);
    section.each("override", [&](Section& inner) { calendar.overrides.push_back(read_override(inner)); });
    return calendar;
}

bool is_sound(const CalendarTerms& terms) {
    try {
        [[maybe_unused]] const core::Calendar calendar{terms};
        return true;
    } catch (const core::ConfigError&) {
        return false;
    }
}

/// What to blame when a calendar is refused: the first override that is too much, else its hours.
void blame(Section& section, const CalendarTerms& terms, const core::ConfigError& error) {
    auto some = terms;
    some.overrides.clear();
    if (!is_sound(some)) {
        section.fault(*section.get("hours"), "hours", error.sentence());
        return;
    }
    for (std::size_t next = 0; next < terms.overrides.size(); ++next) {
        some.overrides.push_back(terms.overrides.at(next));
        if (!is_sound(some)) {
            section.fault(section.get("override")->list()->at(next), "override", error.sentence());
            return;
        }
    }
}

}  // namespace

void read_calendars(Section& root, Settings& settings) {
    root.each("calendar", [&](Section& section) {
        const auto faults = section.reading().faults.size();
        auto terms = read_calendar_terms(section);
        if (section.reading().faults.size() != faults || section.lacks_any()) {
            return;
        }
        try {
            settings.terms.calendars.emplace_back(terms);
        } catch (const core::ConfigError& error) {
            blame(section, terms, error);
        }
    });
}

}  // namespace spoc::settings
