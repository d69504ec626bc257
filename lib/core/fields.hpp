#pragma once

#include <array>
#include <string_view>

namespace spoc::core {

/// One field of what is recorded about a case.
struct Field {
    std::string_view name;  ///< in the event log, in forms, and with hyphens as an option
    const char* meaning;    ///< in English; the key of its translation
};

/// The fields of a defect report that are one text each, in the order in which people fill them in.
/// `title`, `category` and `retest` stand apart.
inline constexpr auto defect_fields = std::to_array<Field>({
    {"system", "code of the system, such as BOM"},
    {"reason", "why this category"},
    {"observed_at", "when it was seen"},
    {"environment", "where it was seen, such as prod or test"},
    {"steps", "what was done, step by step"},
    {"expected", "what was expected"},
    {"actual", "what happened, with the exact error text"},
    {"object", "number of the case or object in the system"},
    {"users", "who is hit: one user or several"},
    {"frequency", "how often it happens"},
    {"browser", "browser and version"},
    {"os", "operating system"},
    {"workaround", "a way around it, or none"},
    {"local_check", "what was checked locally, and the result"},
    {"interface", "the interface concerned"},
    {"reporter", "the colleague who reported it"},
    {"link", "permanent link"},
});

}  // namespace spoc::core
