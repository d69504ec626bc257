#include "lib/core/form.hpp"

#include <algorithm>

#include "lib/core/fields.hpp"
#include "lib/core/nearest.hpp"

namespace spoc::core {

namespace {

using std::string_view;

string_view trimmed(string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == string_view::npos ? string_view{}
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

const std::vector<string_view>& field_names() {
    static const auto names = [] {
        std::vector<string_view> all = {"title", "category", "retest", "text"};
        std::ranges::transform(defect_fields, std::back_inserter(all), &Field::name);
        return all;
    }();
    return names;
}

bool is_field(string_view name) {
    return std::ranges::find(field_names(), name) != field_names().end();
}

/// The field that a line opens, or nothing.
string_view opened_field(string_view line) {
    const auto colon = line.find(':');
    const auto name = colon == string_view::npos ? string_view{} : line.substr(0, colon);
    return is_field(name) ? name : string_view{};
}

/// Refuses a line that opens no field, but looks as if it was meant to: "kategori: 2".
void require_no_misspelling(string_view line, string_view source, int number) {
    const auto name = line.substr(0, std::min(line.find(':'), line.size()));
    const bool is_word = name.size() > 3 && name.size() < line.size() &&
                         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == string_view::npos;
    if (const auto meant = is_word ? nearest(name, field_names()) : std::nullopt) {
        throw Misuse("{}:{}: there is no field {}; did you mean {}?", source, number, name, *meant);
    }
}

template <typename Take>
void each_line(string_view text, Take take) {
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!line.starts_with('#')) {
            take(line, number);
        }
        text = end == string_view::npos ? string_view{} : text.substr(end + 1);
    }
}

List steps(string_view text) {
    List list;
    each_line(text, [&](string_view line, int) {
        line = trimmed(line);
        if (line.starts_with("- ")) {
            line = trimmed(line.substr(2));
        }
        if (!line.empty()) {
            list.emplace_back(line);
        }
    });
    return list;
}

void put(Value& form, string_view name, string_view text) {
    text = trimmed(text);
    if (name.empty() || text.empty()) {
        return;
    }
    form.set(name, name == "retest" ? Value(steps(text)) : Value(text));
}

/// A text as the form shows it: on the field's own line if it is one line, else below it.
std::string shown(const Value* value) {
    if (value == nullptr) {
        return {};
    }
    if (const auto* list = value->list()) {
        std::string lines;
        for (const auto& item : *list) {
            lines += "\n- " + (item.text() != nullptr ? *item.text() : std::string{});
        }
        return lines;
    }
    if (const auto* number = value->integer()) {
        return fmt::format(" {}", *number);
    }
    const auto* text = value->text();
    if (text == nullptr || text->empty()) {
        return {};
    }
    return (text->find('\n') == std::string::npos ? " " : "\n") + *text;
}

}  // namespace

bool is_form(string_view text) {
    bool decided = false;
    bool form = false;
    each_line(text, [&](string_view line, int) {
        if (!decided && !trimmed(line).empty()) {
            decided = true;
            form = !opened_field(line).empty();
        }
    });
    return form;
}

Value read_form(string_view text, string_view source) {
    Value form{Members{}};
    std::string name;
    std::string content;
    each_line(text, [&](string_view line, int number) {
        const auto opened = opened_field(line);
        if (!opened.empty()) {
            put(form, name, content);
            name = opened;
            content = line.substr(opened.size() + 1);
        } else if (name.empty() && !trimmed(line).empty()) {
            throw Misuse("{}:{}: this line belongs to no field; a field is written like title: ...", source,
                         number);
        } else {
            require_no_misspelling(line, source, number);
            content.append(1, '\n').append(line);
        }
    });
    put(form, name, content);
    return form;
}

std::string write_form(const Value& known, const std::vector<FormLine>& lines,
                       const std::vector<std::string>& notes) {
    std::string form;
    for (const auto& note : notes) {
        form += "# " + note + "\n";
    }
    for (const auto& line : lines) {
        form += fmt::format("\n# {}\n{}:{}\n", line.comment, line.name, shown(known.find(line.name)));
    }
    return form;
}

}  // namespace spoc::core
