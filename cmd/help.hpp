#pragma once

#include <string>
#include <vector>

#include "cmd/exit_code.hpp"
#include "cmd/globals.hpp"
#include "cmd/verb.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace spoc::cmd {

/// "spoc report new".
std::string command_name(const Verb& verb);

/// Whether `-h` or `--help` is among the words before `--`.
bool asks_for_help(const std::vector<std::string>& words);

/// The help of one command: purpose, verbs, options.
std::string command_help(const Verb& verb, const CLI::App& app, const render::Wording& say);

/// `spoc`, `spoc help`, `spoc help TOPIC`.
ExitCode show_help(const std::vector<std::string>& words, World& world);

/// `spoc 0.1.0`, or the same as JSON.
std::string version_text(const Globals& globals);

/// What is wrong with a command line, in words.
std::string parse_problem(const CLI::ParseError& error);

}  // namespace spoc::cmd
