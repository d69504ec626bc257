#pragma once

#include <optional>
#include <vector>

#include "lib/core/error.hpp"

namespace spoc::cmd {

/// What goes wrong with some of many things that are done one after another: the others are done all the
/// same, and at the end the command fails as the first of them failed, with all that there is to say.
class Failures {
public:
    /// `about` says what it happened to, where the failure does not say so itself.
    void add(const core::Error& failure, std::optional<core::Sentence> about = {});
    /// Throws what was added, if anything was.
    void conclude() const;

private:
    std::optional<core::ErrorCode> code_;
    std::vector<core::Sentence> sentences_;
};

}  // namespace spoc::cmd
