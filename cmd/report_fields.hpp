#pragma once

#include <functional>

#include "cmd/editor.hpp"
#include "cmd/report.hpp"
#include "lib/core/value.hpp"

namespace spoc::cmd {

/// Puts a text in place, if there is one.
void put(core::Value& content, const char* name, const std::string& text);

/// Binds an option for each field, named like the field with hyphens.
void declare_fields(CommandLine& command, ReportFields& fields, const render::Wording& say);

/// What the user gave: the members of `recorded` from a file (or a form, or standard input) with the options
/// over it.
core::Value given_fields(const std::string& title, const ReportFields& fields, const std::string& file,
                         World& world);

/// What else must be right about the fields. Throws Misuse.
using FieldCheck = std::function<void(const core::Value& fields)>;

/// Lets the user fill in a form in their editor, until it is right or given up. Throws Failed with the place
/// where an aborted form was kept.
core::Value edited_fields(const FormFile& file, const core::Value& known, World& world,
                          const FieldCheck& check = {});

/// Puts what the log wants in place: a number for the category, an instant for `observed_at`, a known system.
/// Throws Misuse naming the field.
core::Value checked_fields(core::Value fields, World& world);

}  // namespace spoc::cmd
