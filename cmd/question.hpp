#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/desk/desk.hpp"

namespace spoc::cmd {

class World;

/// The open question that turns into a defect or a wish; nothing if `id` is empty. What it says is put where
/// `fields` say nothing. Throws NotFound, or ImpossibleTransition for what is no open question.
std::optional<desk::CaseFile> question_of(const std::string& id, core::Value& fields, World& world);

/// The question does not look like what it becomes: it is that.
void leave_out(std::vector<store::SearchHit>& similar, const std::optional<desk::CaseFile>& question);

/// Tells where the question, if there is one, goes on.
void tell_of_question(const std::optional<desk::CaseFile>& question, const core::CaseId& to, World& world);

}  // namespace spoc::cmd
