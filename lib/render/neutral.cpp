#include "lib/render/neutral.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lib/core/plain_run.hpp"
#include "lib/render/code_points.hpp"

namespace spoc::render {

namespace {

/// What becomes of line breaks, tabs and other control characters.
enum class Controls {
    lines_stay,    ///< line feeds and tabs stay, the rest is made visible
    one_line,      ///< line breaks and tabs are spaces, the rest is made visible
    all_are_space  ///< each is a space
};

struct Range {
    std::int32_t first;
    std::int32_t last;
};

/// Characters that cannot be seen and change how what stands around them is read: marks of direction, joiners
/// and fillers without width, separators, tags (Unicode Technical Report 36).
constexpr std::array<Range, 14> invisible = {{{0x00AD, 0x00AD},
                                              {0x034F, 0x034F},
                                              {0x061C, 0x061C},
                                              {0x115F, 0x1160},
                                              {0x17B4, 0x17B5},
                                              {0x180B, 0x180E},
                                              {0x200B, 0x200F},
                                              {0x202A, 0x202E},
                                              {0x2060, 0x206F},
                                              {0x3164, 0x3164},
                                              {0xFEFF, 0xFEFF},
                                              {0xFFA0, 0xFFA0},
                                              {0xFFF0, 0xFFFB},
                                              {0xE0000, 0xE0FFF}}};

constexpr std::int32_t zero_width_joiner = 0x200D;
constexpr std::int32_t zero_width_non_joiner = 0x200C;

bool is_invisible(std::int32_t value) {
    return value >= invisible.front().first && std::ranges::any_of(invisible, [&](const Range& range) {
               return range.first <= value && value <= range.last;
           });
}

/// Joiners belong where emoji are put together, and in scripts whose letters join.
bool belongs_after(std::int32_t joiner, std::int32_t before) {
    const bool picture = before >= 0x1F000 || before == 0xFE0F || (before >= 0x2190 && before < 0x2C00);
    const bool joining_script = before >= 0x0600 && before < 0x1100;
    return (joiner == zero_width_joiner && (picture || joining_script)) ||
           (joiner == zero_width_non_joiner && joining_script);
}

bool is_control(std::int32_t value) {
    return value < 0x20 || (value >= 0x7F && value < 0xA0);
}

bool is_line_break(std::int32_t value) {
    return value == '\n' || value == '\r' || value == 0x0B || value == 0x0C || value == 0x85 ||
           value == 0x2028 || value == 0x2029;
}

void append_visible(std::string& out, std::int32_t value) {
    fmt::format_to(std::back_inserter(out), "<U+{:04X}>", value);
}

void append_control(std::string& out, std::int32_t value, Controls controls) {
    const bool parts_words = value == '\t' || is_line_break(value);
    if (controls == Controls::all_are_space || (controls == Controls::one_line && parts_words)) {
        out += ' ';
    } else if (controls == Controls::lines_stay && value == '\t') {
        out += '\t';
    } else if (controls == Controls::lines_stay && is_line_break(value)) {
        out += '\n';
    } else {
        append_visible(out, value);
    }
}

/// Writes what is safe of a text.
void append_safe(std::string& out, std::string_view text, Controls controls) {
    std::int32_t before = 0;
    while (!text.empty()) {
        if (const auto plain = core::plain_run(text); plain > 0) {
            out.append(text, 0, plain);
            before = 0;  // nothing that a joiner belongs after
            text.remove_prefix(plain);
            continue;
        }
        const auto next = first_code_point(text);
        const bool crlf = next.value == '\r' && text.size() > 1 && text[1] == '\n';
        if (crlf && controls != Controls::all_are_space) {
            text.remove_prefix(1);
            continue;
        }
        if (!next.valid) {
            out += "\uFFFD";
        } else if (is_control(next.value) || is_line_break(next.value)) {
            append_control(out, next.value, controls);
        } else if (is_invisible(next.value) && !belongs_after(next.value, before)) {
            append_visible(out, next.value);
        } else {
            out += text.substr(0, next.size);
        }
        before = next.value;
        text.remove_prefix(next.size);
    }
}

std::string safe(std::string_view text, Controls controls) {
    std::string out;
    out.reserve(text.size());
    append_safe(out, text, controls);
    return out;
}

}  // namespace

std::string neutral(std::string_view text) {
    return safe(text, Controls::lines_stay);
}

std::string one_line(std::string_view text) {
    return safe(text, Controls::one_line);
}

std::string plain_cell(std::string_view text) {
    return safe(text, Controls::all_are_space);
}

void append_plain_cell(std::string& out, std::string_view text) {
    append_safe(out, text, Controls::all_are_space);
}

}  // namespace spoc::render
