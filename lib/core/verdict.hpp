#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/core/event.hpp"

namespace spoc::core {

/// What became of the fixes of a defect, event by event: which announcements await a verdict, and what a
/// verdict means. An announcement is matched with verdicts by its environment, else the defect's; a verdict
/// elsewhere is a note.
class FixTrail {
public:
    /// What one event did.
    enum class Effect {
        none,
        announced,  ///< a fix awaits a verdict
        passed,     ///< the fix holds, in the defect's own environment
        failed,     ///< it does not, or the case was reopened after it was fixed
        tried,      ///< it holds somewhere else; nothing stops
    };

    /// Takes the next event in order.
    Effect take(const Event& event);

    /// A fix awaits a verdict.
    bool awaits() const { return !pending_.empty(); }
    /// The announcement that awaits one; the latest if there are several.
    const Event* announcement() const { return pending_.empty() ? nullptr : pending_.back(); }
    /// After `passed`: the announcement that passed, or nothing if there was none.
    const Event* passed_announcement() const { return passed_; }
    /// The fix holds, and the case has not been reopened since.
    bool holds() const { return holds_; }
    int failures() const { return failures_; }

private:
    Effect verdict(const Event& event);
    Effect pass(const std::string& environment);
    Effect pass_by_closing();
    Effect fail(const std::string& environment);
    /// Takes the announcements that a verdict in `environment` is about from those that await one; says how
    /// many.
    std::size_t forget(const std::string& environment);
    bool matches(const Event& announcement, const std::string& environment) const;
    std::string environment_of(const Event& announcement) const;
    bool is_own(const std::string& environment) const;

    std::string environment_;  ///< the defect's own; empty: not said
    std::vector<const Event*> pending_;
    const Event* passed_ = nullptr;
    bool holds_ = false;
    bool rejected_ = false;  ///< and nothing has been announced since
    bool closed_fixed_ = false;
    int failures_ = 0;
};

}  // namespace spoc::core
