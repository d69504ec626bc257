#include "lib/desk/told.hpp"

#include <algorithm>
#include <set>

namespace spoc::desk {

namespace {

using Names = std::set<std::string, std::less<>>;

/// The highest rung of the ladder, the system manager's own left aside.
const core::Rung* highest(const std::vector<core::Rung>& rungs) {
    const auto found = std::find_if(rungs.rbegin(), rungs.rend(),
                                    [](const core::Rung& rung) { return rung.to != core::system_manager; });
    return found == rungs.rend() ? nullptr : &*found;
}

/// Those whose words the party may hear, itself among them.
Names heard_by(const Desk& desk, const core::Party& to) {
    Names names{to.name};
    const auto& rungs = desk.rules.rungs;
    const auto own = std::find_if(rungs.rbegin(), rungs.rend(),
                                  [&](const core::Rung& rung) { return rung.to == to.name; });
    for (auto rung = own; rung != rungs.rend(); ++rung) {
        names.insert(rung->to);
    }
    const auto* top = highest(rungs);
    if (top != nullptr && top->to == to.name) {
        for (const auto& party : desk.settings.parties) {
            names.insert(party.name);
        }
        names.erase(std::string(core::system_manager));
    }
    return names;
}

/// What a letter has no use for, or what the municipality does for itself.
bool is_for_us_alone(const core::Event& event) {
    using enum core::EventKind;
    switch (event.kind()) {
        case noted:
            return event.text("direction") == "internal" || event.text("party").empty();
        case analysed:
        case edited:
        case gate_overridden:
        case linked:
        case backed:
        case merged:
        case renumbered:
        case unknown:
            return true;
        default:
            return false;
    }
}

/// With whom the words of an event were exchanged; empty if with nobody.
std::string_view counterpart(const core::Event& event) {
    if (event.kind() == core::EventKind::ball) {
        return {};  // who has it is a fact about the case, whoever it is
    }
    for (const auto* const member : {"from", "to", "party"}) {
        const auto name = event.text(member);
        if (!name.empty() && name != core::us) {
            return name;
        }
    }
    return {};
}

}  // namespace

core::History told(const Desk& desk, const core::History& history, const core::Party& to) {
    const auto heard = heard_by(desk, to);
    core::History some;
    std::ranges::copy_if(history, std::back_inserter(some), [&](const core::Event& event) {
        const auto with = counterpart(event);
        return !is_for_us_alone(event) && (with.empty() || heard.contains(with));
    });
    return some;
}

}  // namespace spoc::desk
