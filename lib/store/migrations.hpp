#pragma once

#include <span>

namespace spoc::store {

class Database;

/// What a file says of itself in its header, so that `file` and spoc know it: "SPOC".
inline constexpr int application_id = 0x53504F43;

/// The steps that make the schema. Step n takes it from version n to n + 1.
std::span<const char* const> schema_steps();
/// The version that they lead to.
int newest_schema();

/// Brings the schema of an open file up to date, in one transaction and after keeping a copy of the file.
/// Throws StoreError for a file that is no store, or was written by a newer spoc.
void migrate(Database& database, std::span<const char* const> todo = schema_steps());

/// Whether it is a store, and its schema is this program's.
bool is_current(Database& database);

}  // namespace spoc::store
