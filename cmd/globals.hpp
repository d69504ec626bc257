#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spoc::cmd {

/// The options that every command takes, before or after its verb.
struct Globals {
    std::string config;
    std::string store;
    std::string now;
    std::string as_of;
    std::string lang;
    std::string color = "auto";
    std::optional<std::string> json;  ///< names of fields, separated by commas; empty: all
    std::string output;           ///< a form that is made of a result: md, html or ics; empty: none of these
    std::string file;             ///< where the result goes; empty: standard output
    std::string title;            ///< of the list, where it becomes a page, in English
    std::string override_reason;  ///< why the privacy gate is overruled for such a page
    bool redact = false;          ///< CPR numbers are masked in it
    bool plain = false;
    bool csv = false;
    bool header = false;
    bool quiet = false;
    bool no_input = false;
    bool yes = false;
};

/// A command line taken apart: what belongs to everybody, and what belongs to one command.
struct Arguments {
    Globals globals;
    std::vector<std::string> rest;  ///< the command, its verb, its own options and words
};

/// Takes the global options out of a command line, wherever they stand; what follows `--` is left alone.
/// `--json` takes the next word as its value only if that holds nothing but names of fields.
/// Throws Misuse for a global option that lacks its value or has a wrong one.
Arguments sort_out(const std::vector<std::string>& words);

/// The options that every command takes, as they are typed, and which of them take a value.
std::vector<std::string_view> global_options();
bool takes_global_value(std::string_view word);

/// Whether a failure is to be told as JSON, for a command line that could not be taken apart.
bool wants_json(const std::vector<std::string>& words);

}  // namespace spoc::cmd
