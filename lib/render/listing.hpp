#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/value.hpp"
#include "lib/render/table.hpp"
#include "lib/render/wording.hpp"

namespace spoc::render {

/// The forms that every list comes in.
enum class Format { terminal, plain, tsv, csv, json, markdown, html };
/// The format that "md" or "html", "csv", "tsv", "json" names.
std::optional<Format> format(std::string_view word);

/// Who sees a column unless columns are asked for by name.
enum class Shown { to_all, to_programs, to_people, nobody };

/// One column of a list: `name` for programs, `heading` (translated) for people.
struct Column {
    std::string name;
    std::string heading;
    Align align = Align::left;
    Fit fit = Fit::whole;
    int priority = 1;  ///< on a narrow terminal the column with the highest number is left out first
    Shown shown = Shown::to_all;
    /// How people see a row's cell; where it is missing, they see the member of that name as it is.
    std::function<Cell(const core::Value& row)> cell = {};
};

/// What a list consists of: its name in JSON, and its columns. A row is an object; a member that is missing
/// is null.
struct Listing {
    std::string name;  ///< "cases": `{"schema":1,"cases":[...]}`
    std::vector<Column> columns;
    std::string none = {};  ///< what to tell a person when there are no rows
};

/// The heading line of a plain list.
enum class Header { without, with };

/// How a list is to look.
struct ListingLook {
    Format format = Format::terminal;
    std::vector<std::string> fields = {};  ///< names of columns, in this order; empty: all
    Header header = Header::without;       ///< of the format `plain`
    int width = 80;                        ///< of the terminal; 0: as wide as it gets
    Style style = Style::bare;
};

/// The names of fields in "id,title,state".
std::vector<std::string> field_names(std::string_view separated);

/// Checks `fields` against the names that are known; throws Misuse naming the nearest and the known ones.
void require_fields(const std::vector<std::string>& fields, const std::vector<std::string_view>& known);

/// The members of `object` that `fields` names, in that order; all if it names none. The version
/// of its form, `schema`, stays. Throws Misuse for an unknown one.
core::Value selected(const core::Value& object, const std::vector<std::string>& fields);

/// Writes a list row by row, so that a long one need not be held in memory (but for a terminal, where the
/// widths of all cells must be known first).
///
///     ListWriter writer(listing, look);
///     for (...) { writer.add(row); out << writer.take(); }
///     out << writer.finish();
class ListWriter {
public:
    /// Throws Misuse for an unknown field.
    ListWriter(Listing listing, ListingLook look);

    void add(const core::Value& row);
    /// Where a whole line of a row may be appended instead, if this is a list of such lines with every
    /// column; else null.
    std::string* lines();
    /// What has become ready since the last call.
    std::string take();
    /// The rest: to be called once, after the last row.
    std::string finish();
    /// Whether enough is ready to be worth writing.
    bool ready() const { return text_.size() > 60'000; }

private:
    void begin();
    void begin_markup();
    void add_separated(const core::Value& row);
    void add_csv(const core::Value& row);
    void add_json(const core::Value& row);
    void add_to_table(const core::Value& row);
    void add_markup(const core::Value& row);

    Listing listing_;
    ListingLook look_;
    Table table_;
    std::string text_;
    std::size_t rows_ = 0;
};

/// The whole of a short list.
std::string text(Listing listing, ListingLook look, const core::List& rows);

}  // namespace spoc::render
