#include "lib/core/date_input.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/core/date_words.hpp"
#include "lib/core/error.hpp"

namespace spoc::core {

namespace {

using std::string_view;
using std::chrono::days;
using std::chrono::local_days;

constexpr int last_year = 9999;
constexpr int years_tried = 9;  // 29 February can be eight years away

using Tokens = std::span<const std::string>;

/// Which of the days that a word such as "fredag" fits is meant.
enum class Which { open, earlier, later };

Date date_of(const TypedDate& typed, std::chrono::year year) {
    return {year, typed.day.month(), typed.day.day()};
}

/// One typed time, read from its tokens.
class Reading {
public:
    Reading(string_view typed, const TimeReading& against)
        : typed_(typed),
          against_(against),
          today_(std::chrono::floor<days>(against.zone.civil(against.now))) {}

    Timestamp read() const {
        if (const auto exact = exact_time()) {
            return *exact;
        }
        const auto words = date_tokens(typed_);
        const Tokens tokens(words);
        if (tokens.size() == 1 && (tokens[0] == "now" || tokens[0] == "nu")) {
            return timestamp(against_.now, against_.zone);
        }
        if (const auto relative = relative_time(tokens)) {
            return *relative;
        }
        if (const auto split = day_and_clock(tokens)) {
            return *split;
        }
        refuse();
    }

private:
    std::optional<Timestamp> exact_time() const {
        const auto first = std::min(typed_.find_first_not_of(' '), typed_.size());
        const auto text = typed_.substr(first, typed_.find_last_not_of(' ') + 1 - first);
        if (const auto exact = parse_rfc3339(text)) {
            return exact;
        }
        const auto mark = text.find('T');
        if (mark == string_view::npos) {
            return std::nullopt;
        }
        const auto date = parse_date(text.substr(0, mark));
        const auto clock = clock_token(text.substr(mark + 1), BareHour::refused);
        return date && clock ? std::optional(at(local_days{*date} + *clock)) : std::nullopt;
    }

    /// "-2h", "+ 3 d", "2 timer siden", "for 2 timer siden", "in 2 days", "om 2 dage".
    std::optional<Timestamp> relative_time(Tokens tokens) const {
        if (tokens.empty()) {
            return std::nullopt;
        }
        const bool ago = tokens.back() == "ago" || tokens.back() == "siden";
        const bool ahead = tokens.front() == "in" || tokens.front() == "om";
        std::string length;
        for (const auto& token : tokens) {
            const bool is_word =
                token == "ago" || token == "siden" || token == "in" || token == "om" || token == "for";
            length += is_word ? std::string{} : token;
        }
        const bool minus = length.starts_with('-');
        const bool is_signed = minus || length.starts_with('+');
        const std::array<bool, 3> ways = {is_signed, ago, ahead};
        if (std::ranges::count(ways, true) != 1 || length.empty()) {
            return std::nullopt;
        }
        return moved(string_view(length).substr(is_signed ? 1 : 0), minus || ago ? -1 : 1);
    }

    /// Now, moved by a length such as "2h" or "1h30min". Whole days are counted on the calendar.
    std::optional<Timestamp> moved(string_view length, int sign) const {
        Seconds open{};
        days whole{};
        do {
            int number = 0;
            const auto [stop, failure] =
                std::from_chars(length.data(), length.data() + length.size(), number);
            length.remove_prefix(static_cast<std::size_t>(stop - length.data()));
            const auto end = std::min(length.find_first_of("0123456789"), length.size());
            const auto unit = unit_word(length.substr(0, end));
            if (failure != std::errc{} || !unit || number < 0 || number > 100'000) {
                return std::nullopt;
            }
            length.remove_prefix(end);
            if (unit->is_days()) {
                whole += std::chrono::floor<days>(unit->each * number);
            } else {
                open += unit->each * number;
            }
        } while (!length.empty());
        if (whole == days{0}) {
            return timestamp(against_.now + open * sign, against_.zone);
        }
        const auto civil = against_.zone.civil(against_.now) + whole * sign;
        return timestamp(at(civil).at + open * sign, against_.zone);
    }

    std::optional<Timestamp> day_and_clock(Tokens tokens) const {
        if (tokens.empty()) {
            return std::nullopt;
        }
        if (tokens.size() == 1) {
            if (const auto clock = clock_token(tokens[0], bare_hour_allowed())) {
                return nearest_clock(*clock);
            }
        }
        if (const auto whole = day(tokens, std::nullopt)) {
            const auto end = against_.bare_day == BareDay::ends ? days{1} - Seconds{1} : Seconds{0};
            return timestamp(against_.zone.instant(*whole + end), against_.zone);
        }
        if (tokens.size() < 2) {
            return std::nullopt;
        }
        if (const auto clock = clock_token(tokens.back(), BareHour::taken)) {
            if (const auto date = day(tokens.first(tokens.size() - 1), clock)) {
                return at(*date + *clock);
            }
        }
        const auto clock = clock_token(tokens.front(), BareHour::refused);
        const auto date = clock ? day(tokens.subspan(1), clock) : std::nullopt;
        return date ? std::optional(at(*date + *clock)) : std::nullopt;
    }

    /// "kl. 9" is a time of day, a bare "9" is nothing.
    BareHour bare_hour_allowed() const {
        return typed_.starts_with("kl") ? BareHour::taken : BareHour::refused;
    }

    Timestamp nearest_clock(Seconds clock) const {
        auto date = today_;
        if (against_.direction == Direction::past && !fits(date, clock, Which::earlier)) {
            date -= days{1};
        } else if (against_.direction == Direction::future && !fits(date, clock, Which::later)) {
            date += days{1};
        }
        return at(date + clock);
    }

    /// The day that the tokens name, chosen so that `clock` on it, or its beginning, lies in the direction.
    std::optional<local_days> day(Tokens tokens, std::optional<Seconds> clock) const {
        std::string all;
        for (const auto& token : tokens) {
            all += (all.empty() ? "" : " ") + token;
        }
        if (const auto offset = day_word(all)) {
            return today_ + days{*offset};
        }
        if (const auto typed = typed_date(tokens)) {
            return dated(*typed, clock);
        }
        const auto weekday = weekday_word(tokens.back());
        if (!weekday || tokens.size() > 2) {
            return std::nullopt;
        }
        const auto which = tokens.size() == 1 ? std::optional(Which::open) : which_day(tokens[0], tokens[1]);
        return which ? std::optional(weekday_near(*weekday, clock, *which)) : std::nullopt;
    }

    static std::optional<Which> which_day(const std::string& word, const std::string& weekday) {
        if (word == "last" || word == "sidste" || word == "forrige" ||
            (word == "i" && weekday.ends_with('s'))) {
            return Which::earlier;
        }
        if (word == "next" || word == "næste" || word == "naeste" || word == "på" || word == "paa") {
            return Which::later;
        }
        return word == "on" || word == "this" || word == "i" ? std::optional(Which::open) : std::nullopt;
    }

    static std::optional<TypedDate> typed_date(Tokens tokens) {
        if (tokens.size() == 1) {
            return date_token(tokens[0]);
        }
        if (tokens.size() > 3) {
            return std::nullopt;
        }
        const bool month_first = month_word(tokens[0]).has_value();
        const auto month = month_word(tokens[month_first ? 0 : 1]);
        const auto day = day_number(tokens[month_first ? 1 : 0]);
        const auto year = tokens.size() == 3 ? year_number(tokens[2]) : std::nullopt;
        if (!month || !day || !(*month / *day).ok() || (tokens.size() == 3 && !year)) {
            return std::nullopt;
        }
        return TypedDate{.year = year, .day = *month / *day};
    }

    /// A date; without a year, the nearest one in the direction. Throws Misuse if that is about a year away
    /// and the other one only days: nobody can tell which is meant.
    std::optional<local_days> dated(const TypedDate& typed, std::optional<Seconds> clock) const {
        if (typed.year) {
            const auto date = date_of(typed, *typed.year);
            return date.ok() ? std::optional(local_days{date}) : std::nullopt;
        }
        const bool past = against_.direction == Direction::past;
        std::optional<local_days> near;
        for (int step = 0; step < years_tried; ++step) {
            const auto year = Date{today_}.year() + std::chrono::years{past ? -step : step};
            const auto date = date_of(typed, year);
            if (!date.ok()) {
                continue;
            }
            if (fits(local_days{date}, clock, past ? Which::earlier : Which::later)) {
                require_plain(near, local_days{date}, clock);
                return local_days{date};
            }
            near = std::chrono::abs(local_days{date} - today_) <= days{2} ? std::optional(local_days{date})
                                                                          : std::nullopt;
        }
        return std::nullopt;
    }

    /// Throws Misuse if a day that lies near now, though on the other side of it, is there besides `far`.
    void require_plain(std::optional<local_days> near, local_days far, std::optional<Seconds> clock) const {
        const auto written = [&](local_days date) {
            return clock ? rfc3339(at(date + *clock)) : iso(Date{date});
        };
        if (near) {
            throw Misuse("{} can be {} or {}; write the year", typed_, written(*near), written(far));
        }
    }

    local_days weekday_near(std::chrono::weekday wanted, std::optional<Seconds> clock, Which which) const {
        const std::chrono::weekday today{today_};
        const bool past =
            which == Which::earlier || (which == Which::open && against_.direction == Direction::past);
        auto date = past ? today_ - (today - wanted) : today_ + (wanted - today);
        const bool today_is_none = which != Which::open && date == today_;
        if (today_is_none || !fits(date, clock, past ? Which::earlier : Which::later)) {
            date += days{past ? -7 : 7};
        }
        return date;
    }

    /// Whether the time, or the day as such, does not lie on the wrong side of now.
    bool fits(local_days date, std::optional<Seconds> clock, Which which) const {
        if (!clock) {
            return which == Which::earlier ? date <= today_ : date >= today_;
        }
        const auto instant = against_.zone.instant(date + *clock);
        return which == Which::earlier ? instant <= against_.now : instant >= against_.now;
    }

    /// The one instant at which the wall shows `civil`. Throws Misuse if there is none, or two.
    Timestamp at(Civil civil) const {
        const auto year = Date{std::chrono::floor<days>(civil)}.year();
        if (year < std::chrono::year{1} || year > std::chrono::year{last_year}) {
            refuse();
        }
        const auto readings = against_.zone.readings(civil);
        if (readings.size() == 1) {
            return timestamp(readings.front(), against_.zone);
        }
        if (readings.empty()) {
            refuse_skipped(civil);
        }
        throw Misuse("{} happens twice, since the clock is set back then; say {} or {}", typed_,
                     rfc3339(readings.front(), against_.zone), rfc3339(readings.back(), against_.zone));
    }

    /// A skipped time is read by the clock before the change and by the clock after it.
    [[noreturn]] void refuse_skipped(Civil civil) const {
        const auto change = against_.zone.instant(civil);
        const auto before = against_.zone.offset(change - Seconds{1});
        const auto after = against_.zone.offset(change);
        const Instant by_old{civil.time_since_epoch() - before};
        const Instant by_new{civil.time_since_epoch() - after};
        throw Misuse("{} does not exist, since the clock is set forward then; say {} or {}", typed_,
                     rfc3339(by_new, against_.zone), rfc3339(by_old, against_.zone));
    }

    [[noreturn]] void refuse() const {
        throw Misuse(
            "{} is no time that can be read; write it as 2026-11-20 14:30, 14:30, yesterday 9:15, Friday 9 "
            "or -2h",
            typed_.empty() ? string_view("''") : typed_);
    }

    string_view typed_;
    const TimeReading& against_;
    local_days today_;
};

}  // namespace

Timestamp read_time(string_view typed, const TimeReading& reading) {
    return Reading(typed, reading).read();
}

}  // namespace spoc::core
