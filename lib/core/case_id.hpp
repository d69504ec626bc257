#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spoc::core {

/// Names a case: "BOM-12" is number 12, recorded about the system BOM. The number alone is unique in a store.
struct CaseId {
    std::string system;
    std::int64_t number = 0;

    auto operator<=>(const CaseId&) const = default;
};

/// "BOM-12".
std::string text(const CaseId& id);

/// Reads "BOM-12" in any mix of upper and lower case; the system's code comes out in upper case.
std::optional<CaseId> parse_case_id(std::string_view text);

}  // namespace spoc::core
