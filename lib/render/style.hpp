#pragma once

#include <string>
#include <string_view>

namespace spoc::render {

/// Whether text may be coloured: only on a terminal that can show it.
enum class Style { bare, coloured };

/// How a text stands out. Two colours, and two weights.
enum class Tone {
    plain,
    strong,   ///< bold
    faint,    ///< dimmed
    alarm,    ///< red: overdue, failed, blocked
    caution,  ///< yellow: soon, paused, a warning
};

/// `text` as it stands out; unchanged if the style is bare.
std::string painted(std::string_view text, Tone tone, Style style);

}  // namespace spoc::render
