#include "lib/store/meta_table.hpp"

#include "lib/store/database.hpp"

namespace spoc::store {

std::optional<std::string> MetaTable::get(std::string_view key) const {
    Query query(database_, "SELECT value FROM meta WHERE key = ?", key);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

void MetaTable::set(std::string_view key, std::string_view value) {
    Query(database_,
          "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key,
          value)
        .run();
}

std::optional<core::Instant> MetaTable::instant(std::string_view key) const {
    Query query(database_, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?", key);
    return query.next() ? std::optional(query.instant(0)) : std::nullopt;
}

void MetaTable::raise(std::string_view key, core::Instant instant) {
    const auto known = this->instant(key);
    if (!known || *known < instant) {
        set(key, std::to_string(instant.time_since_epoch().count()));
    }
}

void MetaTable::remove(std::string_view key) {
    Query(database_, "DELETE FROM meta WHERE key = ?", key).run();
}

bool MetaTable::remove_if(std::string_view key, std::string_view value) {
    return Query(database_, "DELETE FROM meta WHERE key = ? AND value = ?", key, value).run() > 0;
}

}  // namespace spoc::store
