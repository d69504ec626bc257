#include "lib/render/case_listing.hpp"

#include <fmt/format.h>

#include "lib/core/time.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/time_left.hpp"
#include "lib/render/words.hpp"

namespace spoc::render {

namespace {

core::Value text_or_null(std::string_view text) {
    return text.empty() ? core::Value() : core::Value(text);
}

std::optional<core::Instant> instant_in(const core::Value& row, std::string_view member) {
    const auto time = core::parse_rfc3339(row.text_of(member));
    return time ? std::optional(time->at) : std::nullopt;
}

/// When the next deadline is; red once it has passed.
Cell due_cell(const Wording& say, const Reader& reader, const core::Value& row) {
    const auto due = instant_in(row, "next_due_at");
    if (!due) {
        return {};
    }
    return {.text = date_time(say, *due, reader), .tone = *due < reader.now ? Tone::alarm : Tone::plain};
}

/// How much of the clock's own time is left until it.
Cell left_cell(const Wording& say, const Reader& reader, const core::Value& row) {
    if (reader.terms == nullptr) {
        return {};
    }
    const auto due = instant_in(row, "next_due_at");
    const bool late = due && *due < reader.now;
    return {.text = row_time_left(say, row, reader.now, *reader.terms),
            .tone = late ? Tone::alarm : Tone::plain};
}

Cell clock_cell(const Wording& say, const core::Value& row) {
    for (const auto clock : {core::ClockName::response, core::ClockName::fix, core::ClockName::update,
                             core::ClockName::promise}) {
        if (row.text_of("next_clock") == core::word(clock)) {
            return {.text = name(say, clock)};
        }
    }
    return {};
}

Cell state_cell(const Wording& say, const core::Value& row) {
    const auto state = core::case_state(row.text_of("state"));
    return {.text = state ? name(say, *state) : std::string{}};
}

}  // namespace

core::Value case_row(const core::CaseSummary& summary, const core::Zone& zone) {
    return core::Members{
        {"id", core::text(summary.id)},
        {"type", core::word(summary.type)},
        {"title", summary.title},
        {"system", summary.id.system},
        {"category", summary.category},
        {"state", core::word(summary.state)},
        {"ball", text_or_null(summary.ball)},
        {"vendor_ref", text_or_null(summary.vendor_ref)},
        {"reported_at",
         summary.reported_at ? core::Value(core::rfc3339(summary.reported_at->at, zone)) : core::Value()},
        {"next_due_at",
         summary.next_due_at ? core::Value(core::rfc3339(*summary.next_due_at, zone)) : core::Value()},
        {"next_clock", summary.next_clock ? core::Value(core::word(*summary.next_clock)) : core::Value()},
        {"rung", text_or_null(summary.rung)},
        {"failed_verifications", summary.failed_verifications},
        {"slips", summary.slips},
        {"reopenings", summary.reopenings},
        {"interface", text_or_null(summary.interface)},
        {"reporter", text_or_null(summary.reporter)},
        {"release", text_or_null(summary.release)},
        {"recorded_at", core::rfc3339(summary.recorded_at.at, zone)},
        {"changed_at", core::rfc3339(summary.changed_at.at, zone)},
    };
}

void append_case_line(std::string& out, const core::CaseSummary& summary, const core::Zone& zone) {
    const auto add = [&out](std::string_view text) {
        append_plain_cell(out, text);
        out += '\t';
    };
    const auto add_word = [&out](std::string_view word) {
        out += word;
        out += '\t';
    };
    const auto add_number = [&](std::int64_t number) {
        fmt::format_int digits(number);
        add_word({digits.data(), digits.size()});
    };
    const auto add_time = [&](std::optional<core::Instant> time) {
        if (time) {
            core::append_rfc3339(out, core::timestamp(*time, zone));
        }
        out += '\t';
    };
    add(core::text(summary.id));
    add_word(core::word(summary.type));
    add(summary.title);
    add(summary.id.system);
    summary.category ? add_number(*summary.category) : add_word({});
    add_word(core::word(summary.state));
    add(summary.ball);
    add(summary.vendor_ref);
    add_time(summary.reported_at ? std::optional(summary.reported_at->at) : std::nullopt);
    add_time(summary.next_due_at);
    add_word(summary.next_clock ? core::word(*summary.next_clock) : std::string_view{});
    add(summary.rung);
    add_number(summary.failed_verifications);
    add_number(summary.slips);
    add_number(summary.reopenings);
    add(summary.interface);
    add(summary.reporter);
    add(summary.release);
    add_time(summary.recorded_at.at);
    add_time(summary.changed_at.at);
    out.back() = '\n';
}

namespace {

/// How much open time is left, where there are terms to count it by.
Column left_column(const Wording& say, const Reader& reader) {
    return {.name = "left",
            .heading = say("Left"),
            .priority = 4,
            .shown = reader.terms == nullptr ? Shown::nobody : Shown::to_people,
            .cell = [&say, reader](const auto& row) { return left_cell(say, reader, row); }};
}

}  // namespace

Listing case_listing(const Wording& say, const Reader& reader) {
    using enum Shown;
    Listing listing{.name = "cases", .columns = {}};
    listing.columns = {
        {.name = "id", .heading = say("Case"), .fit = Fit::kept},
        {.name = "type", .heading = say("Type"), .shown = to_programs},
        {.name = "title", .heading = say("Title"), .fit = Fit::cut},
        {.name = "system", .heading = say("System"), .shown = to_programs},
        {.name = "category", .heading = say("Cat."), .align = Align::right, .priority = 3},
        {.name = "state",
         .heading = say("State"),
         .priority = 2,
         .cell = [&say](const auto& row) { return state_cell(say, row); }},
        {.name = "ball",
         .heading = say("Ball"),
         .priority = 2,
         .cell =
             [&say](const core::Value& row) { return Cell{.text = party_name(say, row.text_of("ball"))}; }},
        {.name = "vendor_ref", .heading = say("Vendor ref."), .priority = 5},
        {.name = "reported_at", .heading = say("Reported"), .shown = to_programs},
        {.name = "next_due_at",
         .heading = say("Due"),
         .cell = [&say, reader](const auto& row) { return due_cell(say, reader, row); }},
        left_column(say, reader),
        {.name = "next_clock",
         .heading = say("Clock"),
         .priority = 4,
         .cell = [&say](const auto& row) { return clock_cell(say, row); }},
        {.name = "rung", .heading = say("Rung"), .priority = 6},
        {.name = "failed_verifications",
         .heading = say("Failed"),
         .align = Align::right,
         .shown = to_programs},
    };
    for (const auto* const more :
         {"slips", "reopenings", "interface", "reporter", "release", "recorded_at", "changed_at"}) {
        listing.columns.push_back({.name = more, .heading = more, .shown = to_programs});
    }
    return listing;
}

}  // namespace spoc::render
