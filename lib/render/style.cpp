#include "lib/render/style.hpp"

namespace spoc::render {

namespace {

/// The attributes of ECMA-48, "Select Graphic Rendition".
std::string_view opening(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return {};
        case Tone::strong:
            return "\x1b[1m";
        case Tone::faint:
            return "\x1b[2m";
        case Tone::alarm:
            return "\x1b[31m";
        case Tone::caution:
            return "\x1b[33m";
    }
    return {};
}

}  // namespace

std::string painted(std::string_view text, Tone tone, Style style) {
    const auto start = style == Style::coloured && !text.empty() ? opening(tone) : std::string_view{};
    std::string out(start);
    out += text;
    return start.empty() ? out : out + "\x1b[0m";
}

}  // namespace spoc::render
