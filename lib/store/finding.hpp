#pragma once

#include "lib/core/error.hpp"

namespace spoc::store {

/// Something that `doctor` found.
struct Finding {
    enum class Severity {
        note,     ///< worth knowing
        warning,  ///< somebody ought to look at it
        damage,   ///< the store is not what it was, or not what it must be
    };

    Severity severity;
    core::Sentence text;

    bool operator==(const Finding&) const = default;
};

}  // namespace spoc::store
