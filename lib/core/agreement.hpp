#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/calendar.hpp"
#include "lib/core/error.hpp"
#include "lib/core/landscape.hpp"
#include "lib/core/target.hpp"

namespace spoc::core {

/// The names of the calendars that clocks count by; empty: not given.
struct ClockCalendars {
    std::string response;
    std::string fix;
    std::string update;
};

/// What an agreement says of one category of defects.
struct CategoryTerms {
    int category = 0;  ///< 1 is the gravest
    std::string name;
    std::optional<Target> response;
    std::optional<Target>
        response_outside;  ///< of defects reported outside the agreement's response calendar
    std::optional<Target> fix;
    std::optional<Target> update;     ///< at most so long between two words of the vendor
    std::optional<int> downgrade_to;  ///< with `workaround = "downgrade"`
    ClockCalendars calendars;         ///< instead of the agreement's
};

/// One version of an agreement, in force from a day on.
struct AgreementTerms {
    std::string name;
    Date from{};
    std::string source;   ///< clause and document, quoted with every deadline
    bool binding = true;  ///< false: targets that are only aimed at
    int fractile = 90;    ///< share, in per cent, of cases that must meet their target over a period
    enum class Starts { report, response } starts = Starts::report;  ///< of the fix clock
    enum class Reopen { resume, restart } reopen = Reopen::resume;   ///< after a fix that failed
    enum class Workaround { none, meets_fix, downgrade } workaround = Workaround::none;
    std::vector<std::string> pauses = {"us",
                                       "local-it"};  ///< holders of the ball that stop the vendor's clocks
    bool exclude_windows = false;                    ///< announced maintenance does not count
    ClockCalendars calendars;
    std::vector<CategoryTerms> categories;

    /// The terms of a category, or nothing.
    const CategoryTerms* category(int number) const;
};

/// Announced maintenance of a system.
struct Window {
    Instant from;
    Instant until;
    std::string system;
};

/// Something that is wrong with an agreement, and where.
struct TermsFault {
    std::size_t agreement = 0;            ///< index in Terms::agreements
    std::optional<std::size_t> category;  ///< index in its categories
    std::string field;                    ///< the key concerned, such as "update"
    Sentence reason;
};

/// Calendars, agreements and the systems that they are about: what every deadline follows from.
struct Terms {
    std::vector<Calendar> calendars;
    std::vector<AgreementTerms> agreements;  ///< every version of every agreement
    std::vector<System> systems;

    /// The calendar of a name. Throws ConfigError.
    const Calendar& calendar(std::string_view name) const;
    const Calendar* find_calendar(std::string_view name) const;
    const System* find_system(std::string_view code) const;

    /// The version of the system's agreement in force on a civil day; nothing before the first one.
    const AgreementTerms* in_force(std::string_view system, Date day) const;
    /// The latest version of the system's agreement, or nothing.
    const AgreementTerms* latest(std::string_view system) const;

    /// Whether announced maintenance stops a clock in any of the agreements.
    bool exclude_windows() const;

    /// The highest number among the categories of the system's latest agreement: the least grave.
    int lowest_category(std::string_view system) const;
    /// Throws Misuse if the system's latest agreement has no such category.
    void require_category(std::string_view system, int category) const;
};

/// Everything in the agreements that cannot be right: see deadlines in the manual.
std::vector<TermsFault> faults(const Terms& terms);

/// Deterministic text of everything that a deadline depends on.
std::string canonical(const Terms& terms);

}  // namespace spoc::core
