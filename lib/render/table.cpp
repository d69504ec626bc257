#include "lib/render/table.hpp"

#include <algorithm>
#include <numeric>

#include "lib/render/width.hpp"

namespace spoc::render {

namespace {

constexpr int gap = 2;
constexpr int narrowest_cut = 12;  // a cell that is cut shorter than this says little

/// A column that is shown, and how wide.
struct Slot {
    std::size_t column;
    int width;
};

using Slots = std::vector<Slot>;

int total_width(const Slots& slots) {
    const int widths = std::transform_reduce(slots.begin(), slots.end(), 0, std::plus<>{},
                                             [](const Slot& slot) { return slot.width; });
    return widths + gap * std::max(static_cast<int>(slots.size()) - 1, 0);
}

/// Cuts the columns that may be cut, the widest first, until the table fits or none is wider than `floor`.
void cut_down(Slots& slots, const std::vector<TableColumn>& columns, int floor, int width) {
    for (int excess = total_width(slots) - width; excess > 0; excess = total_width(slots) - width) {
        Slot* widest = nullptr;
        for (auto& slot : slots) {
            const bool can_be_cut = columns[slot.column].fit == Fit::cut && slot.width > floor;
            if (can_be_cut && (widest == nullptr || slot.width > widest->width)) {
                widest = &slot;
            }
        }
        if (widest == nullptr) {
            return;
        }
        --widest->width;
    }
}

/// The slot to leave out first: of the highest priority, the last one.
Slots::iterator least_wanted(Slots& slots, const std::vector<TableColumn>& columns) {
    auto found = slots.end();
    for (auto slot = slots.begin(); slot != slots.end(); ++slot) {
        const auto& column = columns[slot->column];
        if (column.fit != Fit::kept &&
            (found == slots.end() || column.priority >= columns[found->column].priority)) {
            found = slot;
        }
    }
    return found;
}

/// Chooses what is shown of columns that would like to be as wide as `natural` says.
Slots fitted(const Slots& natural, const std::vector<TableColumn>& columns, int width) {
    auto slots = natural;
    while (true) {
        auto cut = slots;
        cut_down(cut, columns, narrowest_cut, width);
        if (width == 0 || total_width(cut) <= width) {
            return width == 0 ? slots : cut;
        }
        const auto victim = least_wanted(slots, columns);
        const auto others = std::ranges::count_if(
            slots, [&](const Slot& slot) { return columns[slot.column].fit != Fit::kept; });
        if (victim == slots.end() || others <= 1) {
            cut_down(cut, columns, 1, width);
            return cut;
        }
        slots.erase(victim);
    }
}

void append_cell(std::string& line, const Cell& cell, const Slot& slot, const TableColumn& column,
                 Style style) {
    const int width = display_width(cell.text);
    const bool too_wide = width > slot.width && column.fit != Fit::kept;
    const auto text = too_wide ? truncated(cell.text, slot.width) : cell.text;
    const int blanks = std::max(slot.width - (too_wide ? display_width(text) : width), 0);
    if (column.align == Align::right) {
        line.append(static_cast<std::size_t>(blanks), ' ');
    }
    line += painted(text, cell.tone, style);
    if (column.align == Align::left) {
        line.append(static_cast<std::size_t>(blanks), ' ');
    }
}

std::string line_of(const std::vector<Cell>& row, const Slots& slots, const std::vector<TableColumn>& columns,
                    Style style) {
    std::string line;
    for (const auto& slot : slots) {
        line += line.empty() && &slot == &slots.front() ? "" : "  ";
        append_cell(line, row[slot.column], slot, columns[slot.column], style);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

}  // namespace

std::string Table::text(const Look& look) const {
    Slots natural;
    std::vector<Cell> headings;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        int width = display_width(columns_[column].heading);
        for (const auto& row : rows_) {
            width = std::max(width, display_width(row[column].text));
        }
        natural.push_back({.column = column, .width = width});
        headings.push_back({columns_[column].heading, Tone::strong});
    }
    const auto slots = fitted(natural, columns_, look.width);
    auto out = line_of(headings, slots, columns_, look.style);
    for (const auto& row : rows_) {
        out += line_of(row, slots, columns_, look.style);
    }
    return out;
}

}  // namespace spoc::render
