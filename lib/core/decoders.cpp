#include "lib/core/decoders.hpp"

#include <algorithm>
#include <array>

#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;

/// Copies a text and notes what it replaces.
class Rewriter {
public:
    explicit Rewriter(string_view text) : text_(text) {}

    /// What stands between `begin` and `end` means `meaning`.
    void replace(std::size_t begin, std::size_t end, string_view meaning) {
        copy_to(begin);
        const auto out = done_.text.size();
        done_.text.append(meaning);
        done_.pieces.push_back({.in = {begin, end}, .out = {out, done_.text.size()}});
        copied_ = end;
    }
    std::optional<Reading::Decoded> take() {
        if (done_.pieces.empty()) {
            return std::nullopt;
        }
        copy_to(text_.size());
        return std::move(done_);
    }

private:
    void copy_to(std::size_t end) {
        done_.text.append(text_.substr(copied_, end - copied_));
        copied_ = end;
    }

    string_view text_;
    std::size_t copied_ = 0;
    Reading::Decoded done_;
};

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_letter(char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

/// Reads `count` hexadecimal digits at `at`.
std::optional<char32_t> hex_number(string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    char32_t number = 0;
    for (const char c : text.substr(at, count)) {
        const int digit = hex_digit(c);
        if (digit < 0) {
            return std::nullopt;
        }
        number = number * 16 + static_cast<char32_t>(digit);
    }
    return number;
}

std::string byte(char32_t number) {
    return {static_cast<char>(number)};
}

std::string letter(char32_t code) {
    std::string text;
    append_utf8(text, code > 0x10FFFF ? 0xFFFD : code);
    return text;
}

/// The bytes of a line break at `at`: 0 if there is none.
std::size_t break_size(string_view text, std::size_t at) {
    if (text.substr(at).starts_with("\r\n")) {
        return 2;
    }
    return at < text.size() && text[at] == '\n' ? 1 : 0;
}

/// Where the line break after an "=" at `at` ends; 0 if the line does not end there.
std::size_t soft_break_end(string_view text, std::size_t at) {
    const auto end = text.find_first_not_of(" \t", at + 1);
    const auto size = end == string_view::npos ? 0 : break_size(text, end);
    return size == 0 ? 0 : end + size;
}

/// Whether "=" is more than an equals sign here: a line ends in one, or there are several codes, or one that
/// is no digit.
bool seems_quoted_printable(string_view text) {
    int codes = 0;
    for (auto at = text.find('='); at != string_view::npos; at = text.find('=', at + 1)) {
        const auto number = hex_number(text, at + 1, 2);
        if (soft_break_end(text, at) != 0 || (number && (*number < '0' || *number > '9'))) {
            return true;
        }
        codes += number ? 1 : 0;
    }
    return codes > 1;
}

struct NamedEntity {
    string_view name;
    char32_t code;
};

constexpr auto named_entities = std::to_array<NamedEntity>({
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"nbsp", 0xA0},     {"shy", 0xAD},
    {"ndash", 0x2013},  {"mdash", 0x2014}, {"minus", 0x2212},  {"hyphen", 0x2010}, {"dash", 0x2010},
    {"horbar", 0x2015}, {"ensp", 0x2002},  {"emsp", 0x2003},   {"thinsp", 0x2009}, {"percnt", '%'},
    {"equals", '='},    {"num", '#'},      {"semi", ';'},      {"zwnj", 0x200C},   {"zwj", 0x200D},
    {"hybull", 0x2043}, {"numsp", 0x2007}, {"puncsp", 0x2008}, {"hairsp", 0x200A}, {"zerowidthspace", 0x200B},
    {"bsol", '\\'},     {"newline", '\n'}, {"tab", '\t'},
});

/// An entity: what it stands for, and how many characters of the text it takes.
struct Entity {
    char32_t code = 0;
    std::size_t size = 0;
};

std::optional<Entity> numeric_entity(string_view text) {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    std::size_t at = hex ? 3 : 2;
    const auto first = at;
    char32_t code = 0;
    for (; at < text.size(); ++at) {
        const int digit = hex_digit(text[at]);
        if (digit < 0 || (!hex && digit > 9)) {
            break;
        }
        code = std::min<char32_t>(code * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
    }
    if (at == first) {
        return std::nullopt;
    }
    return Entity{code, at < text.size() && text[at] == ';' ? at + 1 : at};
}

/// Reads the entity that `text` begins with. A browser takes one without its semicolon too.
std::optional<Entity> entity(string_view text) {
    if (text.size() > 2 && text[1] == '#') {
        return numeric_entity(text);
    }
    std::string name;
    std::size_t at = 1;
    for (; at < text.size() && at < 20 && is_letter(text[at]); ++at) {
        name += static_cast<char>(text[at] | 0x20);
    }
    const auto* const found = std::ranges::find(named_entities, string_view(name), &NamedEntity::name);
    if (found == named_entities.end()) {
        return std::nullopt;
    }
    return Entity{found->code, at < text.size() && text[at] == ';' ? at + 1 : at};
}

constexpr auto inline_tags = std::to_array<string_view>(
    {"a",      "abbr",   "b",   "bdi", "bdo",  "big",   "cite", "code", "data", "del",  "dfn",   "em",
     "font",   "i",      "ins", "kbd", "mark", "nobr",  "o:p",  "q",    "s",    "samp", "small", "span",
     "strike", "strong", "sub", "sup", "time", "tspan", "tt",   "u",    "var",  "wbr"});

/// Where the tag or comment at `at` ends; 0 if there is none.
std::size_t tag_end(string_view text, std::size_t at) {
    if (text.substr(at).starts_with("<!--")) {
        const auto end = text.find("-->", at);
        return end == string_view::npos ? text.size() : end + 3;
    }
    const auto end = text.find_first_of("<>", at + 1);
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool begins = is_letter(next) || next == '/' || next == '!' || next == '?';
    return begins && end != string_view::npos && text[end] == '>' ? end + 1 : 0;
}

/// Whether a tag or comment leaves what stands around it one word.
bool is_inline(string_view tag) {
    if (tag.starts_with("<!--")) {
        return true;
    }
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    std::string name(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return std::ranges::find(inline_tags, string_view(name)) != inline_tags.end();
}

}  // namespace

std::optional<Reading::Decoded> decode_quoted_printable(string_view text) {
    if (!seems_quoted_printable(text)) {
        return std::nullopt;
    }
    Rewriter rewriter(text);
    for (auto at = text.find('='); at != string_view::npos; at = text.find('=', at)) {
        if (const auto end = soft_break_end(text, at); end != 0) {
            rewriter.replace(at, end, "");
            at = end;
        } else if (const auto number = hex_number(text, at + 1, 2)) {
            rewriter.replace(at, at + 3, byte(*number));
            at += 3;
        } else {
            ++at;
        }
    }
    return rewriter.take();
}

std::optional<Reading::Decoded> decode_percent(string_view text) {
    Rewriter rewriter(text);
    for (auto at = text.find('%'); at != string_view::npos; at = text.find('%', at)) {
        const auto number = hex_number(text, at + 1, 2);
        if (number) {
            rewriter.replace(at, at + 3, byte(*number));
        }
        at += number ? 3U : 1U;
    }
    return rewriter.take();
}

std::optional<Reading::Decoded> decode_backslashes(string_view text) {
    Rewriter rewriter(text);
    for (auto at = text.find('\\'); at != string_view::npos; at = text.find('\\', at)) {
        const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
        const std::size_t digits = kind == 'u' ? 4U : 2U;
        const auto number = kind == 'u' || kind == 'x' ? hex_number(text, at + 2, digits) : std::nullopt;
        if (number) {
            rewriter.replace(at, at + 2 + digits, letter(*number));
            at += 2 + digits;
        } else {
            at += 2;
        }
    }
    return rewriter.take();
}

std::optional<Reading::Decoded> decode_entities(string_view text) {
    Rewriter rewriter(text);
    for (auto at = text.find('&'); at != string_view::npos; at = text.find('&', at)) {
        const auto found = entity(text.substr(at));
        if (found) {
            rewriter.replace(at, at + found->size, letter(found->code));
        }
        at += found ? found->size : 1;
    }
    return rewriter.take();
}

std::optional<Reading::Decoded> strip_inline_markup(string_view text) {
    Rewriter rewriter(text);
    for (auto at = text.find('<'); at != string_view::npos; at = text.find('<', at)) {
        const auto end = tag_end(text, at);
        if (end != 0) {
            rewriter.replace(at, end, is_inline(text.substr(at, end - at)) ? "" : "\n");
        }
        at = std::max(end, at + 1);
    }
    return rewriter.take();
}

}  // namespace spoc::core
