#include "lib/core/date_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using std::string_view;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// Words that mean the same: number 0 of a table, number 1 and so on.
template <std::size_t Size>
using Vocabulary = std::array<string_view, Size>;

// Each entry holds its words between spaces.
constexpr Vocabulary<7> weekdays = {" sun sunday søn søndag søndags soendag ",
                                    " mon monday man mandag mandags ",
                                    " tue tues tuesday tir tirs tirsdag tirsdags ",
                                    " wed wednesday ons onsdag onsdags ",
                                    " thu thur thurs thursday tor tors torsdag torsdags ",
                                    " fri friday fre fredag fredags ",
                                    " sat saturday lør lørdag lørdags loerdag "};

constexpr Vocabulary<12> months = {" jan january januar ",
                                   " feb february februar ",
                                   " mar march marts ",
                                   " apr april ",
                                   " may maj ",
                                   " jun june juni ",
                                   " jul july juli ",
                                   " aug august ",
                                   " sep sept september ",
                                   " oct okt october oktober ",
                                   " nov november ",
                                   " dec december "};

constexpr Vocabulary<4> units = {" min mins minute minutes minut minutter m ", " h hour hours t time timer ",
                                 " d day days dag dage ", " w week weeks uge uger u "};
constexpr std::array<Seconds, 4> unit_lengths = {minutes{1}, hours{1}, days{1}, days{7}};

constexpr string_view fillers = " kl at d den the klokken ";

struct DayWord {
    string_view words;
    int days;
};
constexpr auto day_words = std::to_array<DayWord>({
    {"today", 0},
    {"i dag", 0},
    {"idag", 0},
    {"yesterday", -1},
    {"i går", -1},
    {"igår", -1},
    {"i gaar", -1},
    {"tomorrow", 1},
    {"i morgen", 1},
    {"imorgen", 1},
    {"overmorgen", 2},
    {"i overmorgen", 2},
    {"day after tomorrow", 2},
    {"forgårs", -2},
    {"i forgårs", -2},
    {"day before yesterday", -2},
});

string_view without_dot(string_view token) {
    return token.ends_with('.') ? token.substr(0, token.size() - 1) : token;
}

bool holds(string_view words, string_view token) {
    return !token.empty() && words.find(fmt::format(" {} ", token)) != string_view::npos;
}

template <std::size_t Size>
std::optional<std::size_t> index_of(const Vocabulary<Size>& vocabulary, string_view token) {
    const auto found =
        std::ranges::find_if(vocabulary, [&](string_view words) { return holds(words, without_dot(token)); });
    return found == vocabulary.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - vocabulary.begin()));
}

/// A number of at most `width` digits and nothing else.
std::optional<unsigned> number(string_view text, std::size_t width) {
    unsigned value = 0;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failure == std::errc{} && stop == text.data() + text.size();
    return whole && text.size() <= width ? std::optional(value) : std::nullopt;
}

void replace_all(std::string& text, string_view from, string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// In lower case, the Danish letters too, however they are composed.
std::string folded(string_view typed) {
    std::string text(typed);
    std::ranges::transform(text, text.begin(), [](char each) {
        return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
    });
    replace_all(text, "Æ", "æ");
    replace_all(text, "Ø", "ø");
    replace_all(text, "Å", "å");
    replace_all(text, "a\u030A", "å");
    replace_all(text, "\u00A0", " ");
    return text;
}

/// Splits a text at each of `separators`.
std::vector<string_view> parts_of(string_view text, string_view separators) {
    std::vector<string_view> parts;
    while (true) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size()) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::optional<TypedDate> typed_date(string_view day, string_view month, string_view year) {
    const auto day_of_month = number(day, 2);
    const auto month_of_year = number(month, 2);
    if (!day_of_month || !month_of_year) {
        return std::nullopt;
    }
    TypedDate date{.year = std::nullopt,
                   .day = std::chrono::month{*month_of_year} / std::chrono::day{*day_of_month}};
    if (!year.empty()) {
        date.year = year_number(year);
        if (!date.year) {
            return std::nullopt;
        }
    }
    return date.day.ok() ? std::optional(date) : std::nullopt;
}

/// Takes "am" or "pm" off the end: the hours to add at noon and later, or nothing if neither stands there.
std::optional<bool> take_half_of_day(string_view& token) {
    const bool afternoon = token.ends_with("pm");
    if (!afternoon && !token.ends_with("am")) {
        return std::nullopt;
    }
    token.remove_suffix(2);
    return afternoon;
}

}  // namespace

std::vector<std::string> date_tokens(string_view typed) {
    const auto text = folded(typed);
    std::vector<std::string> tokens;
    for (const auto token : parts_of(text, " ,\t\r\n")) {
        if (!token.empty() && !holds(fillers, without_dot(token))) {
            tokens.emplace_back(token);
        }
    }
    return tokens;
}

std::optional<Seconds> clock_in(string_view line) {
    const auto text = folded(line);
    std::optional<Seconds> found;
    string_view before;
    for (auto token : parts_of(text, " ,;\t\r\n")) {
        token = token.substr(0, token.find_last_not_of(".!:)") + 1);
        const bool announced = before == "kl" || before == "klokken" || before == "at";
        const auto clock = clock_token(token, announced ? BareHour::taken : BareHour::refused);
        if (clock && (announced || !date_token(token))) {
            if (found && *found != *clock) {
                return std::nullopt;
            }
            found = clock;
        }
        before = token;
    }
    return found;
}

std::optional<std::chrono::weekday> weekday_word(string_view token) {
    const auto index = index_of(weekdays, token);
    return index ? std::optional(std::chrono::weekday{static_cast<unsigned>(*index)}) : std::nullopt;
}

std::optional<std::chrono::month> month_word(string_view token) {
    const auto index = index_of(months, token);
    return index ? std::optional(std::chrono::month{static_cast<unsigned>(*index) + 1}) : std::nullopt;
}

std::optional<LengthUnit> unit_word(string_view token) {
    const auto index = index_of(units, token);
    return index ? std::optional(LengthUnit{unit_lengths.at(*index)}) : std::nullopt;
}

std::optional<int> day_word(string_view tokens) {
    const auto* const found = std::ranges::find(day_words, tokens, &DayWord::words);
    return found == day_words.end() ? std::nullopt : std::optional(found->days);
}

std::optional<TypedDate> date_token(string_view token) {
    if (const auto date = parse_date(token)) {
        return TypedDate{.year = date->year(), .day = date->month() / date->day()};
    }
    const auto parts = parts_of(without_dot(token), "./-");
    const bool with_year = parts.size() == 3;
    const bool slashed = parts.size() == 2 && token.find('/') != string_view::npos;
    if (!with_year && !slashed) {
        return std::nullopt;
    }
    return typed_date(parts[0], parts[1], with_year ? parts[2] : string_view{});
}

std::optional<std::chrono::day> day_number(string_view token) {
    const auto value = number(without_dot(token), 2);
    return value && *value >= 1 && *value <= 31 ? std::optional(std::chrono::day{*value}) : std::nullopt;
}

std::optional<std::chrono::year> year_number(string_view token) {
    const auto value = number(token, 4);
    return value && token.size() == 4 ? std::optional(std::chrono::year{static_cast<int>(*value)})
                                      : std::nullopt;
}

std::optional<Seconds> clock_token(string_view token, BareHour bare_hour) {
    const auto afternoon = take_half_of_day(token);
    const auto parts = parts_of(token, ":.");
    const bool dotted_date = parts.size() == 3 && token.find('.') != string_view::npos;
    if (parts.size() > 3 || dotted_date ||
        (parts.size() == 1 && !afternoon && bare_hour == BareHour::refused)) {
        return std::nullopt;
    }
    std::array<unsigned, 3> values{};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const auto value = number(parts[at], 2);
        if (!value || (at > 0 && (*value > 59 || parts[at].size() != 2))) {
            return std::nullopt;
        }
        values.at(at) = *value;
    }
    if (afternoon) {
        if (values[0] < 1 || values[0] > 12) {
            return std::nullopt;
        }
        values[0] = values[0] % 12 + (*afternoon ? 12 : 0);
    }
    return values[0] > 23
               ? std::nullopt
               : std::optional(Seconds{hours{values[0]} + minutes{values[1]}} + Seconds{values[2]});
}

}  // namespace spoc::core
