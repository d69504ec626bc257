#include "lib/core/verdict.hpp"

#include <algorithm>

#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

/// Environments are the same in any case of letters.
std::string environment_name(std::string_view typed) {
    return fold_search_text(typed);
}

}  // namespace

FixTrail::Effect FixTrail::take(const Event& event) {
    switch (event.kind()) {
        case EventKind::recorded:
        case EventKind::edited:
            if (event.data.find("environment") != nullptr) {
                environment_ = environment_name(event.text("environment"));
            }
            return Effect::none;
        case EventKind::fix_announced:
            if (holds_) {  // the fix is verified; another word about it changes nothing
                return Effect::none;
            }
            pending_.push_back(&event);
            rejected_ = false;
            return Effect::announced;
        case EventKind::verified:
            return verdict(event);
        case EventKind::closed:
            closed_fixed_ = event.text("as") == "fixed";
            return closed_fixed_ && !holds_ ? pass_by_closing() : Effect::none;
        case EventKind::reopened:
            if (closed_fixed_) {
                closed_fixed_ = false;
                return fail(environment_);
            }
            return Effect::none;
        default:
            return Effect::none;
    }
}

FixTrail::Effect FixTrail::verdict(const Event& event) {
    auto environment = environment_name(event.text("environment"));
    if (environment.empty()) {
        environment = pending_.empty() ? environment_ : environment_of(*pending_.back());
    }
    if (event.text("outcome") == "pass") {
        return pass(environment);
    }
    return event.text("outcome") == "fail" ? fail(environment) : Effect::none;
}

FixTrail::Effect FixTrail::pass(const std::string& environment) {
    if (!is_own(environment)) {
        return forget(environment) > 0 ? Effect::tried : Effect::none;
    }
    if (holds_) {  // it has passed already
        return Effect::none;
    }
    passed_ = nullptr;
    for (const auto* each : pending_) {
        passed_ = matches(*each, environment) ? each : passed_;
    }
    pending_.clear();
    rejected_ = false;
    holds_ = true;
    return Effect::passed;
}

/// Closed as fixed: whatever awaited a verdict has it, be it announced for another environment.
FixTrail::Effect FixTrail::pass_by_closing() {
    const auto* latest = announcement();
    pass(environment_);
    passed_ = passed_ == nullptr ? latest : passed_;
    return Effect::passed;
}

FixTrail::Effect FixTrail::fail(const std::string& environment) {
    // The same fix tried once more fails no second time.
    const bool concerns = pending_.empty() ? is_own(environment) && !rejected_ : forget(environment) > 0;
    if (!concerns) {
        return Effect::none;
    }
    holds_ = false;
    rejected_ = true;
    ++failures_;
    return Effect::failed;
}

std::size_t FixTrail::forget(const std::string& environment) {
    return std::erase_if(pending_, [&](const Event* each) { return matches(*each, environment); });
}

bool FixTrail::matches(const Event& announcement, const std::string& environment) const {
    const auto announced = environment_of(announcement);
    return announced.empty() || environment.empty() || announced == environment;
}

std::string FixTrail::environment_of(const Event& announcement) const {
    const auto own = environment_name(announcement.text("environment"));
    return own.empty() ? environment_ : own;
}

bool FixTrail::is_own(const std::string& environment) const {
    return environment_.empty() || environment == environment_;
}

}  // namespace spoc::core
