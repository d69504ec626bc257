#include "lib/render/case_text.hpp"

#include "lib/core/fields.hpp"
#include "lib/core/time.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/time_left.hpp"
#include "lib/render/width.hpp"
#include "lib/render/words.hpp"

namespace spoc::render {

namespace {

constexpr int label_width = 18;

std::string labelled(const std::string& label, std::string_view text, const Look& look) {
    const auto pad = std::max(1, label_width - display_width(label));
    const auto line = label + std::string(static_cast<std::size_t>(pad), ' ') + neutral(text);
    return wrapped(line, look.width > 0 ? look.width : 100, label_width) + "\n";
}

std::string heading(const std::string& text, const Look& look) {
    return "\n" + painted(text, Tone::strong, look.style) + "\n";
}

std::string head_lines(const Wording& say, const core::Case& content, const Reader& reader,
                       const Look& look) {
    auto text =
        painted(core::text(content.id) + "  " + one_line(content.title()), Tone::strong, look.style) + "\n";
    const auto state = content.closed_as.empty() || content.is_open()
                           ? name(say, content.state)
                           : say("{}: {}", name(say, content.state), closing_name(say, content.closed_as));
    text += labelled(say("State"), state, look);
    if (!content.ball.empty()) {
        text += labelled(say("Ball"), party_name(say, content.ball), look);
    }
    if (content.category) {
        text += labelled(say("Category"), fmt::format("{}", *content.category), look);
    }
    if (!content.vendor_refs.empty()) {
        text += labelled(say("Vendor ref."), core::joined(content.vendor_refs), look);
    }
    if (content.reported_at) {
        text += labelled(say("Reported"), date_time(say, content.reported_at->at, reader), look);
    }
    return text;
}

std::string field_lines(const Wording& say, const core::Case& content, const Reader& reader,
                        const Look& look) {
    std::string text;
    for (const auto& field : core::defect_fields) {
        auto value = std::string(content.field(field.name));
        if (value.empty() || field.name == "system") {
            continue;
        }
        if (const auto time = core::parse_rfc3339(value); field.name == "observed_at" && time) {
            value = date_time(say, time->at, reader);
        }
        text += labelled(field_name(say, field.name), value, look);
    }
    const auto* retest = content.fields.find("retest");
    if (retest != nullptr && retest->list() != nullptr) {
        int number = 0;
        for (const auto& step : *retest->list()) {
            const auto label = number == 0 ? field_name(say, "retest") : std::string{};
            text += labelled(
                label, fmt::format("{}. {}", ++number, step.text() != nullptr ? *step.text() : ""), look);
        }
    }
    return text;
}

std::string clock_line(const Wording& say, const core::Clock& clock, const Reader& reader, const Look& look) {
    auto text = say("{} (target {})", name(say, clock.state), clock.target);
    if (clock.due_at) {
        text += ", " + say("due {}", date_time(say, *clock.due_at, reader));
        if (clock.is_open() && reader.terms != nullptr) {
            text += ", " + open_time_left(say, *clock.due_at, reader.now,
                                          reader.terms->find_calendar(clock.calendar));
        }
    }
    if (clock.stopped_at) {
        text += ", " + say("stopped {}", date_time(say, *clock.stopped_at, reader));
    }
    return labelled(name(say, clock.name), text, look);
}

/// The text that says most about an event of this kind.
std::string_view said(const core::Event& event) {
    for (const auto* const member : {"text", "finding", "why", "title", "reason", "name", "benefit"}) {
        if (!event.text(member).empty()) {
            return event.text(member);
        }
    }
    return {};
}

std::string party_of(const Wording& say, const core::Event& event) {
    for (const auto* const member : {"from", "to", "holder", "by", "party", "into"}) {
        const bool is_time = std::string_view(member) == "by" && event.by().has_value();
        if (!event.text(member).empty() && !is_time) {
            return party_name(say, event.text(member));
        }
    }
    return {};
}

/// What an event decided, in words; each after a blank.
std::string particulars(const Wording& say, const core::Event& event, const Reader& reader) {
    std::string all;
    const auto add = [&](const std::string& text) { all += text.empty() ? text : " " + text; };
    const auto outcome = event.text("outcome");
    if (event.kind() == core::EventKind::verified) {
        all += ", " + verdict_name(say, outcome);
    } else {
        add(decision_name(say, outcome));
    }
    add(closing_name(say, event.text("as")));
    add(cause_name(say, event.text("cause")));
    for (const auto* const member : {"rung", "release", "ref"}) {
        add(std::string(event.text(member)));
    }
    if (event.kind() == core::EventKind::renumbered) {
        add(std::string(event.text("case")));
    }
    if (const auto by = event.by()) {
        add(say("by {}", date_time(say, *by, reader)));
    }
    if (const auto category = event.category(); category && event.kind() == core::EventKind::categorised) {
        add(fmt::format("{}", *category));
    }
    return all;
}

}  // namespace

std::string event_line(const Wording& say, const core::Event& event, const Reader& reader) {
    auto line = event.kind() == core::EventKind::unknown ? say("unknown event {}", event.kind_word)
                                                         : name(say, event.kind());
    if (const auto party = party_of(say, event); !party.empty()) {
        const bool ours = event.text("direction") == "out";
        line += " (" + (ours ? say("to: {}", party) : party) + ")";
    }
    line += particulars(say, event, reader);
    const auto text = said(event);
    return one_line(text.empty() ? line : line + ": " + std::string(text));
}

std::string case_text(const Wording& say, const core::Case& content, const core::History& history,
                      std::span<const core::Clock> clocks, const Reader& reader, const Look& look) {
    auto text = head_lines(say, content, reader, look);
    if (const auto fields = field_lines(say, content, reader, look); !fields.empty()) {
        text += heading(say("What is known"), look) + fields;
    }
    if (!clocks.empty()) {
        text += heading(say("Clocks"), look);
        for (const auto& clock : clocks) {
            text += clock_line(say, clock, reader, look);
        }
    }
    text += heading(say("What happened"), look);
    for (const auto& event : history) {
        text += labelled(date_time(say, event.occurred_at.at, reader) + " ", event_line(say, event, reader),
                         look);
    }
    return text;
}

core::List clock_values(std::span<const core::Clock> clocks, const core::Zone& zone) {
    const auto time = [&](std::optional<core::Instant> at) {
        return at ? core::Value(core::rfc3339(*at, zone)) : core::Value();
    };
    core::List list;
    for (const auto& clock : clocks) {
        core::Value value{
            core::Members{{"clock", core::word(clock.name)},
                          {"state", core::word(clock.state)},
                          {"target", clock.target},
                          {"started_at", time(clock.started_at)},
                          {"due_at", time(clock.due_at)},
                          {"stopped_at", time(clock.stopped_at)},
                          {"elapsed_seconds", static_cast<std::int64_t>(clock.elapsed.count())}}};
        if (clock.name == core::ClockName::promise) {
            value.set("slips", clock.slips);
        }
        if (clock.name == core::ClockName::update) {
            value.set("misses", clock.misses);
        }
        list.push_back(std::move(value));
    }
    return list;
}

}  // namespace spoc::render
