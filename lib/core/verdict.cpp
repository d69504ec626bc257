#include "lib/core/verdict.hpp"

#include <algorithm>

namespace spoc::core {

FixTrail::Effect FixTrail::take(const Event& event) {
    switch (event.kind()) {
        case EventKind::recorded:
        case EventKind::edited:
            if (event.data.find("environment") != nullptr) {
                environment_ = event.text("environment");
            }
            return Effect::none;
        case EventKind::fix_announced:
            if (holds_) {  // the fix is verified; another word about it changes nothing
                return Effect::none;
            }
            pending_.push_back(&event);
            return Effect::announced;
        case EventKind::verified:
            return verdict(event);
        case EventKind::closed:
            closed_fixed_ = event.text("as") == "fixed";
            if (closed_fixed_ && !holds_) {
                return pass(environment_);
            }
            pending_.clear();
            return Effect::none;
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
    auto environment = std::string(event.text("environment"));
    if (environment.empty()) {
        environment = pending_.empty() ? environment_ : environment_of(*pending_.back());
    }
    return event.text("outcome") == "pass" ? pass(environment) : fail(environment);
}

FixTrail::Effect FixTrail::pass(const std::string& environment) {
    if (!is_own(environment)) {
        const auto tried =
            std::erase_if(pending_, [&](const Event* each) { return environment_of(*each) == environment; });
        return tried > 0 ? Effect::tried : Effect::none;
    }
    passed_ = nullptr;
    for (const auto* each : pending_) {
        if (environment_of(*each) == environment || is_own(environment_of(*each))) {
            passed_ = each;
        }
    }
    pending_.clear();
    holds_ = true;
    return Effect::passed;
}

FixTrail::Effect FixTrail::fail(const std::string& environment) {
    const bool matches =
        pending_.empty() ? is_own(environment) : std::ranges::any_of(pending_, [&](const Event* each) {
            return environment_of(*each) == environment;
        });
    if (!matches) {
        return Effect::none;
    }
    pending_.clear();
    holds_ = false;
    ++failures_;
    return Effect::failed;
}

std::string FixTrail::environment_of(const Event& announcement) const {
    const auto own = announcement.text("environment");
    return own.empty() ? environment_ : std::string(own);
}

bool FixTrail::is_own(const std::string& environment) const {
    return environment_.empty() || environment == environment_;
}

}  // namespace spoc::core
