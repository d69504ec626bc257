#include "lib/core/release.hpp"

#include <algorithm>
#include <array>

#include "lib/core/notice_words.hpp"
#include "lib/core/search_text.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;

struct EnvironmentWord {
    string_view words;  // as fold_search_text() leaves them
    string_view environment;
};

// The longer ones first, so that "præproduktion" is no production.
constexpr auto environments = std::to_array<EnvironmentWord>({
    {"praeproduktion", "preprod"}, {"praeprod", "preprod"},
    {"preproduktion", "preprod"},  {"preproduction", "preprod"},
    {"preprod", "preprod"},        {"pre prod", "preprod"},
    {"eksternt test", "test"},     {"eksternt testmiljoe", "test"},
    {"ekstern test", "test"},      {"ekstern testmiljoe", "test"},
    {"external test", "test"},     {"exttest", "test"},
    {"testmiljoe", "test"},        {"testmiljoeet", "test"},
    {"test environment", "test"},  {"test", "test"},
    {"produktion", "prod"},        {"produktionen", "prod"},
    {"produktionsmiljoe", "prod"}, {"produktionsmiljoeet", "prod"},
    {"production", "prod"},        {"prod", "prod"},
    {"driftsmiljoe", "prod"},      {"drift", "prod"},
});

/// Words that say nothing about what a case is about.
constexpr auto stop_words =
    std::to_array<string_view>({"eller", "efter", "ikke", "kunne",  "skal",   "ikke",  "naar",   "paa",
                                "over",  "under", "ved",  "with",   "from",   "when",  "that",   "this",
                                "fejl",  "sker",  "vil",  "bliver", "bruger", "error", "system", "cannot"});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

string_view trimmed(string_view text) {
    constexpr string_view blanks = " \t\r\n";
    const auto start = text.find_first_not_of(blanks);
    return start == string_view::npos ? string_view{}
                                      : text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

std::vector<string_view> lines_of(string_view text) {
    std::vector<string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) {
            lines.push_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "4.2.1" after a word that announces it.
std::string id_in(string_view line) {
    const auto small = lower(line);
    for (const string_view front : {"release", "version", "udgivelse", "frigivelse"}) {
        for (auto at = small.find(front); at != string_view::npos; at = small.find(front, at + 1)) {
            auto start = line.find_first_of(" :#", at);
            start = start == string_view::npos ? start : line.find_first_not_of(" :#", start);
            const auto end = std::min(line.find_first_of(" ,:;()\t", start), line.size());
            const auto word = start == string_view::npos ? string_view{} : line.substr(start, end - start);
            const auto id = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
            if (std::ranges::any_of(id, is_digit)) {
                return std::string(id);
            }
        }
    }
    return {};
}

std::optional<string_view> environment_in(string_view line) {
    const auto words = " " + fold_search_text(line) + " ";
    const auto* const found = std::ranges::find_if(environments, [&](const EnvironmentWord& each) {
        return words.find(" " + std::string(each.words) + " ") != std::string::npos;
    });
    return found == environments.end() ? std::nullopt : std::optional(found->environment);
}

/// What stands behind the mark of a list, "-", "*", "•" or "3.": nothing if the line is no part of one.
std::optional<string_view> listed(string_view line) {
    for (const string_view mark : {"- ", "* ", "\u2022", "\u00B7", "\u2013 ", "+ "}) {
        if (line.starts_with(mark)) {
            return trimmed(line.substr(mark.size()));
        }
    }
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool numbered = digits > 0 && digits <= 3 && digits + 1 < line.size() &&
                          (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return numbered ? std::optional(trimmed(line.substr(digits + 2))) : std::nullopt;
}

/// Words with digits in them, as case numbers have: "INC0012345", "CS-4711", "#12345".
std::vector<std::string> references_in(string_view text) {
    constexpr string_view first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr string_view further = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/";
    std::vector<std::string> found;
    for (auto at = text.find_first_of(first); at != string_view::npos; at = text.find_first_of(first, at)) {
        const auto word = text.substr(at, text.find_first_not_of(further, at) - at);
        const auto digits = std::ranges::count_if(word, is_digit);
        const bool dated = std::ranges::count(word, '-') + std::ranges::count(word, '/') > 1;
        if (digits >= 4 && !dated && word.size() > 4 && stands_alone_at(text, at, word.size())) {
            found.emplace_back(word);
        }
        at += word.size();
    }
    return found;
}

/// What the heading above a list says of its items.
std::optional<ReleaseItem::Kind> heading(string_view line) {
    const auto words = " " + fold_search_text(line) + " ";
    const auto has = [&](string_view stem) {
        return words.find(" " + std::string(stem)) != std::string::npos;
    };
    if (words.size() > 60) {
        return std::nullopt;
    }
    if (has("fejlrettelse") || has("rettelse") || has("rettede") || has("fixes") || has("bug fix") ||
        has("bugfix") || has("fixed")) {
        return ReleaseItem::Kind::fix;
    }
    if (has("nyhed") || has("ny funktion") || has("nye funktion") || has("forbedring") ||
        has("new feature") || has("features") || has("improvement")) {
        return ReleaseItem::Kind::feature;
    }
    return std::nullopt;
}

/// The words of a title that tell it from others.
std::vector<std::string> telling_words(string_view title) {
    std::vector<std::string> words;
    const auto folded = fold_search_text(title);
    string_view rest = folded;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto word = rest.substr(0, end);
        if (word.size() >= 4 && std::ranges::find(stop_words, word) == stop_words.end()) {
            words.emplace_back(word);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// Whether an item holds at least three telling words of a title, and two thirds of them.
bool same_words(const std::vector<std::string>& telling, string_view padded_item) {
    const auto shared = static_cast<std::size_t>(std::ranges::count_if(
        telling, [&](const std::string& word) { return padded_item.find(" " + word) != string_view::npos; }));
    return shared >= 3 && shared * 3 >= telling.size() * 2;
}

/// Whether a padded title is long enough to stand in an item by no accident: two words, or a long one.
bool says_enough(string_view padded_title) {
    const auto words = std::ranges::count(padded_title, ' ') - 1;
    return padded_title.size() >= (words > 1 ? 12U : 16U);
}

std::optional<ReleaseClaim> claim(const Release& release, const std::vector<std::string>& padded_items,
                                  const ReleaseCandidate& candidate) {
    for (std::size_t item = 0; item < release.items.size(); ++item) {
        const bool named = std::ranges::any_of(candidate.vendor_refs, [&](const std::string& reference) {
            return stands_alone(reference, release.items[item].text);
        });
        if (named) {
            return ReleaseClaim{.id = candidate.id, .item = item, .by = ReleaseClaim::By::reference};
        }
    }
    const auto telling = telling_words(candidate.title);
    const auto title = " " + fold_search_text(candidate.title) + " ";
    for (std::size_t item = 0; item < release.items.size(); ++item) {
        const bool is_literal = says_enough(title) && padded_items[item].find(title) != std::string::npos;
        if (is_literal || same_words(telling, padded_items[item])) {
            return ReleaseClaim{.id = candidate.id, .item = item, .by = ReleaseClaim::By::words};
        }
    }
    return std::nullopt;
}

}  // namespace

bool stands_alone(string_view reference, string_view text) {
    if (reference.empty()) {
        return false;
    }
    const auto sought = lower(reference);
    const auto place = lower(text);
    for (auto at = place.find(sought); at != std::string::npos; at = place.find(sought, at + 1)) {
        if (stands_alone_at(place, at, sought.size())) {
            return true;
        }
    }
    return false;
}

Release read_release(string_view text, Instant published, const Zone& zone) {
    Release release;
    auto kind = ReleaseItem::Kind::unknown;
    for (const auto line : lines_of(text)) {
        if (release.id.empty()) {
            release.id = id_in(line);
        }
        const auto item = listed(line);
        const auto content = item.value_or(line);
        const auto when = schedule_by_words(content, published, zone);
        const auto environment = environment_in(content);
        if (environment && (when || (!item && content.find(':') != string_view::npos))) {
            release.deployments.push_back({.environment = std::string(*environment),
                                           .at = when ? std::optional(when->starts_at) : std::nullopt,
                                           .text = std::string(content)});
            continue;
        }
        auto references = references_in(content);
        if (item || !references.empty()) {
            release.items.push_back(
                {.kind = kind, .text = std::string(content), .references = std::move(references)});
        } else {
            kind = heading(line).value_or(kind);
        }
    }
    return release;
}

ReleaseMatch match(const Release& release, std::span<const ReleaseCandidate> open) {
    std::vector<std::string> padded_items;
    std::vector<bool> ours(release.items.size());
    for (const auto& item : release.items) {
        padded_items.push_back(" " + fold_search_text(item.text));
    }
    ReleaseMatch found;
    for (const auto& candidate : open) {
        if (const auto claimed = claim(release, padded_items, candidate)) {
            ours[claimed->item] = true;
            found.claimed.push_back(*claimed);
        } else {
            found.not_mentioned.push_back(candidate.id);
        }
    }
    for (std::size_t item = 0; item < release.items.size(); ++item) {
        if (!ours[item] && !release.items[item].references.empty()) {
            found.not_ours.push_back(item);
        }
    }
    return found;
}

}  // namespace spoc::core
