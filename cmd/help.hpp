#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmd/exit_code.hpp"
#include "cmd/globals.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

class CommandLine;
/// "spoc report new".
std::string command_name(const Verb& verb);

/// How much help is asked for: `-h` or `--help`.
enum class Help { brief, full };

/// Which help is asked for by the words before `--`, if any.
std::optional<Help> asks_for_help(const std::vector<std::string>& words);

/// The help of one command with examples first.
std::string brief_help(const Verb& verb, const CommandLine& line, const render::Wording& say);
/// The whole help of one command: purpose, verbs, options.
std::string command_help(const Verb& verb, const CommandLine& line, const render::Wording& say);

/// `spoc`, `spoc help`, `spoc help TOPIC`.
ExitCode show_help(const std::vector<std::string>& words, World& world);

/// `spoc 0.1.0`, or the same as JSON.
std::string version_text(const Globals& globals);

}  // namespace spoc::cmd
