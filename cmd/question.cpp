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

void tell_of_question(const std::optional<desk::CaseFile>& question, const core::CaseId& to, World& world) {
    if (question) {
        world.tell(world.say()("The question {} goes on in {}.", core::text(question->id), core::text(to)));
    }
}

}  // namespace spoc::cmd
