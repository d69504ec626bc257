#pragma once

#include <vector>

#include "lib/desk/desk.hpp"
#include "lib/render/dates.hpp"
#include "lib/store/search_hit.hpp"

namespace spoc::cmd {

class World;

/// How deadlines are shown to people: their dates, and how much open time is left.
render::Reader reader_of_deadlines(World& world);

/// Lists the cases that a filter fits, the most urgent first, in the form that was asked for.
void print_cases(const store::CaseFilter& filter, const std::string& none, World& world);

/// Lists these cases, in their order.
void print_cases(const std::vector<core::CaseSummary>& cases, const std::string& none, World& world);

/// Shows one case with its whole history.
void print_case_file(const desk::CaseFile& file, World& world);

/// Who tells the user what to type next.
enum class NextStep { told, by_caller };

/// How a case stands after a change and what may be typed next, and what else a program is told.
void print_change(const core::CaseSummary& after, World& world, core::Members more = {},
                  NextStep next = NextStep::told);

/// What was opened, what looks alike among earlier cases, and what was out of order when it was seen.
void print_new_case(const desk::CaseFile& file, const std::vector<store::SearchHit>& similar,
                    const std::vector<core::Notice>& outages, World& world);

}  // namespace spoc::cmd
