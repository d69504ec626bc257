#include "cmd/mime/mail_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace spoc::mime {

namespace {

using std::string_view;
using std::chrono::hours;
using std::chrono::minutes;

constexpr auto month_names = std::to_array<string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

struct NamedZone {
    string_view name;
    hours offset;
};
constexpr auto named_zones = std::to_array<NamedZone>({{"cet", hours{1}},
                                                       {"cest", hours{2}},
                                                       {"met", hours{1}},
                                                       {"mest", hours{2}},
                                                       {"bst", hours{1}},
                                                       {"eet", hours{2}},
                                                       {"eest", hours{3}},
                                                       {"est", hours{-5}},
                                                       {"edt", hours{-4}},
                                                       {"cst", hours{-6}},
                                                       {"cdt", hours{-5}},
                                                       {"mst", hours{-7}},
                                                       {"mdt", hours{-6}},
                                                       {"pst", hours{-8}},
                                                       {"pdt", hours{-7}}});

bool is_letters(string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The words of a header in lower case, without comments.
std::vector<std::string> words_of(string_view header) {
    std::vector<std::string> words(1);
    int comments = 0;
    for (const char c : header) {
        comments += c == '(' ? 1 : 0;
        const bool gap = comments > 0 || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',';
        if (!gap) {
            words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
        comments -= c == ')' && comments > 0 ? 1 : 0;
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::optional<int> number(string_view word, std::size_t least, std::size_t most) {
    int value = 0;
    const bool digits = word.size() >= least && word.size() <= most &&
                        std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
        return std::nullopt;
    }
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

/// RFC 5322, 4.3: two digits up to 49 are of this century, other short years count from 1900.
std::optional<int> year(string_view word) {
    const auto value = number(word, 2, 4);
    if (!value || word.size() == 4) {
        return value;
    }
    return word.size() == 2 && *value < 50 ? *value + 2000 : *value + 1900;
}

/// "09:14" or "09:14:00".
std::optional<core::Seconds> time_of_day(string_view word) {
    const auto hour_end = std::min(word.find(':'), word.size());
    const auto rest = word.substr(std::min(hour_end + 1, word.size()));
    const auto minute_end = std::min(rest.find(':'), rest.size());
    const auto hour = number(word.substr(0, hour_end), 1, 2);
    const auto minute = number(rest.substr(0, minute_end), 2, 2);
    const auto second = minute_end == rest.size() ? 0 : number(rest.substr(minute_end + 1), 2, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    return hours{*hour} + minutes{*minute} + core::Seconds{*second};
}

/// "+0100", "-01:00", "cet"; a name that nobody knows is UTC.
std::optional<minutes> zone(std::string word) {
    std::erase(word, '"');
    if (is_letters(word)) {
        const auto* const found = std::ranges::find(named_zones, string_view(word), &NamedZone::name);
        return found == named_zones.end() ? minutes{0} : minutes{found->offset};
    }
    std::erase(word, ':');
    const bool is_signed = !word.empty() && (word.front() == '+' || word.front() == '-');
    const auto value = is_signed ? number(string_view(word).substr(1), 4, 4) : std::nullopt;
    if (!value || *value % 100 > 59 || *value > 1400) {
        return std::nullopt;
    }
    const auto offset = hours{*value / 100} + minutes{*value % 100};
    return word.front() == '-' ? -offset : offset;
}

std::optional<unsigned> month(string_view word) {
    const auto* const found = std::ranges::find(month_names, word.substr(0, 3));
    const bool known = is_letters(word) && found != month_names.end();
    return known ? std::optional(static_cast<unsigned>(found - month_names.begin()) + 1) : std::nullopt;
}

/// "nov 2 09:14:00 2026" as "2 nov 2026 09:14:00".
void reorder_asctime(std::vector<std::string>& words) {
    if (words.size() >= 4 && month(words[0])) {
        std::swap(words[0], words[1]);
        std::swap(words[2], words[3]);
    }
}

}  // namespace

std::optional<core::Timestamp> read_mail_date(string_view header) {
    auto words = words_of(header.substr(0, 1000));
    if (words.size() == 1) {
        std::ranges::transform(words.front(), words.front().begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        return core::parse_rfc3339(words.front());
    }
    if (!words.empty() && is_letters(words.front()) && !month(words.front())) {
        words.erase(words.begin());
    }
    reorder_asctime(words);
    if (words.size() < 4 || words.size() > 5) {
        return std::nullopt;
    }
    const auto day = number(words[0], 1, 2);
    const auto of_year = month(words[1]);
    const auto in_year = year(words[2]);
    const auto time = time_of_day(words[3]);
    const auto offset = words.size() == 5 ? zone(words[4]) : minutes{0};
    if (!day || !of_year || !in_year || !time || !offset) {
        return std::nullopt;
    }
    const core::Date date{std::chrono::year{*in_year}, std::chrono::month{*of_year},
                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *in_year < 1970 || *in_year > 2200) {
        return std::nullopt;
    }
    return core::Timestamp{.at = std::chrono::sys_days{date} + *time - *offset, .offset = *offset};
}

}  // namespace spoc::mime
