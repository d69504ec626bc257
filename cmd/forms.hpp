#pragma once

#include <string_view>
#include <vector>

#include "cmd/globals.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// What `--output` may be for a command, as it is typed: "text", "json" and so on.
std::vector<std::string_view> forms_of(const Verb& verb);

/// The title of a command's list where it is put out as a page, in English; empty if it has none.
const char* page_title(std::string_view noun, std::string_view verb);

/// Settles in which form the command line asks for its result: what `--output` says, else what the name of
/// the file behind `-o` ends in. A list that leaves as a page takes `--redact` and `--override` too. Throws
/// Misuse for a form that the command does not have.
void settle_form(Arguments& arguments);

}  // namespace spoc::cmd
