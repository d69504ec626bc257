#include <algorithm>
#include <array>

#include "lib/core/date_words.hpp"
#include "lib/core/mail_routing.hpp"
#include "lib/core/mail_text.hpp"
#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

using std::string_view;

// As fold_search_text writes them.
constexpr auto mended =
    std::to_array<string_view>({" rettet ", " loest ", " udbedret ", " afhjulpet ", " fikset ", " fixed ",
                                " resolved ", " solved ", " mended ", " corrected "});
constexpr auto not_yet = std::to_array<string_view>(
    {" ikke ",     " not ",         " endnu ",  " bliver ",    " vil ",       " will ",      " naar ",
     " when ",     " hvis ",        " if ",     " forventer ", " forventes ", " forventet ", " expect ",
     " expected ", " henvendelse ", " kan ",    " skal ",      " to be ",     " cannot ",    " can ",
     " planlagt ", " planned ",     " senest ", " inden "});
constexpr auto promising = std::to_array<string_view>(
    {" forventer ", " forventes ",  " forventet ",     " expect ",   " expected ", " senest ",
     " inden ",     " bliver ",     " vil ",           " will ",     " planlagt ", " planned ",
     " frigives ",  " releases ",   " idriftsaettes ", " by ",       " lover ",    " loves ",
     " promise ",   " regner med ", " satser paa ",    " klar ",     " ready ",    " faerdig ",
     " leveres ",   " leverer ",    " kommer ",        " udkommer ", " udsendes ", " deadline ",
     " eta ",       " due ",        " deploy ",        " deployed ", " released ", " scheduled ",
     " plan ",      " aim ",        " target "});

template <typename Words>
bool holds_any(const std::string& folded, const Words& words) {
    return std::ranges::any_of(words,
                               [&](string_view word) { return folded.find(word) != std::string::npos; });
}

Date nearest_after(const TypedDate& typed, Date written) {
    if (typed.year) {
        return *typed.year / typed.day;
    }
    const Date this_year = written.year() / typed.day;
    return this_year < written ? (written.year() + std::chrono::years{1}) / typed.day : this_year;
}

/// "20. november 2026" at `at`.
std::optional<TypedDate> spelled_date(const std::vector<std::string>& words, std::size_t at) {
    const auto day = day_number(words[at]);
    const auto month = at + 1 < words.size() ? month_word(words[at + 1]) : std::nullopt;
    if (!day || !month) {
        return std::nullopt;
    }
    return TypedDate{.year = at + 2 < words.size() ? year_number(words[at + 2]) : std::nullopt,
                     .day = *month / *day};
}

/// "i morgen", "fredag": a day that is told by its name, after `written`; absent if there is none, or two.
std::optional<Date> named_day(const std::vector<std::string>& words, Date written) {
    const std::chrono::sys_days day{written};
    std::optional<std::chrono::sys_days> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto two = at + 1 < words.size() ? day_word(words[at] + ' ' + words[at + 1]) : std::nullopt;
        const auto away = two ? two : day_word(words[at]);
        const auto weekday = weekday_word(words[at]);
        if ((away && *away >= 0) || weekday) {
            const auto to_weekday = weekday ? *weekday - std::chrono::weekday{day} : std::chrono::days{};
            const auto then =
                away ? day + std::chrono::days{*away}
                     : day + (to_weekday > std::chrono::days{} ? to_weekday : std::chrono::days{7});
            if (found && *found != then) {
                return std::nullopt;
            }
            found = then;
        }
    }
    return found ? std::optional(Date{*found}) : std::nullopt;
}

/// The date in a line; absent if there is none, or more than one.
std::optional<Date> date_in(string_view line, Date written) {
    const auto words = date_tokens(line);
    std::optional<Date> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto word = words[at];
        word.erase(word.find_last_not_of(".!;:)") + 1);
        auto typed = date_token(word);
        if (!typed) {
            typed = spelled_date(words, at);
        }
        const auto date = typed ? nearest_after(*typed, written) : Date{};
        if (typed && date.ok()) {
            if (found && *found != date) {
                return std::nullopt;
            }
            found = date;
        }
    }
    return found ? found : named_day(words, written);
}

std::string trimmed(string_view line) {
    const auto begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    line.remove_prefix(begin);
    return std::string(line.substr(0, line.find_last_not_of(" \t\r") + 1));
}

std::optional<Proposal> proposal_of(const std::string& line, Date written) {
    const auto folded = ' ' + fold_search_text(line) + ' ';
    if (line.ends_with('?')) {
        return Proposal{.kind = EventKind::ball, .line = line, .by = {}, .by_clock = {}};
    }
    if (holds_any(folded, promising)) {
        if (const auto by = date_in(line, written); by && *by >= written) {
            return Proposal{.kind = EventKind::promised, .line = line, .by = by, .by_clock = clock_in(line)};
        }
    }
    if (holds_any(folded, mended) && !holds_any(folded, not_yet)) {
        return Proposal{.kind = EventKind::fix_announced, .line = line, .by = {}, .by_clock = {}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Proposal> proposals(const Mail& mail, Date written) {
    std::vector<Proposal> all;
    const auto words = own_words(mail.text);
    for (string_view rest = words; !rest.empty() && !mail.automatic;) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = trimmed(rest.substr(0, std::min<std::size_t>(end, 1000)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto is_known = [&](const Proposal& other) { return other.line == line; };
        if (std::ranges::any_of(all, is_known)) {
            continue;
        }
        if (auto found = proposal_of(line, written)) {
            all.push_back(std::move(*found));
        }
    }
    return all;
}

}  // namespace spoc::core
