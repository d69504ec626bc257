#pragma once

#include <string_view>

#include "lib/core/case.hpp"
#include "lib/core/message.hpp"
#include "lib/core/value.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/templates.hpp"

namespace spoc::render {

/// What letters say of a case, each an entry for the templates and absent if it is not known: `tag`
/// ("[BOM-12]"), `case` ("BOM-12"), `title`, `system`, `category`, `vendor_ref`, `reported` (date and time),
/// `state`, `closed_as`, `failed_verifications`, `slips`, `reopenings`, `release` (of a fix that awaits a
/// verdict), every field of the record by its name with `observed` as a date and time, and `retest`, a list
/// of `number` and `step`. Name and address of the colleague who reported it are no part of it.
core::Value case_values(const Wording& say, const core::Case& content, const Reader& reader);

/// Puts the members of `more` over those of `values`.
core::Value together(core::Value values, const core::Value& more);

/// Fills subject and body of `message` by a template, in the language of `say`. The template's first line is
/// "Subject: ...". Throws ConfigError if that is missing.
void write(core::Message& message, const Templates& templates, std::string_view name, const Wording& say,
           const core::Value& values);

}  // namespace spoc::render
