#pragma once

#include <string>

namespace spoc::store {

class Database;

enum class OnExisting {
    refuse,
    keep,  ///< a copy of that name is as good
};

/// Copies a store, while it is in use, to the file `to`, readable to its owner only. The copy appears under
/// its name when it is complete.
void copy_store(Database& source, const std::string& to, OnExisting on_existing);

}  // namespace spoc::store
