#pragma once

#include <string>
#include <vector>

namespace spoc::cmd {

class World;

/// What a word may become, and what it means.
struct Candidate {
    std::string word;
    std::string meaning;  ///< may be empty
};

/// What the last of `words` may become, as it stands behind the others on a command line that begins after
/// the program's name. Reads the configuration and, if there is one, the store, and changes neither. Empty if
/// it is a file, or anything at all.
std::vector<Candidate> candidates(const std::vector<std::string>& words, World& world);

}  // namespace spoc::cmd
