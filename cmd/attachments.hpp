#pragma once

#include <string>
#include <vector>

#include "lib/desk/desk.hpp"

namespace spoc::cmd {

/// Reads files that are to be kept with a case. Throws Failed naming the file that cannot be read.
std::vector<desk::File> read_files(const std::vector<std::string>& paths, bool anonymised);

}  // namespace spoc::cmd
