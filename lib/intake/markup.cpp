#include "lib/intake/markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>

#include "lib/intake/elements.hpp"
#include "lib/intake/encoding.hpp"
#include "lib/intake/entities.hpp"

namespace spoc::intake {

namespace {

using std::string_view;
using enum Element;

constexpr char block_end = '\x1E';  // stands for the gap between two blocks

bool is_space(char c) {
    return c == ' ' || c == block_end || (c >= '\t' && c <= '\r');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// The name of an element at the front of `text`, in small letters.
std::string name_at(string_view text) {
    const auto* const end = std::ranges::find_if_not(text.substr(0, 40), [](char c) {
        return is_letter(c) || is_digit(c) || c == ':' || c == '-' || c == '_';
    });
    const auto name = lower(text.substr(0, static_cast<std::size_t>(end - text.begin())));
    return !name.empty() && is_letter(name.front()) ? name : std::string{};
}

/// Every name that is closed somewhere in `markup`.
std::set<std::string, std::less<>> closed_names(string_view markup) {
    std::set<std::string, std::less<>> names;
    for (auto at = markup.find("</"); at != string_view::npos; at = markup.find("</", at + 2)) {
        if (auto name = name_at(markup.substr(at + 2)); !name.empty()) {
            names.insert(std::move(name));
        }
    }
    return names;
}

struct Decoded {
    char32_t meaning;
    std::size_t size;  ///< of what was written, the ampersand included
};

std::optional<Decoded> numeric_entity(string_view text) {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    constexpr std::size_t longest = 64;
    const auto digits = text.substr(hex ? 3 : 2, longest);
    std::uint32_t number = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, number, hex ? 16 : 10);
    if (stop == digits.data()) {
        return std::nullopt;
    }
    auto size = static_cast<std::size_t>(stop - text.data());
    size += size < text.size() && text[size] == ';' ? 1U : 0U;
    if (failure != std::errc{}) {
        return Decoded{0xFFFD, size};
    }
    const bool old = number >= 0x80 && number <= 0x9F;  // written by those who thought in windows-1252
    return Decoded{old ? windows_1252(static_cast<unsigned char>(number)) : char32_t{number}, size};
}

/// Reads an entity at the front of `text`, which begins with an ampersand.
std::optional<Decoded> entity(string_view text) {
    if (text.size() > 1 && text[1] == '#') {
        return numeric_entity(text);
    }
    const auto window = text.substr(1, 32);
    const auto* const end =
        std::ranges::find_if_not(window, [](char c) { return is_letter(c) || is_digit(c); });
    const auto name = window.substr(0, static_cast<std::size_t>(end - window.begin()));
    const bool closed = end != window.end() && *end == ';';
    constexpr auto often_left_open = std::to_array<string_view>({"amp", "gt", "lt", "nbsp", "quot"});
    if (!closed && std::ranges::find(often_left_open, name) == often_left_open.end()) {
        return std::nullopt;
    }
    const auto meaning = named_entity(name);
    return meaning ? std::optional(Decoded{*meaning, name.size() + (closed ? 2U : 1U)}) : std::nullopt;
}

/// Reads markup once, from its beginning to its end.
class Scanner {
public:
    explicit Scanner(string_view markup) : rest_(markup), closed_(closed_names(markup)) {
        text_.reserve(markup.size());
    }

    std::string text() && {
        while (!rest_.empty()) {
            const auto plain = std::min(rest_.find_first_of("<&"), rest_.size());
            text_.append(rest_.substr(0, plain));
            rest_.remove_prefix(plain);
            if (rest_.starts_with('&')) {
                read_ampersand();
            } else if (rest_.starts_with('<')) {
                read_angle();
            }
        }
        return std::move(text_);
    }

private:
    void read_ampersand() {
        if (const auto decoded = entity(rest_)) {
            append_character(text_, decoded->meaning);
            rest_.remove_prefix(decoded->size);
        } else {
            keep_one();
        }
    }

    void read_angle() {
        if (rest_.starts_with("<![CDATA[")) {
            const auto end = rest_.find("]]>");
            text_.append(rest_.substr(9, end == string_view::npos ? end : end - 9));
            skip_past(end, 3);
        } else if (rest_.starts_with("<!--")) {
            skip_past(rest_.find("-->"), 3);
        } else if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
            skip_past(rest_.find('>'), 1);
        } else {
            read_tag();
        }
    }

    void read_tag() {
        const bool closing = rest_.starts_with("</");
        const auto name = name_at(rest_.substr(closing ? 2 : 1));
        const auto kind = element_of(name);
        if (name.empty() || (kind == unknown && !is_unknown_tag(name)) || is_comparison(name)) {
            keep_one();
            return;
        }
        const auto end = end_of_tag();
        const bool gap = kind == apart || kind == hidden;
        text_.append(gap ? 1 : 0, block_end);
        const bool empty = end != string_view::npos && rest_[end - 1] == '/';
        skip_past(end, 1);
        if (kind == hidden && !closing && !empty) {
            skip_hidden(name);
        }
    }

    /// Whether what looks like a tag of one letter rather is "a <b or c> d".
    bool is_comparison(const std::string& name) const {
        constexpr std::size_t longest = 1000;
        const auto tag = rest_.substr(0, std::min(rest_.substr(0, longest).find('>'), longest));
        return name.size() == 1 && tag.size() > 2 && is_space(tag[2]) && tag.find('=') == string_view::npos &&
               tag.find_first_not_of(" \t\r\n/", 2) != string_view::npos;
    }

    /// Whether what stands at the front is a tag although HTML has no such element: it has attributes, closes
    /// itself, or is closed.
    bool is_unknown_tag(const std::string& name) const {
        constexpr std::size_t longest = 1000;
        const auto inner = rest_.substr(1, longest);
        const auto end = inner.find_first_of("<>");
        if (end == string_view::npos || inner[end] != '>') {
            return false;
        }
        const auto tag = inner.substr(0, end);
        return tag.ends_with('/') || tag.find('=') != string_view::npos || closed_.contains(name);
    }

    /// Where the `>` of the tag at the front stands. Once that has failed it is not tried again: hostile text
    /// would be read over and over.
    std::size_t end_of_tag() {
        char quote = '\0';
        for (std::size_t at = 1; quotes_end_ && at < rest_.size(); ++at) {
            const char c = rest_[at];
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '>') {
                return at;
            } else if ((c == '"' || c == '\'') && rest_[at - 1] == '=') {
                quote = c;
            }
        }
        quotes_end_ = false;
        const auto end = tags_end_ ? rest_.find('>') : string_view::npos;
        tags_end_ = end != string_view::npos;
        return end;
    }

    void skip_hidden(const std::string& name) {
        for (auto at = rest_.find("</"); at != string_view::npos; at = rest_.find("</", at + 2)) {
            if (name_at(rest_.substr(at + 2)) == name) {
                rest_.remove_prefix(at);
                return;
            }
        }
        rest_ = {};
    }

    void skip_past(std::size_t end, std::size_t size) {
        rest_.remove_prefix(end == string_view::npos ? rest_.size() : std::min(end + size, rest_.size()));
    }

    void keep_one() {
        text_ += rest_.front();
        rest_.remove_prefix(1);
    }

    string_view rest_;
    std::set<std::string, std::less<>> closed_;
    std::string text_;
    bool quotes_end_ = true;
    bool tags_end_ = true;
};

/// Whether a text holds a tag of HTML together with its end, or an entity.
bool looks_like_markup(string_view text) {
    const auto closed = closed_names(text);
    for (auto at = text.find_first_of("<&"); at != string_view::npos; at = text.find_first_of("<&", at + 1)) {
        const auto rest = text.substr(at);
        if (rest.front() == '&') {
            const auto found = entity(rest);
            if (found && rest[found->size - 1] == ';') {
                return true;
            }
            continue;
        }
        const auto name = name_at(rest.substr(1));
        const bool alone = name == "br" || name == "hr" || name == "img" || name == "p";
        if (element_of(name) != unknown && (alone || closed.contains(name))) {
            return true;
        }
    }
    return false;
}

/// Code points that are white space, besides those of ASCII.
bool is_wide_space(string_view three) {
    return three.starts_with("\xE2\x80\xA8") || three.starts_with("\xE2\x80\xA9") ||
           three.starts_with("\xE2\x80\xAF") || three.starts_with("\xE2\x81\x9F") ||
           three.starts_with("\xE3\x80\x80") || three.starts_with("\xE1\x9A\x80") ||
           (three.starts_with("\xE2\x80") && three.size() > 2 &&
            static_cast<unsigned char>(three[2]) <= 0x8A);
}

std::size_t space_size(string_view text) {
    constexpr unsigned char first_wide = 0x80;
    if (static_cast<unsigned char>(text.front()) < first_wide) {
        return is_space(text.front()) ? 1 : 0;
    }
    if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\x85")) {
        return 2;
    }
    return is_wide_space(text.substr(0, 3)) ? 3 : 0;
}

}  // namespace

namespace {

/// Folds each of the lines that `end` parts; leaves out those that say nothing.
std::string fold_lines(string_view text, char end) {
    std::string lines;
    while (!text.empty()) {
        const auto length = std::min(text.find(end), text.size());
        if (const auto line = fold_white_space(text.substr(0, length)); !line.empty()) {
            lines += (lines.empty() ? "" : "\n") + line;
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

}  // namespace

std::string fold_white_space(string_view text) {
    const auto valid = valid_utf8(text);
    string_view rest = valid;
    std::string out;
    out.reserve(valid.size());
    bool gap = false;
    while (!rest.empty()) {
        if (const auto space = space_size(rest); space > 0) {
            gap = true;
            rest.remove_prefix(space);
            continue;
        }
        out.append(gap && !out.empty() ? 1 : 0, ' ');
        gap = false;
        out += rest.front();
        rest.remove_prefix(1);
    }
    return out;
}

std::string text_of_markup(string_view markup, Lines lines) {
    auto text = Scanner(markup).text();
    if (looks_like_markup(text)) {
        text = Scanner(text).text();
    }
    return lines == Lines::kept ? fold_lines(text, block_end) : fold_white_space(text);
}

std::string text_of_plain(string_view text, Lines lines) {
    if (looks_like_markup(text)) {
        return text_of_markup(text, lines);
    }
    return lines == Lines::kept ? fold_lines(text, '\n') : fold_white_space(text);
}

}  // namespace spoc::intake
