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

/// Those whose words one receiver may hear, itself among them.
Names heard_by(const Desk& desk, const core::Party& to) {
    Names names;
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
    }
    names.erase(std::string(core::system_manager));
    names.insert(to.name);
    return names;
}

/// Those whom all of them may hear.
Names heard_by_all(const Desk& desk, std::span<const core::Party* const> to) {
    auto names = heard_by(desk, *to.front());
    for (const auto* other : to.subspan(1)) {
        if (other->name == core::system_manager) {
            continue;  // one of us
        }
        std::erase_if(names, [&, also = heard_by(desk, *other)](const std::string& name) {
            return !also.contains(name);
        });
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
        case redacted:
        case unknown:
            return true;
        default:
            return false;
    }
}

/// With whom the words of an event were exchanged; empty if with nobody.
std::string_view counterpart(const core::Event& event) {
    for (const auto* const member : {"from", "to", "party"}) {
        const auto name = event.text(member);
        if (!name.empty() && name != core::us) {
            return name;
        }
    }
    return {};
}

/// The event without the words that were for others: who has the ball is a fact about the case, and so are
/// its end and its return, but not what was said then; and a first title may have been changed for a reason.
core::Event discreet(core::Event event, const Names& heard) {
    using enum core::EventKind;
    const auto drop = [&](std::string_view name) {
        std::erase_if(*event.data.members(), [&](const auto& member) { return member.first == name; });
    };
    const auto kind = event.kind();
    const auto holder = event.text("holder");
    if (kind == ball && holder != core::us && !heard.contains(holder)) {
        drop("why");
    } else if (kind == closed || kind == reopened) {
        drop("text");
        drop("why");
    } else if (kind == recorded) {
        drop("title");
        drop("reason");
    }
    return event;
}

}  // namespace

core::History told(const Desk& desk, const core::History& history, std::span<const core::Party* const> to) {
    const auto heard = heard_by_all(desk, to);
    core::History some;
    for (const auto& event : history) {
        const auto with = counterpart(event);
        if (!is_for_us_alone(event) && (with.empty() || heard.contains(with))) {
            some.push_back(discreet(event, heard));
        }
    }
    return some;
}

core::History reckoned(const Desk& desk, const core::History& history,
                       std::span<const core::Party* const> to) {
    const auto heard = heard_by_all(desk, to);
    auto all = history;
    for (auto& event : all) {
        if (event.kind() == core::EventKind::ball) {
            event = discreet(std::move(event), heard);
        }
    }
    return all;
}

}  // namespace spoc::desk
