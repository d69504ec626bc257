#include "lib/store/event_line.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lib/core/case.hpp"
#include "lib/core/json.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

using core::Sentence;
using core::sentence;

/// More than any desk will ever number, and far from where counting on would overflow.
constexpr std::int64_t highest_number = 999'999'999'999;

/// `before` is all that stands between the member before and the text: `,"kind":`.
void append_member(std::string& out, std::string_view before, std::string_view text) {
    out += before;
    core::append_json_text(out, text);
}

/// The same of a text that is digits, letters and the like by the way it is made, and of a time; `before`
/// ends with the quotation mark.
void append_made(std::string& out, std::string_view before, std::string_view text) {
    out.append(before).append(text).append(1, '"');
}

void append_made(std::string& out, std::string_view before, core::Timestamp time) {
    out += before;
    core::append_rfc3339(out, time);
    out += '"';
}

/// The canonical line but for the bracket that ends it.
void append_open_line(std::string& out, const LineParts& parts) {
    constexpr std::size_t around_data = 400;
    out.reserve(out.size() + around_data + parts.data.size());
    append_made(out, R"({"schema":1,"id":")", parts.id);
    append_member(out, R"(,"case":)", parts.label);
    append_member(out, R"(,"kind":)", parts.kind);
    append_made(out, R"(,"occurred_at":")", parts.occurred_at);
    append_made(out, R"(,"recorded_at":")", parts.recorded_at);
    append_member(out, R"(,"actor":)", parts.actor);
    append_member(out, R"(,"origin":)", parts.origin);
    const fmt::format_int seq(parts.seq);
    out.append(R"(,"seq":)").append(seq.data(), seq.size());
    out.append(R"(,"data":)").append(parts.data);
}

const core::Value& member(const core::Value& line, std::string_view name) {
    static const core::Value absent;
    const auto* found = line.find(name);
    return found == nullptr ? absent : *found;
}

/// The text of a member that may be left out; it is part of `line`.
std::string_view optional_text(const core::Value& line, std::string_view name) {
    const auto& value = member(line, name);
    if (value.is_null()) {
        return {};
    }
    if (value.text() == nullptr) {
        throw core::Failed("{} is no text", name);
    }
    return *value.text();
}

std::string_view required_text(const core::Value& line, std::string_view name) {
    const auto text = optional_text(line, name);
    if (text.empty()) {
        throw core::Failed("there is no {}", name);
    }
    return text;
}

core::Timestamp required_time(const core::Value& line, std::string_view name) {
    const auto text = required_text(line, name);
    const auto time = core::parse_rfc3339(text);
    if (!time) {
        throw core::Failed("{} is no time with an offset: {}", name, text);
    }
    return *time;
}

core::CaseId required_case(const core::Value& line) {
    const auto text = required_text(line, "case");
    const auto id = core::parse_case_id(text);
    if (!id || id->number > highest_number) {
        throw core::Failed("{} is no name of a case; one such as BOM-12 is meant", text);
    }
    return *id;
}

void require_schema(const core::Value& line) {
    if (line.members() == nullptr) {
        throw core::Failed("this line is no JSON object");
    }
    const auto& schema = member(line, "schema");
    if (!schema.is_null() && (schema.integer() == nullptr || *schema.integer() != 1)) {
        throw core::Failed("this line is of a schema that is not known here; 1 is");
    }
}

/// Where the event was recorded: all three of origin, seq and hash, or none of them.
void read_provenance(const core::Value& line, core::Event& event) {
    event.origin = optional_text(line, "origin");
    event.hash = optional_text(line, "hash");
    const auto* seq = member(line, "seq").integer();
    event.seq = seq == nullptr ? 0 : *seq;
    const bool none = event.origin.empty() && event.hash.empty() && member(line, "seq").is_null();
    const bool all = !event.origin.empty() && event.hash.size() == chain_start.size() && event.seq > 0;
    if (!none && !all) {
        throw core::Failed("origin, seq and hash belong together, and here they are not complete");
    }
}

/// The data of the event, moved out of its line; nothing to say is an empty object.
core::Value take_data(core::Value& line) {
    const auto found = std::ranges::find(*line.members(), "data", &core::Members::value_type::first);
    const bool is_given = found != line.members()->end() && !found->second.is_null();
    return is_given ? std::move(found->second) : core::Value(core::Members{});
}

std::optional<Sentence> flaw_of_record(const core::Event& event) {
    const auto type = core::case_type(event.text("type"));
    if (!type) {
        return sentence("a recorded event needs a type: defect, wish or question");
    }
    if (event.text("title").empty()) {
        return sentence("a recorded event needs a title");
    }
    if (event.text("system").empty()) {
        return sentence("a recorded event needs a system");
    }
    if (event.text("system") != event.case_id.system) {
        return sentence("the case {} was recorded about the system {}", core::text(event.case_id),
                        event.text("system"));
    }
    if (*type == core::CaseType::defect && !event.category()) {
        return sentence("a recorded defect needs a category");
    }
    return std::nullopt;
}

}  // namespace

Entry entry_of(core::Event event) {
    auto label = core::text(event.case_id);
    return entry_of(std::move(event), std::move(label));
}

Entry entry_of(core::Event event, std::string label) {
    auto data = core::json(event.data);
    auto body = core::fold_search_text(core::written_text(event));
    return {.event = std::move(event),
            .label = std::move(label),
            .data = std::move(data),
            .body = std::move(body),
            .link = {}};
}

std::string hash_after(const ChainHead& head, const Entry& entry) {
    const auto& link = entry.link;
    return link.seq == entry.event.seq && link.before == head.hash
               ? link.hash
               : hex(chain_hash(head.hash, canonical_line(line_parts(entry))));
}

LineParts line_parts(const Entry& entry) {
    return line_parts(entry.event, entry.label, entry.data);
}

LineParts line_parts(const core::Event& event, std::string_view label, std::string_view data) {
    return {.id = event.id,
            .label = label,
            .kind = event.kind_word,
            .occurred_at = event.occurred_at,
            .recorded_at = event.recorded_at,
            .actor = event.actor,
            .origin = event.origin,
            .seq = event.seq,
            .data = data};
}

std::string canonical_line(const LineParts& parts) {
    std::string out;
    append_open_line(out, parts);
    out += '}';
    return out;
}

void append_export_line(std::string& out, const LineParts& parts, std::string_view hash_hex) {
    append_open_line(out, parts);
    append_made(out, R"(,"hash":")", hash_hex);
    out += "}\n";
}

std::string_view bare_line(std::string_view line, bool is_first) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (is_first && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
        line.remove_suffix(1);
    }
    return line;
}

Entry parse_line(std::string_view text) {
    auto line = core::parse_json(text);
    require_schema(line);
    core::Event event;
    const auto id = uuid_bytes(required_text(line, "id"));
    if (id.empty()) {
        throw core::Failed("the id is no UUID: {}", required_text(line, "id"));
    }
    event.id = uuid_text(id);
    event.case_id = required_case(line);
    event.kind_word = required_text(line, "kind");
    event.occurred_at = required_time(line, "occurred_at");
    event.recorded_at = required_time(line, "recorded_at");
    event.actor = optional_text(line, "actor");
    read_provenance(line, event);
    event.data = take_data(line);
    if (const auto reason = flaw(event)) {
        throw core::Failed(*reason);
    }
    return entry_of(std::move(event));
}

std::optional<Sentence> flaw(const core::Event& event) {
    if (event.kind_word.empty()) {
        return sentence("an event needs a kind");
    }
    if (event.occurred_at.at > event.recorded_at.at) {
        return sentence("it occurred at {}, after it was recorded at {}", core::rfc3339(event.occurred_at),
                        core::rfc3339(event.recorded_at));
    }
    if (event.data.members() == nullptr) {
        return sentence("the data of an event is an object");
    }
    return event.kind() == core::EventKind::recorded ? flaw_of_record(event) : std::nullopt;
}

}  // namespace spoc::store
