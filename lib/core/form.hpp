#pragma once

#include <string>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/value.hpp"

namespace spoc::core {

/// A form that people fill in with an editor: `name: text` a field, further lines of a text indented or not,
/// up to the next field. Lines that begin with `#` are comments. `retest:` takes one step a line.
///
///     title: Ansøgere kan ikke indsende
///     category: 2
///     steps:
///     Log ind
///     Tryk Indsend

/// Whether a text is such a form: its first line that is no comment names a field.
bool is_form(std::string_view text);

/// Reads a form into the members of `recorded`. Empty fields are left out. Throws Misuse naming `source` and
/// the line for a text that stands before the first field.
Value read_form(std::string_view text, std::string_view source);

/// One line of help for a field, shown as a comment in the form.
struct FormLine {
    std::string name;
    std::string comment;
};

/// Writes a form with what is known already filled in. `notes` stand above as comments: instructions, or what
/// was wrong with the form the last time.
std::string write_form(const Value& known, const std::vector<FormLine>& lines,
                       const std::vector<std::string>& notes);

}  // namespace spoc::core
