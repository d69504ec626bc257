#include <algorithm>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/notice.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/releases.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::cmd {

namespace {

using By = core::ReleaseClaim::By;

/// What is to be read, when it was published, and which system it is of.
struct Source {
    std::string text;
    core::Instant published;
    std::string system;
};

Source source_of(const NoticeReleaseOptions& options, World& world) {
    Source source{.text = {}, .published = world.now(), .system = options.system};
    if (options.number > 0) {
        const auto notice = world.readable().notice(options.number);
        source.text = notice.title + "\n" + notice.text();
        source.published = notice.published_at.value_or(source.published);
        source.system = source.system.empty() ? notice.system : source.system;
    } else {
        source.text = world.text(options.text.empty() ? "-" : options.text);
    }
    if (source.system.empty()) {
        source.system = world.settings().systems.front().code;
    }
    return source;
}

std::string_view word(By by) {
    return by == By::reference ? "reference" : "words";
}

core::Value claim_value(const desk::ReleaseReport& report, const core::ReleaseClaim& claim) {
    const auto& summary = report.summary(claim.id);
    return core::Members{{"id", core::text(claim.id)},
                         {"type", core::word(summary.type)},
                         {"title", summary.title},
                         {"by", word(claim.by)},
                         {"item", report.item(claim).text}};
}

core::Value silent_value(const desk::ReleaseReport& report, const core::CaseId& id) {
    return core::Members{{"id", core::text(id)}, {"title", report.summary(id).title}};
}

core::Value deployment_value(const core::Deployment& deployment, const core::Zone& zone) {
    return core::Members{
        {"environment", deployment.environment},
        {"at", deployment.at ? core::Value(core::rfc3339(*deployment.at, zone)) : core::Value()},
        {"text", deployment.text}};
}

template <typename Range, typename Make>
core::List values(const Range& range, Make make) {
    core::List list;
    std::ranges::transform(range, std::back_inserter(list), make);
    return list;
}

void print_report_json(const desk::ReleaseReport& report, World& world) {
    const auto& match = report.match;
    const auto text_of = [&](std::size_t item) { return core::Value(report.release.items[item].text); };
    print_json(
        {{"release", report.release.id.empty() ? core::Value() : core::Value(report.release.id)},
         {"deployments", values(report.release.deployments,
                                [&](const auto& each) { return deployment_value(each, world.zone()); })},
         {"claimed", values(match.claimed, [&](const auto& each) { return claim_value(report, each); })},
         {"not_mentioned",
          values(match.not_mentioned, [&](const auto& id) { return silent_value(report, id); })},
         {"unknown", values(match.not_ours, text_of)}},
        world);
}

std::string claim_line(const desk::ReleaseReport& report, const core::ReleaseClaim& claim,
                       const render::Wording& say) {
    return fmt::format(
        "  {}  {} ({})\n      {}\n", core::text(claim.id), render::one_line(report.summary(claim.id).title),
        claim.by == By::reference ? say("by its reference") : say("by its words: judge for yourself"),
        render::one_line(report.item(claim).text));
}

std::string deployment_line(const core::Deployment& deployment, World& world) {
    return deployment.at ? fmt::format("  {}: {}\n", deployment.environment,
                                       render::date_time(world.say(), *deployment.at, world.reader()))
                         : "  " + render::one_line(deployment.text) + "\n";
}

void print_report_text(const desk::ReleaseReport& report, World& world) {
    const auto& say = world.say();
    const auto& match = report.match;
    std::string text = (report.release.id.empty() ? say("A release without a number")
                                                  : say("Release {}", report.release.id)) +
                       "\n";
    for (const auto& deployment : report.release.deployments) {
        text += deployment_line(deployment, world);
    }
    text += "\n" + say("Claimed to be fixed:") + "\n";
    for (const auto& claim : match.claimed) {
        text += claim_line(report, claim, say);
    }
    text += match.claimed.empty() ? "  -\n" : "";
    text += "\n" + say("Ours, and not mentioned:") + "\n";
    for (const auto& id : match.not_mentioned) {
        text += fmt::format("  {}  {}\n", core::text(id), render::one_line(report.summary(id).title));
    }
    text += match.not_mentioned.empty() ? "  -\n" : "";
    text += "\n" + say("Mentioned, and not known here:") + "\n";
    for (const auto item : match.not_ours) {
        text += "  " + render::one_line(report.release.items[item].text) + "\n";
    }
    text += match.not_ours.empty() ? "  -\n" : "";
    world.out() << text;
}

/// A reference is proof enough for `--yes`; words are for people to judge, one by one.
bool confirmed(const core::ReleaseClaim& claim, const std::string& question, World& world) {
    const bool may_ask = world.asks() && !world.globals().yes;
    return (claim.by == By::reference && world.globals().yes) || (may_ask && world.confirm(question));
}

void apply_claims(const desk::ReleaseReport& report, World& world) {
    const auto& say = world.say();
    for (const auto& claim : report.match.claimed) {
        if (!desk::can_be_applied(report, claim)) {
            continue;
        }
        const auto id = core::text(claim.id);
        if (confirmed(claim, say("Write down that {} is said to be fixed?", id), world)) {
            desk::apply(world.desk(), report, claim);
            world.tell(say("{} awaits your verdict: spoc verify plan {}", id, id));
        } else {
            world.tell(
                say("{} was left as it is. If it is meant: spoc report log {} --kind fix-announced", id, id));
        }
    }
}

}  // namespace

void declare(CommandLine& command, NoticeReleaseOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number; without one, a text is read"));
    command.add_option("--text", options.text, say("the text of the release; @FILE and - are read"));
    command.add_option("--system", options.system, say("code of the system, such as BOM"));
    command.add_flag("--apply", options.apply, say("write down each fix that you confirm"));
}

ExitCode run(const NoticeReleaseOptions& options, World& world) {
    const auto source = source_of(options, world);
    auto& desk = options.apply ? world.desk() : world.reading_desk();
    const auto report = desk::read_release(desk, source.text, source.published, source.system);
    for_people(world) ? print_report_text(report, world) : print_report_json(report, world);
    if (options.apply) {
        apply_claims(report, world);
    }
    return ExitCode::ok;
}

}  // namespace spoc::cmd
