#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/event.hpp"

namespace spoc::store {

/// What one line of the interchange form says, as text that outlives it.
struct LineParts {
    std::string_view id;
    std::string_view label;  ///< the case, as it was named where the event was recorded
    std::string_view kind;
    core::Timestamp occurred_at;
    core::Timestamp recorded_at;
    std::string_view actor;
    std::string_view origin;
    std::int64_t seq = 0;
    std::string_view data;  ///< JSON
};

/// The parts of the line of an event, which it, `label` and `data`, its data as JSON, outlive.
LineParts line_parts(const core::Event& event, std::string_view label, std::string_view data);

/// The line that an event's hash covers: core::json(core::line_without_hash(event)), without building a
/// value.
std::string canonical_line(const LineParts& parts);

/// Appends the whole line, with its hash and its line end.
void append_export_line(std::string& out, const LineParts& parts, std::string_view hash_hex);

/// An event as it comes in, with its canonical data. Its case id is the label; `origin`, `seq` and `hash` are
/// as the line says, empty if it does not.
struct IncomingEvent {
    core::Event event;
    std::string data;
};

/// A line without an end of another system's, and, if it is the first, without the mark that some editors
/// begin a file with.
std::string_view bare_line(std::string_view line, std::int64_t number);

/// Reads a line of the interchange form. Throws Failed with what is wrong.
IncomingEvent parse_line(std::string_view text);

/// Why an event can never be, if so: it occurred after it was recorded, or lacks what its kind needs.
std::optional<core::Sentence> flaw(const core::Event& event);

}  // namespace spoc::store
