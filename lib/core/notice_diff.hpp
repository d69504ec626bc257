#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/notice.hpp"
#include "lib/core/value.hpp"

namespace spoc::core {

/// A field that a later reading of a notice tells otherwise. Instants are RFC 3339 in UTC, absence is null.
struct FieldChange {
    std::string field;  ///< as in the JSON form: title, state, ends_at
    Value before;
    Value after;
    bool operator==(const FieldChange&) const = default;
};

/// One sentence of two versions of a text.
struct DiffLine {
    enum class Kind { same, removed, added };
    Kind kind;
    std::string text;
    bool operator==(const DiffLine&) const = default;
};

/// What a later reading of a notice says otherwise.
struct NoticeDiff {
    std::vector<FieldChange> fields;  ///< in the order of the JSON form, the summary included
    std::vector<DiffLine> summary;    ///< empty if the summary is the same

    bool empty() const { return fields.empty(); }
    /// Whether people should hear of it: more than dates and links of the publication itself has changed.
    bool matters() const;
    bool operator==(const NoticeDiff&) const = default;
};

/// Compares what two readings of a notice's source say.
NoticeDiff diff(const Notice& before, const Notice& after);
/// Whether diff() would find anything.
bool differs(const Notice& before, const Notice& after);

/// Compares two texts sentence by sentence.
std::vector<DiffLine> diff_sentences(std::string_view before, std::string_view after);

}  // namespace spoc::core
