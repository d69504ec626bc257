#include "cmd/question.hpp"

#include "cmd/world.hpp"
#include "lib/core/transition.hpp"

namespace spoc::cmd {

std::optional<desk::CaseFile> question_of(const std::string& id, core::Value& fields, World& world) {
    if (id.empty()) {
        return std::nullopt;
    }
    auto question = desk::open_case(world.desk(), id, core::CaseType::question);
    core::require_possible(question.content, core::EventKind::closed);
    for (const auto* const name : {"title", "system", "steps", "reporter", "interface"}) {
        const auto said = question.content.field(name);
        if (fields.text_of(name).empty() && !said.empty()) {
            fields.set(name, said);
        }
    }
    return question;
}

void leave_out(std::vector<store::SearchHit>& similar, const std::optional<desk::CaseFile>& question) {
    std::erase_if(similar,
                  [&](const store::SearchHit& hit) { return question && hit.summary.id == question->id; });
}

void hand_over(const std::optional<desk::CaseFile>& question, const core::CaseId& to, World& world) {
    if (!question) {
        return;
    }
    auto& desk = world.desk();
    const auto at = desk.time(question->id);
    const auto name = core::text(to);
    desk::append(desk, *question,
                 {desk::make_event(desk, question->id, core::EventKind::linked, at,
                                   core::Members{{"to", name}, {"as", "related"}}),
                  desk::make_event(desk, question->id, core::EventKind::closed, at,
                                   core::Members{{"as", "duplicate"}, {"of", name}})});
    world.tell(world.say()("The question {} goes on in {}.", core::text(question->id), name));
}

}  // namespace spoc::cmd
