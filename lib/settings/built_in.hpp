#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "lib/settings/document.hpp"

namespace spoc::settings {

/// One value of the built-in configuration, as the compiler keeps it: those of a table or a list follow it.
struct Piece {
    struct Table {
        std::size_t size;
    };
    struct List {
        std::size_t size;
    };
    std::string_view key;  ///< empty in a list, and for the whole
    int line;              ///< in config/spoc.toml
    std::variant<Table, List, std::string_view, std::int64_t, double, bool, core::Date> content;
};

/// config/spoc.toml, read while the program is built: no start of the program pays for it.
std::span<const Piece> built_in_pieces();
/// Differs for any two texts that were built in.
std::string_view built_in_digest();

/// The built-in configuration. `source` names it, and outlives the nodes.
Node built_in_configuration(const std::string& source);

}  // namespace spoc::settings
