#include "lib/render/listing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/core/nearest.hpp"
#include "lib/render/list_format.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

using core::Value;

bool is_for_people(Format format) {
    return format == Format::terminal || format == Format::markdown || format == Format::html;
}

/// The columns that are shown: those asked for by name, in that order, or all that are meant for the reader.
std::vector<Column> shown_columns(std::vector<Column> columns, const ListingLook& look) {
    if (look.fields.empty()) {
        const auto others = is_for_people(look.format) ? Shown::to_programs : Shown::to_people;
        std::erase_if(columns, [&](const Column& column) {
            return column.shown == others || column.shown == Shown::nobody;
        });
        return columns;
    }
    std::erase_if(columns, [](const Column& column) {  // what is made for people has no value of its own
        return column.shown == Shown::to_people || column.shown == Shown::nobody;
    });
    std::vector<std::string_view> known;
    std::ranges::transform(columns, std::back_inserter(known), &Column::name);
    require_fields(look.fields, known);
    std::vector<Column> shown;
    for (const auto& field : look.fields) {
        shown.push_back(*std::ranges::find(columns, field, &Column::name));
    }
    return shown;
}

std::vector<TableColumn> table_columns(const std::vector<Column>& columns) {
    std::vector<TableColumn> all;
    all.reserve(columns.size());
    for (const auto& column : columns) {
        all.push_back({.heading = column.heading,
                       .align = column.align,
                       .fit = column.fit,
                       .priority = column.priority});
    }
    return all;
}

const Value& member(const Value& row, const std::string& name) {
    static const Value null;
    const auto* const found = row.find(name);
    return found == nullptr ? null : *found;
}

/// A cell as people see it, safe to show.
Cell cell_of(const Column& column, const Value& row) {
    Cell cell = column.cell ? column.cell(row) : Cell{value_text(member(row, column.name))};
    cell.text = one_line(cell.text);
    return cell;
}

constexpr std::string_view number_class = R"( class="number")";

std::string head_cell(const Column& column) {
    return fmt::format(R"(<th scope="col"{}>)", column.align == Align::right ? number_class : "");
}

/// A cell bears the name of its column, which a phone shows with it; the first one names the row.
std::string body_cell(const Column& column, bool names_row) {
    if (names_row) {
        return R"(<th scope="row">)";
    }
    std::string text = R"(<td data-name=")";
    append_html(text, column.heading);
    return fmt::format("{}\"{}>", text, column.align == Align::right ? number_class : "");
}

}  // namespace

std::optional<Format> format(std::string_view word) {
    constexpr auto formats = std::to_array<std::pair<std::string_view, Format>>({
        {"plain", Format::plain},
        {"tsv", Format::tsv},
        {"csv", Format::csv},
        {"json", Format::json},
        {"markdown", Format::markdown},
        {"md", Format::markdown},
        {"html", Format::html},
        {"terminal", Format::terminal},
        {"text", Format::terminal},
    });
    const auto* const found = std::ranges::find(formats, word, &std::pair<std::string_view, Format>::first);
    return found == formats.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> field_names(std::string_view separated) {
    std::vector<std::string> names;
    while (!separated.empty()) {
        const auto end = std::min(separated.find(','), separated.size());
        auto name = separated.substr(0, end);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        if (!name.empty()) {
            names.emplace_back(name);
        }
        separated.remove_prefix(std::min(end + 1, separated.size()));
    }
    return names;
}

void require_fields(const std::vector<std::string>& fields, const std::vector<std::string_view>& known) {
    for (const auto& field : fields) {
        if (std::ranges::find(known, field) != known.end()) {
            continue;
        }
        const auto all = fmt::format("{}", fmt::join(known, ", "));
        if (const auto near = core::nearest(field, known)) {
            throw core::Misuse("there is no field {}; did you mean {}? The fields are: {}", field, *near,
                               all);
        }
        throw core::Misuse("there is no field {}; the fields are: {}", field, all);
    }
}

constexpr std::string_view schema_member = "schema";

Value selected(const Value& object, const std::vector<std::string>& fields) {
    if (fields.empty() || object.members() == nullptr) {
        return object;
    }
    std::vector<std::string_view> known;
    for (const auto& [name, value] : *object.members()) {
        known.emplace_back(name);
    }
    require_fields(fields, known);
    core::Members members;
    if (const auto* schema = object.find(schema_member)) {
        members.emplace_back(std::string(schema_member), *schema);
    }
    for (const auto& field : fields) {
        if (field != schema_member) {
            members.emplace_back(field, *object.find(field));
        }
    }
    return members;
}

ListWriter::ListWriter(Listing listing, ListingLook look)
    : listing_(std::move(listing)), look_(std::move(look)), table_({}) {
    listing_.columns = shown_columns(std::move(listing_.columns), look_);
    table_ = Table(table_columns(listing_.columns));
    begin();
}

void ListWriter::begin() {
    const auto line = [this](std::string_view separator, std::string_view end) {
        for (const auto& column : listing_.columns) {
            text_ += &column == &listing_.columns.front() ? std::string_view{} : separator;
            text_ += column.name;
        }
        text_ += end;
    };
    if (look_.format == Format::json) {
        text_ += R"({"schema":1,)" + core::json(listing_.name) + ":[";
    } else if (look_.format == Format::csv) {
        line(",", "\r\n");
    } else if (look_.format == Format::tsv ||
               (look_.format == Format::plain && look_.header == Header::with)) {
        line("\t", "\n");
    } else if (look_.format == Format::html || look_.format == Format::markdown) {
        begin_markup();
    }
}

void ListWriter::begin_markup() {
    const bool html = look_.format == Format::html;
    text_ += html ? "<table>\n<thead><tr>" : "|";
    for (const auto& column : listing_.columns) {
        text_ += html ? head_cell(column) : " ";
        html ? append_html(text_, column.heading) : append_markdown(text_, column.heading);
        text_ += html ? "</th>" : " |";
    }
    text_ += html ? "</tr></thead>\n<tbody>\n" : "\n|";
    for (const auto& column : listing_.columns) {
        if (!html) {
            text_ += column.align == Align::right ? " ---: |" : " --- |";
        }
    }
    text_ += html ? "" : "\n";
}

void ListWriter::add(const Value& row) {
    switch (look_.format) {
        case Format::terminal:
            add_to_table(row);
            break;
        case Format::plain:
        case Format::tsv:
            add_separated(row);
            break;
        case Format::csv:
            add_csv(row);
            break;
        case Format::json:
            add_json(row);
            break;
        case Format::markdown:
        case Format::html:
            add_markup(row);
            break;
    }
    ++rows_;
}

void ListWriter::add_separated(const Value& row) {
    for (const auto& column : listing_.columns) {
        text_ += &column == &listing_.columns.front() ? "" : "\t";
        append_separated_value(text_, member(row, column.name));
    }
    text_ += '\n';
}

void ListWriter::add_csv(const Value& row) {
    for (const auto& column : listing_.columns) {
        text_ += &column == &listing_.columns.front() ? "" : ",";
        append_csv_value(text_, member(row, column.name));
    }
    text_ += "\r\n";
}

void ListWriter::add_json(const Value& row) {
    core::Members members;
    members.reserve(listing_.columns.size());
    for (const auto& column : listing_.columns) {
        members.emplace_back(column.name, member(row, column.name));
    }
    text_ += rows_ == 0 ? "" : ",";
    text_ += core::json(std::move(members));
}

void ListWriter::add_to_table(const Value& row) {
    std::vector<Cell> cells;
    cells.reserve(listing_.columns.size());
    for (const auto& column : listing_.columns) {
        cells.push_back(cell_of(column, row));
    }
    table_.add(std::move(cells));
}

void ListWriter::add_markup(const Value& row) {
    const bool html = look_.format == Format::html;
    text_ += html ? "<tr>" : "|";
    for (const auto& column : listing_.columns) {
        const auto cell = cell_of(column, row);
        const bool names_row = html && &column == &listing_.columns.front();
        text_ += html ? body_cell(column, names_row) : " ";
        html ? append_html(text_, cell.text) : append_markdown(text_, cell.text);
        text_ += names_row ? "</th>" : html ? "</td>" : " |";
    }
    text_ += html ? "</tr>\n" : "\n";
}

std::string* ListWriter::lines() {
    const bool separated = look_.format == Format::plain || look_.format == Format::tsv;
    return separated && look_.fields.empty() ? &text_ : nullptr;
}

std::string ListWriter::take() {
    return std::exchange(text_, {});
}

std::string ListWriter::finish() {
    if (look_.format == Format::json) {
        text_ += "]}\n";
    } else if (look_.format == Format::html) {
        text_ += "</tbody>\n</table>\n";
    } else if (look_.format == Format::terminal && !table_.empty()) {
        text_ += table_.text({.width = look_.width, .style = look_.style});
    }
    return take();
}

std::string text(Listing listing, ListingLook look, const core::List& rows) {
    ListWriter writer(std::move(listing), std::move(look));
    for (const auto& row : rows) {
        writer.add(row);
    }
    return writer.finish();
}

}  // namespace spoc::render
