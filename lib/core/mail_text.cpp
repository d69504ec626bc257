#include "lib/core/mail_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace spoc::core {

namespace {

using std::string_view;

string_view trimmed(string_view line) {
    const auto begin = std::min(line.find_first_not_of(" \t\r\u00A0"), line.size());
    line.remove_prefix(begin);
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return out;
}

std::vector<string_view> lines_of(string_view text) {
    std::vector<string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_quoted(string_view line) {
    return trimmed(line).starts_with('>');
}

bool is_signature_mark(string_view line) {
    return line == "--" || line == "-- " || line == "--\r" || line == "-- \r";
}

/// What mail programs write below everything.
bool is_device_note(string_view line) {
    constexpr auto notes =
        std::to_array<string_view>({"sendt fra min ", "sent from my ", "sendt fra outlook",
                                    "sent from outlook", "hent outlook til ", "get outlook for "});
    const auto lowered = lower(trimmed(line));
    return std::ranges::any_of(notes, [&](string_view note) { return lowered.starts_with(note); });
}

/// "-----Original Message-----" and its like.
bool is_divider(string_view line) {
    constexpr auto words = std::to_array<string_view>(
        {"original message", "oprindelig meddelelse", "oprindelig besked", "forwarded message",
         "videresendt besked", "videresendt meddelelse", "original appointment", "oprindelig aftale"});
    const auto lowered = lower(trimmed(line));
    if (!lowered.starts_with("--")) {
        return false;
    }
    return std::ranges::any_of(words,
                               [&](string_view word) { return lowered.find(word) != std::string::npos; });
}

template <typename Names>
bool starts_with_any(string_view line, const Names& names) {
    auto lowered = lower(trimmed(line));
    std::erase(lowered, '*');  // bold, in text made from HTML
    return std::ranges::any_of(names, [&](string_view name) { return lowered.starts_with(name); });
}

/// "Fra: ..." with at least two more headers in the lines below.
bool begins_headers(const std::vector<string_view>& lines, std::size_t at) {
    constexpr auto sender = std::to_array<string_view>({"fra:", "from:", "von:", "från:"});
    constexpr auto others =
        std::to_array<string_view>({"sendt:", "sent:", "dato:", "date:", "til:", "to:", "cc:", "emne:",
                                    "subject:", "skickat:", "ämne:", "gesendet:", "an:", "betreff:"});
    if (!starts_with_any(lines[at], sender)) {
        return false;
    }
    int found = 0;
    for (std::size_t i = at + 1; i < std::min(at + 7, lines.size()); ++i) {
        found += starts_with_any(lines[i], others) ? 1 : 0;
    }
    return found >= 2;
}

/// "Den 2. nov. 2026 kl. 09.14 skrev Support <support@kommune.example>:", over up to three lines. How many
/// lines it takes; 0 if it is none.
std::size_t introduction_size(const std::vector<string_view>& lines, std::size_t at) {
    constexpr auto beginnings =
        std::to_array<string_view>({"den ", "on ", "d. ", "am ", "man", "tir", "ons", "tor", "fre", "lør",
                                    "søn", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "20"});
    constexpr auto verbs = std::to_array<string_view>({" skrev", " wrote", " schrieb"});
    if (!starts_with_any(lines[at], beginnings)) {
        return 0;
    }
    std::string joined;
    for (std::size_t size = 1; size <= 3 && at + size <= lines.size(); ++size) {
        joined += ' ' + lower(trimmed(lines[at + size - 1]));
        const bool verb = std::ranges::any_of(
            verbs, [&](string_view word) { return joined.find(word) != std::string::npos; });
        const bool dated = std::ranges::any_of(joined, [](char c) { return c >= '0' && c <= '9'; });
        if (verb && dated && joined.ends_with(':')) {
            return size;
        }
    }
    return 0;
}

/// Whether what follows is quoted by marks; otherwise all of it is the older mail.
bool quotes_follow(const std::vector<string_view>& lines, std::size_t at) {
    while (at < lines.size() && trimmed(lines[at]).empty()) {
        ++at;
    }
    return at < lines.size() && is_quoted(lines[at]);
}

/// The lines that the writer wrote.
std::vector<string_view> own_lines(const std::vector<string_view>& lines) {
    std::vector<string_view> own;
    for (std::size_t at = 0; at < lines.size();) {
        const auto line = lines[at];
        if (is_signature_mark(line) || is_divider(line) || begins_headers(lines, at)) {
            break;
        }
        const auto introduction = introduction_size(lines, at);
        if (introduction > 0 && !quotes_follow(lines, at + introduction)) {
            break;
        }
        if (introduction == 0 && !is_quoted(line) && !is_device_note(line)) {
            own.push_back(line);
        }
        at += std::max<std::size_t>(introduction, 1);
    }
    return own;
}

/// A rule of underscores that stood between the words and an older mail.
bool is_rule(string_view line) {
    const auto rest = trimmed(line);
    return rest.size() > 5 && rest.find_first_not_of('_') == string_view::npos;
}

}  // namespace

std::string own_words(string_view text) {
    auto own = own_lines(lines_of(text));
    while (!own.empty() && (trimmed(own.back()).empty() || is_rule(own.back()))) {
        own.pop_back();
    }
    std::string words;
    bool blank_before = true;
    for (const auto line : own) {
        const bool blank = trimmed(line).empty();
        if (!blank || !blank_before) {
            words.append(line).append(1, '\n');
        }
        blank_before = blank;
    }
    return words.empty() ? std::string(text) : words;
}

}  // namespace spoc::core
