#include "lib/render/dates.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace spoc::render {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// The names of days and months are no catalogue entries: they never stand alone, and "May" is short and
/// long.
struct Names {
    std::array<const char*, 7> days;     ///< Sunday first, as the library counts
    std::array<const char*, 12> months;  ///< short
    std::array<const char*, 12> long_months;
};

constexpr Names english = {
    {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December"}};
constexpr Names danish = {
    {"søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."},
    {"jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."},
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
     "november", "december"}};

bool is_danish(const Wording& say) {
    return say.language() == Language::danish;
}

const char* month_name(const std::array<const char*, 12>& months, core::Date date) {
    return months.at(static_cast<unsigned>(date.month()) - 1);
}

/// "2 timer", "1 arbejdsdag".
std::string counted(const Wording& say, std::int64_t number, minutes one, Unit unit) {
    const bool open = unit != Unit::real_time;
    if (one == days{1}) {
        return open ? say.count("{} working day", "{} working days", number)
                    : say.count("{} day", "{} days", number);
    }
    if (one == hours{1}) {
        return open ? say.count("{} business hour", "{} business hours", number)
                    : say.count("{} hour", "{} hours", number);
    }
    return open ? say.count("{} business minute", "{} business minutes", number)
                : say.count("{} minute", "{} minutes", number);
}

/// The units that a length is counted in, the largest first.
std::array<minutes, 3> units_of(Unit unit) {
    return unit == Unit::business_hours ? std::array<minutes, 3>{hours{1}, minutes{1}, minutes{1}}
                                        : std::array<minutes, 3>{days{1}, hours{1}, minutes{1}};
}

}  // namespace

std::string clock_time(const Wording& say, core::Instant at, const Reader& reader) {
    const auto civil = reader.zone.civil(at);
    const std::chrono::hh_mm_ss clock{civil - std::chrono::floor<days>(civil)};
    const char separator = is_danish(say) ? '.' : ':';
    return fmt::format("{:02}{}{:02}", clock.hours().count(), separator, clock.minutes().count());
}

std::string date(const Wording& say, core::Date date, const Reader& reader) {
    const std::chrono::weekday weekday{std::chrono::sys_days{date}};
    const auto& names = is_danish(say) ? danish : english;
    auto text =
        fmt::format("{} {}{} {}", names.days.at(weekday.c_encoding()), static_cast<unsigned>(date.day()),
                    is_danish(say) ? "." : "", month_name(names.months, date));
    if (date.year() != reader.zone.date(reader.now).year()) {
        text += fmt::format(" {}", static_cast<int>(date.year()));
    }
    return text;
}

std::string day_and_month(const Wording& say, core::Date date) {
    const auto& names = is_danish(say) ? danish : english;
    return fmt::format("{}{} {}", static_cast<unsigned>(date.day()), is_danish(say) ? "." : "",
                       month_name(names.months, date));
}

std::string date_time(const Wording& say, core::Instant at, const Reader& reader) {
    return fmt::format("{}{}{}", date(say, reader.zone.date(at), reader), is_danish(say) ? " kl. " : " ",
                       clock_time(say, at, reader));
}

std::string exact_clock_time(const Wording& say, core::Instant at, const Reader& reader) {
    const auto seconds = at.time_since_epoch() % minutes{1};
    const auto text = clock_time(say, at, reader);
    return seconds.count() == 0 ? text
                                : fmt::format("{}{}{:02}", text, is_danish(say) ? '.' : ':', seconds.count());
}

std::string exact_date_time(const Wording& say, core::Instant at, const Reader& reader) {
    return fmt::format("{}{}{}", date(say, reader.zone.date(at), reader), is_danish(say) ? " kl. " : " ",
                       exact_clock_time(say, at, reader));
}

std::string long_date(const Wording& say, core::Date date) {
    const auto& names = is_danish(say) ? danish : english;
    return fmt::format("{}{} {} {}", static_cast<unsigned>(date.day()), is_danish(say) ? "." : "",
                       month_name(names.long_months, date), static_cast<int>(date.year()));
}

std::string duration(const Wording& say, core::Seconds length, Unit unit) {
    auto rest = std::chrono::floor<minutes>(std::chrono::abs(length));
    if (unit == Unit::working_days && rest >= days{1}) {
        return counted(say, rest / days{1}, days{1}, unit);
    }
    const auto units = units_of(unit);
    const auto* const largest = std::ranges::find_if(units, [&](minutes one) { return rest >= one; });
    if (largest == units.end()) {
        return counted(say, 0, minutes{1}, unit);
    }
    auto text = counted(say, rest / *largest, *largest, unit);
    rest %= *largest;
    const auto* const next = std::next(largest);
    if (next != units.end() && rest >= *next) {
        text += ' ';
        text += counted(say, rest / *next, *next, unit);
    }
    return text;
}

std::string short_duration(const Wording& say, core::Seconds length) {
    const auto all = std::chrono::floor<minutes>(std::chrono::abs(length));
    const auto whole_days = all / days{1};
    const auto whole_hours = all % days{1} / hours{1};
    const auto rest = (all % hours{1}).count();
    if (whole_days > 0) {
        return say("{} d {} h", whole_days, whole_hours);
    }
    return whole_hours > 0 ? say("{} h {} min", whole_hours, rest) : say("{} min", rest);
}

std::string exact_duration(const Wording& say, core::Seconds length) {
    const auto whole_hours = length / hours{1};
    const auto whole_minutes = length % hours{1} / minutes{1};
    const auto rest = (length % minutes{1}).count();
    const auto text =
        whole_hours > 0 ? say("{} h {} min", whole_hours, whole_minutes) : say("{} min", whole_minutes);
    return rest == 0 ? text : text + " " + say("{} s", rest);
}

std::string time_left(const Wording& say, core::Seconds left, Unit unit) {
    if (std::chrono::abs(left) < minutes{1}) {
        return say("now");
    }
    const auto length = duration(say, left, unit);
    return left.count() < 0 ? say("{} late", length) : say("in {}", length);
}

}  // namespace spoc::render
