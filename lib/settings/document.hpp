#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lib/core/place.hpp"
#include "lib/core/zone.hpp"

namespace spoc::settings {

struct Entry;

/// A time of day, with or without a date: TOML has these, the configuration has not.
struct ForeignTime {
    std::string text;
};

/// One value of a TOML file, and where it stands.
struct Node {
    using List = std::vector<Node>;
    using Table = std::vector<Entry>;

    std::variant<Table, List, std::string, std::int64_t, double, bool, core::Date, ForeignTime> content;
    const std::string* source = nullptr;  ///< name of the file
    int line = 0;

    const Table* table() const { return std::get_if<Table>(&content); }
    Table* table() { return std::get_if<Table>(&content); }
    const List* list() const { return std::get_if<List>(&content); }
    List* list() { return std::get_if<List>(&content); }
    const std::string* text() const { return std::get_if<std::string>(&content); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content); }
    const bool* boolean() const { return std::get_if<bool>(&content); }
    const core::Date* date() const { return std::get_if<core::Date>(&content); }

    /// The value of `key`; null if this is no table or has no such key.
    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
};

/// A key and its value, in the order of the file.
struct Entry {
    std::string key;
    Node value;
};

/// Reads TOML. `source` is where it stands, and outlives the nodes. Throws ConfigError with the line of the
/// first thing that is no TOML or no UTF-8.
Node parse_toml(std::string_view text, const std::string& source);

/// A value as it would be written in TOML.
std::string toml_text(const Node& node);

/// A text as a TOML string.
std::string toml_text(std::string_view text);

}  // namespace spoc::settings
