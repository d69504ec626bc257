#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/core/time.hpp"

namespace spoc::store {

class Database;

/// Single values of the store, by name.
class MetaTable {
public:
    explicit MetaTable(Database& database) : database_(database) {}

    std::optional<std::string> get(std::string_view key) const;
    void set(std::string_view key, std::string_view value);

    std::optional<core::Instant> instant(std::string_view key) const;
    /// Sets an instant unless a later one is there.
    void raise(std::string_view key, core::Instant instant);
    void remove(std::string_view key);
    /// Removes it if it still is `value`; false if another one has come in its place.
    bool remove_if(std::string_view key, std::string_view value);

private:
    Database& database_;
};

}  // namespace spoc::store
