#include <algorithm>
#include <set>

#include "lib/core/agreement.hpp"
#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

/// Checks the agreements one by one and collects what is wrong.
class Checker {
public:
    explicit Checker(const Terms& terms) : terms_(terms) {}

    std::vector<TermsFault> faults() && {
        for (at_ = 0; at_ < terms_.agreements.size(); ++at_) {
            check_versions();
            check_agreement();
            for (std::size_t category = 0; category < agreement().categories.size(); ++category) {
                check_category(category);
            }
        }
        return std::move(faults_);
    }

private:
    const AgreementTerms& agreement() const { return terms_.agreements[at_]; }

    void fault(std::optional<std::size_t> category, std::string field, Sentence reason) {
        faults_.push_back(
            {.agreement = at_, .category = category, .field = std::move(field), .reason = std::move(reason)});
    }

    void check_versions() {
        for (std::size_t other = 0; other < at_; ++other) {
            const auto& earlier = terms_.agreements[other];
            if (earlier.name == agreement().name && earlier.from == agreement().from) {
                fault({}, "from",
                      sentence("the agreement {} has two versions from {}", agreement().name,
                               iso(agreement().from)));
            }
        }
    }

    void check_agreement() {
        const auto& each = agreement();
        if (each.fractile < 1 || each.fractile > 100) {
            fault({}, "fractile",
                  sentence("the fractile is a share from 1 to 100 per cent, not {}", each.fractile));
        }
        check_calendars(each.calendars, {});
        std::set<int> numbers;
        for (std::size_t at = 0; at < each.categories.size(); ++at) {
            if (!numbers.insert(each.categories[at].category).second) {
                fault(at, "category", sentence("category {} is written twice", each.categories[at].category));
            }
        }
        int expected = 1;
        for (const auto number : numbers) {
            if (number != expected) {
                fault({}, "category",
                      sentence("the agreement {} lacks category {}; it has {}", each.name, expected,
                               core::joined(numbers)));
                return;
            }
            ++expected;
        }
        if (numbers.empty()) {
            fault({}, "category", sentence("the agreement {} has no category", each.name));
        }
        check_other_versions(numbers);
    }

    void check_other_versions(const std::set<int>& numbers) {
        for (const auto& other : terms_.agreements) {
            for (const auto& category : other.categories) {
                if (other.name == agreement().name && !numbers.contains(category.category)) {
                    fault({}, "category",
                          sentence("the agreement {} from {} lacks category {}, which another version has",
                                   agreement().name, iso(agreement().from), category.category));
                    return;
                }
            }
        }
    }

    void check_calendars(const ClockCalendars& calendars, std::optional<std::size_t> category) {
        for (const auto* const name : {&calendars.response, &calendars.fix, &calendars.update}) {
            if (!name->empty() && terms_.find_calendar(*name) == nullptr) {
                fault(category, "calendars", sentence("there is no calendar {} in the configuration", *name));
            }
        }
    }

    /// The calendar that a clock of a category counts by; nothing if none is named.
    const Calendar* calendar(const CategoryTerms& category, std::string ClockCalendars::*clock) const {
        const auto& own = category.calendars.*clock;
        return terms_.find_calendar(own.empty() ? agreement().calendars.*clock : own);
    }

    void check_calendar_given(std::size_t at, const std::optional<Target>& target,
                              std::string ClockCalendars::*clock, const char* field) {
        const auto& category = agreement().categories[at];
        if (target && !target->is_real() && calendar(category, clock) == nullptr) {
            fault(at, field,
                  sentence("{} is counted in open time, but no calendar is named for {}", text(*target),
                           field));
        }
    }

    void check_category(std::size_t at) {
        const auto& category = agreement().categories[at];
        check_calendars(category.calendars, at);
        check_calendar_given(at, category.response, &ClockCalendars::response, "response");
        check_calendar_given(at, category.response_outside, &ClockCalendars::response, "response_outside");
        check_calendar_given(at, category.fix, &ClockCalendars::fix, "fix");
        check_calendar_given(at, category.update, &ClockCalendars::update, "update");
        if (category.update && !category.update->is_open_time()) {
            fault(at, "update",
                  sentence(
                      "the update target {} must be written in bmin or bh, since it counts in its own window",
                      text(*category.update)));
        }
        check_response_outside(at);
        check_downgrade(at);
        check_order(at, category.response, "response");
        check_order(at, category.response_outside, "response_outside");
    }

    void check_response_outside(std::size_t at) {
        const auto& category = agreement().categories[at];
        if (!category.response_outside) {
            return;
        }
        if (!category.response) {
            fault(at, "response_outside", sentence("response_outside is given, but no response"));
            return;
        }
        const auto* hours = terms_.find_calendar(agreement().calendars.response);
        if (hours == nullptr) {
            fault(at, "response_outside",
                  sentence("response_outside can never apply: the agreement names no response calendar"));
        } else if (never_closes(*hours)) {
            fault(
                at, "response_outside",
                sentence("response_outside can never apply: the calendar {} is always open", hours->name()));
        }
    }

    static bool never_closes(const Calendar& calendar) {
        const auto& terms = calendar.terms();
        const bool whole_week =
            std::ranges::all_of(terms.week, [](const Hours& day) { return day == round_the_clock(); });
        const bool narrowed =
            std::ranges::any_of(terms.near_holidays, [](const auto& day) { return day.has_value(); });
        return whole_week && !terms.danish_holidays && !narrowed && terms.overrides.empty();
    }

    void check_downgrade(std::size_t at) {
        const auto& category = agreement().categories[at];
        if (agreement().workaround != AgreementTerms::Workaround::downgrade) {
            return;  // then it is not used
        }
        if (category.downgrade_to && agreement().category(*category.downgrade_to) == nullptr) {
            fault(at, "downgrade_to",
                  sentence("there is no category {} to downgrade to", *category.downgrade_to));
        } else if (category.downgrade_to && *category.downgrade_to <= category.category) {
            fault(at, "downgrade_to",
                  sentence("category {} is not lower than category {}", *category.downgrade_to,
                           category.category));
        }
    }

    /// Compared within one unit, else by the due instants of a report on a plain Monday at 9.
    void check_order(std::size_t at, const std::optional<Target>& response, const char* field) {
        const auto& category = agreement().categories[at];
        if (!response || !category.fix) {
            return;
        }
        const auto& fix = *category.fix;
        const auto* for_response = calendar(category, &ClockCalendars::response);
        const auto* for_fix = calendar(category, &ClockCalendars::fix);
        bool longer = false;
        if (response->is_working_days() && fix.is_working_days()) {
            longer = response->amount > fix.amount;
        } else if ((response->is_real() && fix.is_real()) ||
                   (response->is_open_time() && fix.is_open_time())) {
            longer = response->length() > fix.length();
        } else {
            const auto* zone = for_fix == nullptr ? for_response : for_fix;
            const auto monday = plain_monday(zone);
            const auto response_due = plain_due(monday, *response, for_response);
            const auto fix_due = plain_due(monday, fix, for_fix);
            longer = response_due && fix_due && *response_due > *fix_due;
        }
        if (longer) {
            fault(at, field,
                  sentence("the response of {} is longer than the fix of {}", text(*response), text(fix)));
        }
    }

    /// Monday 5 January 2026 at 9.
    static Instant plain_monday(const Calendar* calendar) {
        using namespace std::chrono;
        const local_seconds monday = local_days{year{2026} / January / 5} + hours{9};
        return calendar == nullptr ? Instant{monday.time_since_epoch()} : calendar->zone().instant(monday);
    }

    /// When a report of then is due if there are no holidays and exceptions; nothing if that cannot be said.
    static std::optional<Instant> plain_due(Instant monday, const Target& target, const Calendar* calendar) {
        if (target.is_real()) {
            return monday + target.length();
        }
        if (calendar == nullptr) {
            return std::nullopt;  // told as a fault of its own
        }
        auto plain = calendar->terms();
        plain.danish_holidays = false;
        plain.near_holidays = {};
        plain.overrides.clear();
        if (std::ranges::all_of(plain.week, &Hours::empty)) {
            return std::nullopt;
        }
        return Calendar(plain).add(monday, target);
    }

    const Terms& terms_;
    std::size_t at_ = 0;
    std::vector<TermsFault> faults_;
};

}  // namespace

std::vector<TermsFault> faults(const Terms& terms) {
    return Checker(terms).faults();
}

}  // namespace spoc::core
