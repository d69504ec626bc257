#pragma once

#include <string>

#include "lib/core/case.hpp"

namespace spoc::tests {

/// The history of one case, BOM-7, told event by event: one an hour from 8 June 2026 at 8 in Copenhagen,
/// unless a time is given.
class Story {
public:
    explicit Story(const char* type, core::Members data = {});

    Story& then(const char* kind, core::Members data = {});
    Story& then_at(const char* time, const char* kind, core::Members data = {});

    /// As it adds up for the vendor `vendor`, while `us` and `local-it` pause.
    core::Case folded() const;
    std::string state() const { return std::string(core::word(folded().state)); }
    const core::History& history() const { return history_; }

private:
    core::History history_;
};

}  // namespace spoc::tests
