#include "lib/core/transition.hpp"

#include <algorithm>
#include <array>

#include "lib/core/error.hpp"

namespace spoc::core {

namespace {

void require_reported(const Case& before) {
    if (!before.reported_at && before.reported_to.empty()) {
        throw ImpossibleTransition("{} has not been reported to anybody yet; spoc report send {} does that",
                                   text(before.id), text(before.id));
    }
}

}  // namespace

void require_possible(const Case& before, EventKind kind) {
    const auto id = text(before.id);
    if (kind == EventKind::reopened) {
        if (before.is_open()) {
            throw ImpossibleTransition("{} is not closed, so it cannot be reopened", id);
        }
        return;
    }
    if (kind == EventKind::escalation_answered && before.rung.empty()) {
        throw ImpossibleTransition("{} has not been escalated; spoc escalate send {} does that", id, id);
    }
    constexpr std::array harmless = {EventKind::noted,
                                     EventKind::linked,
                                     EventKind::attached,
                                     EventKind::edited,
                                     EventKind::answered,
                                     EventKind::receipt,
                                     EventKind::gate_overridden,
                                     EventKind::backed,
                                     EventKind::escalation_answered,
                                     EventKind::card,
                                     EventKind::card_used,
                                     EventKind::redacted};
    if (std::ranges::find(harmless, kind) != harmless.end()) {
        return;
    }
    if (!before.is_open()) {
        throw ImpossibleTransition("{} is closed; spoc report reopen {} opens it again", id, id);
    }
    if (kind == EventKind::reminded || kind == EventKind::escalated || kind == EventKind::verified) {
        require_reported(before);
    }
}

void require_type(const Case& before, CaseType type) {
    if (before.type != type) {
        throw ImpossibleTransition("{} is a {}, not a {}", text(before.id), word(before.type), word(type));
    }
}

std::span<const std::string_view> endings(CaseType type) {
    static constexpr std::array<std::string_view, 8> defect = {
        "fixed", "local", "use", "no-defect", "duplicate", "withdrawn", "answered", "declined"};
    static constexpr std::array<std::string_view, 4> question = {"answered", "use", "duplicate", "withdrawn"};
    static constexpr std::array<std::string_view, 4> wish = {"fixed", "declined", "duplicate", "withdrawn"};
    switch (type) {
        case CaseType::defect:
            return defect;
        case CaseType::wish:
            return wish;
        case CaseType::question:
            return question;
    }
    return {};
}

bool closes_as(CaseType type, std::string_view outcome) {
    const auto words = endings(type);
    return std::ranges::find(words, outcome) != words.end();
}

}  // namespace spoc::core
