#include "cmd/escalate.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/case_output.hpp"
#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/escalation.hpp"
#include "lib/core/json.hpp"
#include "lib/core/transition.hpp"
#include "lib/render/case_text.hpp"
#include "lib/render/why.hpp"

namespace spoc::cmd {

namespace {

std::vector<core::Weakness> weaknesses_of(const desk::CaseFile& file, const desk::Desk& desk) {
    return core::weaknesses(file.history, file.content, desk::clocks_of(desk, file), desk.rules,
                            desk.settings.interfaces, desk.now);
}

/// The step that is proposed now, if one is.
std::optional<core::RungProposal> proposed(const desk::CaseFile& file, const desk::Desk& desk) {
    auto next = core::next_proposal(file.history, file.content, desk::clocks_of(desk, file), desk.rules);
    return next && next->at <= desk.now ? next : std::nullopt;
}

std::vector<core::Sentence> sentences(const std::vector<core::Weakness>& weak) {
    std::vector<core::Sentence> list;
    std::ranges::transform(weak, std::back_inserter(list), &core::Weakness::text);
    return list;
}

/// A reminder may go at any time; above it the case must be ready and no rung skipped that is not proposed
/// either, or a reason given.
void require_ready(const desk::CaseFile& file, std::size_t rung,
                   const std::optional<core::RungProposal>& next, const std::string& reason,
                   const desk::Desk& desk) {
    if (rung == 0 || !reason.empty()) {
        return;
    }
    const auto id = core::text(file.id);
    const auto expected = std::max(core::next_rung_index(file.history, desk.rules),
                                   next ? core::rung_index(desk.rules, next->rung) : 0);
    if (rung > expected) {
        throw core::NotReady("{} would skip the rung {}; say why with --reason", id,
                             desk.rules.rungs[expected].name);
    }
    auto weak = weaknesses_of(file, desk);
    if (!weak.empty()) {
        throw core::NotReady(
            core::sentence("{} is not ready to be escalated; mend what is weak, or say why with --reason",
                           id),
            sentences(weak));
    }
}

}  // namespace

void declare(CommandLine& command, EscalateWhyOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
}

ExitCode run(const EscalateWhyOptions& options, World& world) {
    const auto& desk = world.reading_desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    const auto& terms = desk.rules.terms;
    const auto& agreement = core::agreement_in_force(file.content, terms, desk.now);
    const auto clocks =
        core::explained_clocks(file.history, file.content, terms, desk.now, desk.rules.windows);
    const auto& zone = desk.zone(file.id.system);
    if (world.globals().json) {
        const auto value = render::why_value(file.content, agreement, clocks, zone);
        world.out() << core::json(render::selected(value, look_of(world).fields)) << '\n';
        return ExitCode::ok;
    }
    world.out() << render::why_text(world.say(), file.content, agreement, clocks,
                                    {.zone = zone, .now = desk.now},
                                    {.width = world.terminal().width, .style = world.style()});
    return ExitCode::ok;
}

void declare(CommandLine& command, EscalateReadyOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
}

ExitCode run(const EscalateReadyOptions& options, World& world) {
    const auto& desk = world.reading_desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    const auto weak = weaknesses_of(file, desk);
    if (!weak.empty()) {
        throw core::NotReady(core::sentence("{} is not ready to be escalated", core::text(file.id)),
                             sentences(weak));
    }
    if (world.globals().json) {
        print_json({{"case", core::text(file.id)}, {"ready", true}}, world);
    } else {
        world.out() << world.say()("{} is ready to be escalated.", core::text(file.id)) << '\n';
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, EscalateSendOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("--rung", options.rung,
                       say("the step of the ladder (the one proposed, if not given)"));
    command.add_option("--reason", options.reason,
                       say("why a step is skipped, or why it cannot wait until all is ready"));
    declare_sending(command, options.sending, say);
}

ExitCode run(const EscalateSendOptions& options, World& world) {
    auto& desk = world.desk();
    const auto file = desk::open_case(desk, options.id, core::CaseType::defect);
    core::require_possible(file.content, core::EventKind::escalated);
    const auto next = proposed(file, desk);
    if (options.rung.empty() && !next) {
        throw core::NotReady(
            "no step of the ladder is due for {}; name one with --rung, and say why with --reason",
            core::text(file.id));
    }
    const auto index = core::rung_index(desk.rules, options.rung.empty() ? next->rung : options.rung);
    require_ready(file, index, next, options.reason, desk);
    auto words = letter_words(options.sending, world);
    words.reason = world.text(options.reason);
    return send_or_print(desk::escalation_letter(desk, file, desk.rules.rungs[index], next, words),
                         options.sending, world);
}

void declare(CommandLine& command, EscalateAnswerOptions& options, const render::Wording& say) {
    command.add_option("id", options.id, say("The case: 12, BOM-12 or the vendor's reference"))->required();
    command.add_option("text", options.text, say("What was said; @FILE and - are read"));
    command.add_option("--from", options.from, say("the party that said it (kombit, if not given)"));
    command.add_option("--at", options.at, say("when it happened, if not now"));
}

ExitCode run(const EscalateAnswerOptions& options, World& world) {
    auto& desk = world.desk();
    const auto before = desk::open_case(desk, options.id, core::CaseType::defect);
    const auto from = options.from.empty() ? std::string("kombit") : options.from;
    core::Value content{core::Members{{"from", desk.party(from).name}, {"text", world.text(options.text)}}};
    world.makes_one_change();
    const auto after = desk::append(desk, before,
                                    {desk::make_event(desk, before.id, core::EventKind::escalation_answered,
                                                      world.occurred(options.at), std::move(content))});
    print_change(after, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
