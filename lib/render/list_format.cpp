#include "lib/render/list_format.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lib/core/json.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

/// Whether a spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), also written in
/// full-width characters.
bool looks_like_formula(std::string_view text) {
    constexpr std::string_view triggers = "=+-@\t\r\n";
    if (!text.empty() && triggers.find(text.front()) != std::string_view::npos) {
        return true;
    }
    return text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") ||
           text.starts_with("＠");
}

bool is_unwanted_control(char each) {
    const auto byte = static_cast<unsigned char>(each);
    return (byte < 0x20 && each != '\n' && each != '\r' && each != '\t') || byte == 0x7F;
}

void append_csv_text(std::string& out, std::string_view text) {
    const bool formula = looks_like_formula(text);
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    out += quoted ? "\"" : "";
    out += formula ? "'" : "";
    for (const char each : text) {
        out += is_unwanted_control(each) ? ' ' : each;
        if (each == '"') {
            out += '"';
        }
    }
    out += quoted ? "\"" : "";
}

}  // namespace

std::string value_text(const core::Value& value) {
    if (const auto* text = value.text()) {
        return *text;
    }
    if (value.is_null()) {
        return {};
    }
    if (const auto* list = value.list()) {
        std::string joined;
        for (const auto& each : *list) {
            joined += (joined.empty() ? "" : ", ") + value_text(each);
        }
        return joined;
    }
    return core::json(value);
}

void append_separated_value(std::string& out, const core::Value& value) {
    if (const auto* number = value.integer()) {
        fmt::format_to(std::back_inserter(out), "{}", *number);
    } else if (const auto* text = value.text()) {
        append_plain_cell(out, *text);
    } else {
        append_plain_cell(out, value_text(value));
    }
}

void append_csv_value(std::string& out, const core::Value& value) {
    if (const auto* text = value.text()) {
        append_csv_text(out, *text);
    } else if (value.integer() != nullptr || value.real() != nullptr) {
        out += core::json(value);
    } else {
        append_csv_text(out, value_text(value));
    }
}

void append_html(std::string& out, std::string_view text) {
    for (const char each : text) {
        switch (each) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += each;
        }
    }
}

void append_markdown(std::string& out, std::string_view text) {
    constexpr std::string_view special = "\\`*_[]|<>&#~!";
    for (const char each : text) {
        if (special.find(each) != std::string_view::npos) {
            out += '\\';
        }
        out += each;
    }
}

}  // namespace spoc::render
