#include "lib/render/why.hpp"

#include <algorithm>

#include "lib/core/target.hpp"
#include "lib/core/time.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/width.hpp"
#include "lib/render/words.hpp"

namespace spoc::render {

namespace {

using Kind = core::ClockStep::Kind;

std::string span_text(const Wording& say, const core::ClockStep& step, const Reader& reader) {
    auto text = step.from ? exact_date_time(say, *step.from, reader) : std::string{};
    if (step.until) {
        const bool same_day = step.from && reader.zone.date(*step.from) == reader.zone.date(*step.until);
        text += " – " + (same_day ? exact_clock_time(say, *step.until, reader)
                                  : exact_date_time(say, *step.until, reader));
    }
    return text;
}

std::string agreement_lines(const Wording& say, const core::AgreementTerms& agreement) {
    auto text = say("Agreement: {}, in force from {}", agreement.name, core::iso(agreement.from)) + "\n";
    if (!agreement.source.empty()) {
        text += say("Source: {}", agreement.source) + "\n";
    }
    if (!agreement.binding) {
        text += say("The targets are aimed at, not binding.") + "\n";
    }
    return text;
}

core::Value step_value(const core::ClockStep& step, const core::Zone& zone) {
    constexpr std::array<std::string_view, 13> words = {
        "term",          "started", "counted", "skipped", "pause", "maintenance", "restarted",
        "recategorised", "status",  "due",     "stopped", "slip",  "void"};
    const auto time = [&](std::optional<core::Instant> at) {
        return at ? core::Value(core::rfc3339(*at, zone)) : core::Value();
    };
    return core::Members{{"kind", words.at(static_cast<std::size_t>(step.kind))},
                         {"from", time(step.from)},
                         {"until", time(step.until)},
                         {"counted_seconds", static_cast<std::int64_t>(step.counted.count())},
                         {"total_seconds", static_cast<std::int64_t>(step.total.count())},
                         {"detail", step.detail}};
}

}  // namespace

/// "2 working days (2bd)", or the moment that was promised.
std::string target_text(const Wording& say, const core::Clock& clock, const Reader& reader) {
    if (clock.name == core::ClockName::promise) {
        return date_time(say, core::parse_rfc3339(clock.target)->at, reader);
    }
    using TargetUnit = core::Target::Unit;
    const auto target = core::parse_target(clock.target);
    const auto amount = target.amount;
    const auto words = [&] {
        switch (target.unit) {
            case TargetUnit::real_minutes:
                return say.count("{} minute", "{} minutes", amount);
            case TargetUnit::real_hours:
                return say.count("{} hour", "{} hours", amount);
            case TargetUnit::open_minutes:
                return say.count("{} business minute", "{} business minutes", amount);
            case TargetUnit::open_hours:
                return say.count("{} business hour", "{} business hours", amount);
            case TargetUnit::working_days:
                return say.count("{} working day", "{} working days", amount);
        }
        return std::string{};
    };
    return fmt::format("{} ({})", words(), clock.target);
}

std::string clock_heading(const Wording& say, const core::Clock& clock, const Reader& reader) {
    auto text = say("{}: {}, target {}", name(say, clock.name), name(say, clock.state),
                    target_text(say, clock, reader));
    if (!clock.calendar.empty()) {
        text += ", " + say("counted by the calendar {}", clock.calendar);
    }
    if (clock.misses > 0) {
        text += ", " + say.count("{} earlier round missed", "{} earlier rounds missed", clock.misses);
    }
    if (clock.slips > 0) {
        text += ", " +
                say.count("the promise has slipped {} time", "the promise has slipped {} times", clock.slips);
    }
    return text;
}

namespace {

/// "us: they asked" with the party in words.
std::string pause_reason(const Wording& say, const std::string& detail) {
    if (detail == "closed") {
        return say("closed");
    }
    const auto colon = std::min(detail.find(": "), detail.size());
    const auto why = detail.substr(std::min(colon + 2, detail.size()));
    const auto party = party_name(say, detail.substr(0, colon)) + ": ";
    if (why == "verdict") {
        return party + say("a fix awaits the verdict");
    }
    const auto happened = core::event_kind(why);
    return party + (happened == core::EventKind::unknown ? one_line(why) : name(say, happened));
}

}  // namespace

std::string step_line(const Wording& say, const core::ClockStep& step, const Reader& reader) {
    auto when = span_text(say, step, reader);
    switch (step.kind) {
        case Kind::term:
            return say("{} from the start are {} of open time, which the pauses interrupt", step.detail,
                       exact_duration(say, step.total));
        case Kind::started:
            return when + "  " + say("starts");
        case Kind::counted:
            return when + "  " +
                   say("counts {}, together {}", exact_duration(say, step.counted),
                       exact_duration(say, step.total)) +
                   (step.detail.empty() ? "" : ", " + say("working day {}", step.detail));
        case Kind::skipped:
            return when + "  " + say("does not count: {}", step.detail);
        case Kind::pause:
            return when + "  " + say("paused, {}", pause_reason(say, step.detail));
        case Kind::maintenance:
            return when + "  " + say("does not count: announced maintenance");
        case Kind::restarted:
            return when + "  " + say("starts anew after a fix that failed");
        case Kind::recategorised:
            return when + "  " + say("category {} from here on", step.detail);
        case Kind::status:
            return when + "  " + say("word from the vendor");
        case Kind::due:
            return when + "  " + say("DUE");
        case Kind::stopped:
            return when + "  " +
                   (step.total > core::Seconds{0} ? say("stopped after {}", exact_duration(say, step.total))
                                                  : say("stopped"));
        case Kind::slip:
            return when + "  " + say("replaces an earlier promise; slipped {}", step.detail);
        case Kind::void_:
            return say("void: the case was closed, or the promise replaced");
    }
    return when;
}

std::string why_text(const Wording& say, const core::Case& content, const core::AgreementTerms& agreement,
                     std::span<const core::Clock> clocks, const Reader& reader, const Look& look) {
    auto text =
        painted(core::text(content.id) + "  " + one_line(content.title()), Tone::strong, look.style) + "\n";
    text += say("Category {}", content.category.value_or(0)) + "\n" + agreement_lines(say, agreement);
    for (const auto& clock : clocks) {
        const bool late = clock.state == core::ClockState::missed;
        text += "\n" +
                painted(clock_heading(say, clock, reader), late ? Tone::alarm : Tone::strong, look.style) +
                "\n";
        for (const auto& step : clock.steps) {
            if (step.kind != Kind::term || step.from) {
                text += "  " + step_line(say, step, reader) + "\n";
            }
        }
    }
    return text;
}

core::Value why_value(const core::Case& content, const core::AgreementTerms& agreement,
                      std::span<const core::Clock> clocks, const core::Zone& zone) {
    auto values = clock_values(clocks, zone);
    for (std::size_t at = 0; at < clocks.size(); ++at) {
        core::List steps;
        std::ranges::transform(clocks[at].steps, std::back_inserter(steps),
                               [&](const core::ClockStep& step) { return step_value(step, zone); });
        values[at].set("calendar",
                       clocks[at].calendar.empty() ? core::Value() : core::Value(clocks[at].calendar));
        values[at].set("steps", std::move(steps));
    }
    const core::Members terms{{"name", agreement.name},
                              {"from", core::iso(agreement.from)},
                              {"binding", agreement.binding},
                              {"source", agreement.source}};
    return core::Members{{"schema", 1},
                         {"case", core::text(content.id)},
                         {"category", content.category},
                         {"agreement", terms},
                         {"clocks", std::move(values)}};
}

}  // namespace spoc::render
