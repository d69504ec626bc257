#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/landscape.hpp"

namespace spoc::core {

/// What the landscape says of a defect: which interface it points at, and why.
struct Suggestion {
    std::string interface;
    std::string owner;  ///< the party it belongs to
    std::string cause;  ///< `vendor`, `local` or `interface`
    std::vector<std::string>
        words;  ///< words of the report that point there; empty if the interface was named
    std::vector<std::string> checks;  ///< what to look at first
};

/// The interfaces that a defect may be about, the likeliest first: one that the report names, then by how
/// many of an interface's words stand in the report.
std::vector<Suggestion> suggestions(const Case& defect, std::span<const Interface> interfaces);

/// Whether `cause` is a word that an analysis may conclude with.
bool is_cause(std::string_view cause);

/// To whom a case goes by its analysis: the it department for a local cause, the interface's owner for an
/// interface, else the vendor.
std::string addressee(const Case& defect, std::span<const Interface> interfaces, const std::string& vendor);

/// What a good defect report has and this one lacks, as names of fields in the order of the interchange form.
std::vector<std::string> missing_fields(const Case& defect);

/// The party that local conditions belong to.
inline constexpr std::string_view local_it = "local-it";

}  // namespace spoc::core
