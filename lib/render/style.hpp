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

/// How a text for people is shown.
struct Look {
    int width = 80;  ///< of the terminal, in columns; 0: as wide as it gets
    Style style = Style::bare;
};

/// `text` as it stands out; unchanged if the style is bare.
std::string painted(std::string_view text, Tone tone, Style style);

}  // namespace spoc::render
