#pragma once

#include <string>

#include "lib/store/progress.hpp"

namespace spoc::store {

class Database;

enum class OnExisting {
    refuse,
    keep,  ///< a copy of that name is as good
};

/// Copies a store, while it is in use, to the file `to`, readable to its owner only. The copy appears under
/// its name when it is complete.
/// `progress` is told now and then how much of how much is done.
void copy_store(Database& source, const std::string& to, OnExisting on_existing,
                const Progress& progress = {});

/// What stands beside it until then.
std::string unfinished_copy(const std::string& to);

}  // namespace spoc::store
