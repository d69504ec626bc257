#pragma once

#include <string>
#include <vector>

#include "lib/render/style.hpp"

namespace spoc::render {

enum class Align { left, right };

/// What becomes of a column where the terminal is too narrow.
enum class Fit {
    whole,  ///< it is shown whole or left out
    cut,    ///< its cells are cut short first
    kept,   ///< never cut and never left out, such as the id
};

/// One column of a text table.
struct TableColumn {
    std::string heading;
    Align align = Align::left;
    Fit fit = Fit::whole;
    int priority = 1;  ///< the column with the highest number is left out first
};

/// One cell, on one line and safe to show.
struct Cell {
    std::string text;
    Tone tone = Tone::plain;
};

/// A table of text for a terminal: a line of headings, then a line a row, no blanks at the end of a line.
class Table {
public:
    explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

    /// A row has as many cells as the table has columns.
    void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
    bool empty() const { return rows_.empty(); }
    std::string text(const Look& look) const;

private:
    std::vector<TableColumn> columns_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace spoc::render
