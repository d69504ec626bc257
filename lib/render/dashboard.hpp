#pragma once

#include <string>
#include <string_view>

#include "lib/core/value.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/style.hpp"

namespace spoc::render {

/// The dashboard for people. `counts` is what `status --json` gives; each row of `agenda` is a row of a list
/// of cases (but for messages and mails) with `need`, `number` and `command`.
std::string dashboard(const Wording& say, const core::Value& counts, const core::List& agenda,
                      const Reader& reader, const Look& look);

/// What is urgent in a few words, for the prompt of a shell: "2 overdue, 1 to verify"; empty if nothing is.
std::string brief_line(const Wording& say, const core::Value& counts);

/// What a need is, such as "a fix awaits your verdict"; `number` is of the message, or how many mails. Empty
/// for `watch`, which is told by its deadline.
std::string need_text(const Wording& say, std::string_view need, std::int64_t number);

}  // namespace spoc::render
