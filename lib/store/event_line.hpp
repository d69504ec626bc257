#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/event.hpp"
#include "lib/store/chain_head.hpp"

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

/// The place of an event in the chain of its origin, worked out ahead of its turn: it is right if the chain
/// has come to `before` by then.
struct Link {
    std::int64_t seq = 0;  ///< 0: none was worked out
    std::string before;    ///< hash of the event before
    std::string hash;
};

/// An event beside the texts that are stored of it.
struct Entry {
    core::Event event;
    std::string label;  ///< its case, as it is named where the event was recorded
    std::string data;   ///< its data as canonical JSON
    std::string body;   ///< what people wrote in it, folded for the search
    Link link;
    bool is_plain = false;  ///< surely no line before has its id, and it is no part of a redaction
    bool is_held = false;   ///< to be written with others
};

/// The entry of an event that is recorded under the name of its case here.
Entry entry_of(core::Event event);
Entry entry_of(core::Event event, std::string label);

LineParts line_parts(const Entry& entry);

/// The hash, hexadecimal, of an entry that comes next in a chain.
std::string hash_after(const ChainHead& head, const Entry& entry);

/// A line without an end of another system's, and, if it is the first, without the mark that some editors
/// begin a file with.
std::string_view bare_line(std::string_view line, bool is_first);

/// Reads a line of the interchange form: the case id of the event is the label; `origin`, `seq` and `hash`
/// are as the line says, empty if it does not. Throws Failed with what is wrong.
Entry parse_line(std::string_view text);

/// Why an event can never be, if so: it occurred after it was recorded, or lacks what its kind needs.
std::optional<core::Sentence> flaw(const core::Event& event);

}  // namespace spoc::store
