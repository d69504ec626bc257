#pragma once

#include <string>
#include <string_view>

#include "lib/core/value.hpp"

namespace spoc::render {

/// A value as one text: a list's entries are joined by commas, an object is JSON, null is empty.
std::string value_text(const core::Value& value);

/// Appends a value as a cell of a tab-separated line.
void append_separated_value(std::string& out, const core::Value& value);

/// Appends a value as a cell of RFC 4180. What a spreadsheet would run as a formula gets an apostrophe in
/// front.
void append_csv_value(std::string& out, const core::Value& value);

/// Appends a text so that it stands in HTML as it is.
void append_html(std::string& out, std::string_view text);

/// Appends a text so that it stands in a cell of a Markdown table as it is.
void append_markdown(std::string& out, std::string_view text);

}  // namespace spoc::render
