#pragma once

#include <string_view>

#include "lib/core/case.hpp"
#include "lib/core/message.hpp"
#include "lib/core/value.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/templates.hpp"

namespace spoc::render {

/// What letters say of a case, as values for the templates; what is not known is empty: `tag` ("[BOM-12]"),
/// `case`
/// ("BOM-12"), `title`, `system` (its code), `category`, `vendor_ref`, `state`, `recorded` and `reported`
/// (date and time), `cause`, `closed_as`, `outcome` (of a wish), `release` (of a fix that awaits a verdict),
/// `failed_verifications`, `slips`, `reopenings`, the fields of the record by their names (`observed_at` as
/// people write it), and `retest`, a list of `number` and `step`. The colleague who reported it is no part of
/// it: that name stays in the house.
core::Value case_values(const Wording& say, const core::Case& content, const Reader& reader);

/// Puts the members of `more` over those of `values`.
core::Value together(core::Value values, const core::Value& more);

/// Fills subject and body of `message` by a template, in the language of `say`. The template's first line is
/// "Subject: ...". Throws ConfigError if that is missing.
void write(core::Message& message, const Templates& templates, std::string_view name, const Wording& say,
           const core::Value& values, Escape escape = Escape::none);

}  // namespace spoc::render
