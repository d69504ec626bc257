#pragma once

#include <string>

#include "lib/store/store.hpp"

namespace spoc::render {
class Wording;
}

namespace spoc::cmd {

class CommandLine;
class World;

/// What every list of cases can be narrowed by.
struct FilterOptions {
    std::string system, category, state, ball, since, text, type;
    bool overdue = false;
    bool all = false;          ///< closed ones too
    std::optional<int> limit;  ///< 0: no limit
};

void declare_filters(CommandLine& command, FilterOptions& options, const render::Wording& say);

/// The code of a system, in capitals; empty if none was typed. Throws NotFound.
std::string known_system(const std::string& typed, World& world);

/// The state or type that a word means, as it is written or as it is shown to the user: "closed", "lukket".
std::optional<core::CaseState> state_called(std::string_view word, World& world);
std::optional<core::CaseType> type_called(std::string_view word, World& world);

/// The filter as the store understands it. Throws Misuse for a word that is none.
store::CaseFilter case_filter(const FilterOptions& options, World& world);

}  // namespace spoc::cmd
