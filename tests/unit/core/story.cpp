#include "tests/unit/core/story.hpp"

#include "tests/unit/core/calendars.hpp"

namespace spoc::tests {

Story::Story(const char* type, core::Members data) {
    core::Members opening{{"type", type}, {"title", "Siden er tom"}, {"system", "BOM"}};
    opening.insert(opening.end(), data.begin(), data.end());
    then("recorded", std::move(opening));
}

Story& Story::then(const char* kind, core::Members data) {
    core::Event event;
    event.id = "event-" + std::to_string(100 + history_.size());
    event.case_id = {"BOM", 7};
    event.kind_word = kind;
    const auto now = at("2026-06-08T08:00:00+02:00") + std::chrono::hours{history_.size()};
    event.occurred_at = {now, std::chrono::minutes{120}};
    event.recorded_at = event.occurred_at;
    event.data = std::move(data);
    history_.push_back(std::move(event));
    return *this;
}

Story& Story::then_at(const char* time, const char* kind, core::Members data) {
    then(kind, std::move(data));
    history_.back().occurred_at = {at(time), std::chrono::minutes{120}};
    history_.back().recorded_at = history_.back().occurred_at;
    return *this;
}

core::Case Story::folded() const {
    return core::fold(history_, {.vendor = "vendor", .pauses = {"us", "local-it"}});
}

}  // namespace spoc::tests
