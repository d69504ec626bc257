#include "lib/intake/feed_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "lib/core/date_words.hpp"

namespace spoc::intake {

namespace {

using core::Instant;
using core::Seconds;
using std::string_view;
using std::chrono::hours;
using std::chrono::minutes;

constexpr auto month_names = std::to_array<string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

struct NamedZone {
    string_view name;
    int minutes;
};
constexpr auto named_zones = std::to_array<NamedZone>(
    {{"cet", 60},   {"cest", 120}, {"met", 60},   {"mest", 120}, {"mez", 60},   {"mesz", 120},
     {"wet", 0},    {"west", 60},  {"bst", 60},   {"ist", 330},  {"eet", 120},  {"eest", 180},
     {"msk", 180},  {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420},
     {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"jst", 540}});

/// A date and time as they are put together from words.
struct Parts {
    std::optional<int> year;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    std::optional<Seconds> clock;
    std::optional<minutes> offset;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A number that is all of `text`, of at most `width` digits.
std::optional<int> number(string_view text, std::size_t width) {
    int value = 0;
    const auto* const end = text.data() + text.size();
    const bool digits = !text.empty() && text.size() <= width && std::ranges::all_of(text, is_digit);
    return digits && std::from_chars(text.data(), end, value).ptr == end ? std::optional(value)
                                                                         : std::nullopt;
}

/// RFC 2822: two digits up to 49 are of this century, other years of two or three digits count from 1900.
int full_year(string_view text, int value) {
    if (text.size() > 3) {
        return value;
    }
    return text.size() <= 2 && value < 50 ? value + 2000 : value + 1900;
}

/// "20:15", "20:15:30", "20:15:30.123"; 24:00 ends the day.
std::optional<Seconds> clock(string_view text) {
    text = text.substr(0, text.find_first_of(".,"));
    const auto colon = text.find(':');
    if (colon == string_view::npos) {
        return std::nullopt;
    }
    const auto hour = number(text.substr(0, colon), 2);
    const auto rest = text.substr(colon + 1);
    const auto second_colon = rest.find(':');
    const auto minute = number(rest.substr(0, second_colon), 2);
    const auto second = second_colon == string_view::npos ? 0 : number(rest.substr(second_colon + 1), 2);
    const bool ok = hour && minute && second && *minute < 60 && *second <= 60 &&
                    (*hour < 24 || (*hour == 24 && *minute == 0 && *second == 0));
    return ok ? std::optional<Seconds>(hours{*hour} + minutes{*minute} + Seconds{*second}) : std::nullopt;
}

/// "+0200", "-05:00", "+02", "+200".
std::optional<minutes> numeric_offset(string_view text) {
    if (text.size() < 2 || (text.front() != '+' && text.front() != '-')) {
        return std::nullopt;
    }
    std::string digits(text.substr(1));
    std::erase(digits, ':');
    const auto value = number(digits, 4);
    if (!value) {
        return std::nullopt;
    }
    const auto length = digits.size() <= 2 ? hours{*value} : hours{*value / 100} + minutes{*value % 100};
    if (length > hours{24} || (digits.size() > 2 && *value % 100 > 59)) {
        return std::nullopt;
    }
    return text.front() == '-' ? -length : length;
}

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// The offset that a word at the end of a date means; an unknown name is UTC.
std::optional<minutes> zone_offset(string_view text) {
    if (const auto offset = numeric_offset(text)) {
        return offset;
    }
    const auto* const end = std::ranges::find_if_not(text, is_letter);
    const auto name = lower(text.substr(0, static_cast<std::size_t>(end - text.begin())));
    const auto rest = text.substr(name.size());
    if (name.empty() || (!rest.empty() && !numeric_offset(rest))) {
        return std::nullopt;
    }
    if (!rest.empty()) {  // "GMT+0200"
        return numeric_offset(rest);
    }
    const auto* const known = std::ranges::find(named_zones, name, &NamedZone::name);
    if (known != named_zones.end()) {
        return minutes{known->minutes};
    }
    const bool like_a_zone = text.size() <= 5 && name != "am" && name != "pm" &&
                             std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    return like_a_zone || name == "z" || name == "gmt" || name == "utc" || name == "ut"
               ? std::optional(minutes{0})
               : std::nullopt;
}

std::optional<Instant> instant(const Parts& parts) {
    if (!parts.year || !parts.month || !parts.day || *parts.year < 1900) {
        return std::nullopt;
    }
    const core::Date date{std::chrono::year{*parts.year}, std::chrono::month{*parts.month},
                          std::chrono::day{*parts.day}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date} + parts.clock.value_or(Seconds{0}) - parts.offset.value_or(minutes{0});
}

std::optional<unsigned> month_number(string_view text) {
    const auto name = lower(text.substr(0, 3));
    const auto* const found = std::ranges::find(month_names, name);
    const bool word =
        text.size() >= 3 && std::ranges::all_of(text, [](char c) { return is_letter(c) || c == '.'; });
    return word && found != month_names.end()
               ? std::optional(static_cast<unsigned>(found - month_names.begin()) + 1)
               : std::nullopt;
}

std::vector<string_view> words_of(string_view text) {
    constexpr string_view gaps = " \t\r\n,";
    std::vector<string_view> words;
    while (true) {
        const auto start = text.find_first_not_of(gaps);
        if (start == string_view::npos || words.size() > 12) {
            return words;
        }
        text.remove_prefix(start);
        const auto end = std::min(text.find_first_of(gaps), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// "7-Apr-2026" and "07-Apr-26", as RFC 850 wrote it.
bool take_joined_date(Parts& parts, string_view word) {
    const auto first = word.find('-');
    const auto second = first == string_view::npos ? first : word.find('-', first + 1);
    if (second == string_view::npos) {
        return false;
    }
    const auto day = number(word.substr(0, first), 2);
    const auto month = month_number(word.substr(first + 1, second - first - 1));
    const auto year = number(word.substr(second + 1), 4);
    if (!day || !month || !year) {
        return false;
    }
    parts.day = static_cast<unsigned>(*day);
    parts.month = month;
    parts.year = full_year(word.substr(second + 1), *year);
    return true;
}

/// Takes one word of an RFC 822 date; false if it fits nowhere.
bool take_word(Parts& parts, string_view word) {
    if (!parts.month) {
        if (const auto month = month_number(word)) {
            parts.month = month;
            return true;
        }
    }
    if (const auto time = clock(word); time && !parts.clock) {
        parts.clock = time;
        return true;
    }
    if (const auto day = number(word, 2); day && !parts.day) {
        parts.day = static_cast<unsigned>(*day);
        return true;
    }
    if (const auto year = number(word, 4); year && !parts.year && word.size() != 1) {
        parts.year = full_year(word, *year);
        return true;
    }
    if (parts.clock && !parts.offset) {
        parts.offset = zone_offset(word);
        return parts.offset.has_value();
    }
    return !parts.day && take_joined_date(parts, word);
}

std::optional<Instant> rfc_822(string_view text) {
    Parts parts;
    auto words = words_of(text.substr(0, text.find('(')));  // a comment, such as "(CEST)"
    const bool weekday = !words.empty() && core::weekday_word(lower(words.front()));
    if (weekday) {
        words.erase(words.begin());
    }
    const bool understood =
        std::ranges::all_of(words, [&](string_view word) { return take_word(parts, word); });
    return understood ? instant(parts) : std::nullopt;
}

/// Takes "-04", if there is one, off the front.
std::optional<unsigned> take_dashed(string_view& text) {
    if (text.size() < 3 || text.front() != '-') {
        return std::nullopt;
    }
    const auto value = number(text.substr(1, 2), 2);
    if (value) {
        text.remove_prefix(3);
    }
    return value ? std::optional(static_cast<unsigned>(*value)) : std::nullopt;
}

/// "2026", "2026-04", "2026-04-07", "2026-04-07T20:00+02:00", "2026-04-07 20:00:00.5Z".
std::optional<Instant> w3c(string_view text) {
    const auto year = text.size() >= 4 ? number(text.substr(0, 4), 4) : std::nullopt;
    if (!year) {
        return std::nullopt;
    }
    Parts parts;
    parts.year = year;
    text.remove_prefix(4);
    parts.month = take_dashed(text);
    parts.day = parts.month ? take_dashed(text) : std::nullopt;
    const bool whole = parts.day.has_value();
    parts.month = parts.month.value_or(1);
    parts.day = parts.day.value_or(1);
    if (text.empty()) {
        return instant(parts);
    }
    if (!whole || (text.front() != 'T' && text.front() != 't' && text.front() != ' ')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto end = std::min(text.find_first_not_of("0123456789:.,"), text.size());
    parts.clock = clock(text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto offset = text.empty() ? minutes{0} : zone_offset(text);
    if (!parts.clock || !offset) {
        return std::nullopt;
    }
    parts.offset = offset;
    return instant(parts);
}

}  // namespace

std::optional<Instant> read_feed_date(string_view text) {
    constexpr string_view blanks = " \t\r\n";
    const auto start = text.find_first_not_of(blanks);
    if (start == string_view::npos || text.size() > 200) {
        return std::nullopt;
    }
    text = text.substr(start, text.find_last_not_of(blanks) - start + 1);
    const auto read = w3c(text);
    return read ? read : rfc_822(text);
}

}  // namespace spoc::intake
