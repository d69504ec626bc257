#pragma once

#include <string>
#include <string_view>

#include "lib/core/error.hpp"

namespace spoc::core {

/// Where in a file something stands.
struct Place {
    std::string file;
    int line = 0;
    std::string key;  ///< what it is about, such as `system.agreement`; empty if the sentence says so itself

    bool operator==(const Place&) const = default;
};

/// The sentence with its place in front: "spoc.toml:12: system.agreement: there is no agreement Drft".
Sentence placed(const Place& place, Sentence sentence);

/// The format string that is left when a place in front of it is taken away: the key of its translation.
std::string_view without_place(std::string_view text);

}  // namespace spoc::core
