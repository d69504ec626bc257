#include "lib/render/width.hpp"

#include <algorithm>

#include "lib/render/code_points.hpp"
#include <utf8proc.h>

namespace spoc::render {

namespace {

constexpr std::int32_t emoji_presentation = 0xFE0F;

/// What a reader sees as one character: its bytes and the columns that it takes.
struct Grapheme {
    std::size_t size = 0;
    int width = 0;
};

/// Whether all characters lie before U+0300, where each takes one column and nothing combines.
bool is_latin(std::string_view text) {
    return std::ranges::all_of(text, [](char each) { return static_cast<unsigned char>(each) < 0xCC; });
}

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// The first character of `text`, which is not empty, with all that is combined with it.
Grapheme first_grapheme(std::string_view text) {
    auto before = first_code_point(text);
    Grapheme grapheme{.size = before.size, .width = utf8proc_charwidth(before.value)};
    utf8proc_int32_t state = 0;
    while (grapheme.size < text.size()) {
        const auto next = first_code_point(text.substr(grapheme.size));
        if (utf8proc_grapheme_break_stateful(before.value, next.value, &state)) {
            break;
        }
        grapheme.size += next.size;
        grapheme.width =
            next.value == emoji_presentation ? 2 : std::max(grapheme.width, utf8proc_charwidth(next.value));
        before = next;
    }
    return grapheme;
}

/// How many bytes of `text` fit in `width` columns.
std::size_t fitting(std::string_view text, int width) {
    std::size_t used = 0;
    while (used < text.size()) {
        const auto next = first_grapheme(text.substr(used));
        width -= next.width;
        if (width < 0) {
            break;
        }
        used += next.size;
    }
    return used;
}

std::string_view without_blanks_at_end(std::string_view text) {
    const auto last = text.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// Takes as much off the front of `line` as fits in `width` columns, broken at a space where there is one.
std::string_view take_line(std::string_view& line, int width) {
    auto end = fitting(line, width);
    if (end < line.size()) {
        const auto space = line.substr(0, end + 1).find_last_of(' ');
        const auto start = line.find_first_not_of(' ');
        if (space != std::string_view::npos && start != std::string_view::npos && space > start) {
            end = space;
        } else if (end == 0) {
            end = first_grapheme(line).size;
        }
    }
    const auto taken = line.substr(0, end);
    line.remove_prefix(end);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return without_blanks_at_end(taken);
}

}  // namespace

int display_width(std::string_view text) {
    if (is_latin(text)) {
        return static_cast<int>(std::ranges::count_if(text, begins_character));
    }
    int width = 0;
    while (!text.empty()) {
        const auto next = first_grapheme(text);
        width += next.width;
        text.remove_prefix(next.size);
    }
    return width;
}

std::string truncated(std::string_view text, int width) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    if (width < 1) {
        return {};
    }
    return std::string(without_blanks_at_end(text.substr(0, fitting(text, width - 1)))) + "…";
}

std::string wrapped(std::string_view text, int width, int indent) {
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const int room = std::max(width - indent, 8);
    std::string out;
    while (true) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        do {
            const auto taken = take_line(line, room);
            const bool first = out.empty();
            out += taken.empty() || first ? std::string{} : margin;
            out += taken;
            out += '\n';
        } while (!line.empty());
        if (end == std::string_view::npos) {
            break;
        }
        text.remove_prefix(end + 1);
    }
    out.pop_back();
    return out;
}

}  // namespace spoc::render
