#pragma once

namespace spoc::store {

/// Has SQLite take its memory from here rather than from malloc(): its small pieces, of which it takes and
/// gives back thousands to answer one question, in a few instructions each. SQLite has something like it of
/// its own ("lookaside"), which Debian leaves out. To be called before SQLite is used, and by one thread,
/// which alone uses it from then on. Without effect where the address sanitizer watches over memory.
void give_sqlite_memory();

}  // namespace spoc::store
