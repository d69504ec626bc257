#include "lib/render/mail_text.hpp"

#include <algorithm>
#include <array>

#include "lib/core/error.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::render {

namespace {

using core::Value;

/// The fields of a record that letters quote as they are.
constexpr auto quoted_fields = std::to_array<std::string_view>(
    {"reason", "environment", "steps", "expected", "actual", "object", "users", "frequency", "browser", "os",
     "workaround", "local_check", "interface", "link"});

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A moment that the record holds as RFC 3339; what cannot be read is quoted as it is.
std::string moment(const Wording& say, std::string_view text, const Reader& reader) {
    const auto time = core::parse_rfc3339(text);
    return time ? date_time(say, time->at, reader) : std::string(text);
}

Value numbered(const Value* steps) {
    core::List list;
    if (steps != nullptr && steps->list() != nullptr) {
        for (const auto& step : *steps->list()) {
            list.push_back(
                core::Members{{"number", static_cast<std::int64_t>(list.size() + 1)}, {"step", step}});
        }
    }
    return list;
}

/// A count that is worth mentioning.
Value unless_zero(int count) {
    return count == 0 ? Value{} : Value{count};
}

void add_record(Value& values, const Wording& say, const core::Case& content, const Reader& reader) {
    for (const auto field : quoted_fields) {
        values.set(field, trimmed(content.field(field)));
    }
    values.set("observed_at", moment(say, content.field("observed_at"), reader));
    values.set("retest", numbered(content.fields.find("retest")));
    if (!content.interface.empty()) {
        values.set("interface", content.interface);
    }
}

}  // namespace

Value case_values(const Wording& say, const core::Case& content, const Reader& reader) {
    const auto id = core::text(content.id);
    Value values{core::Members{
        {"tag", fmt::format("[{}]", id)},
        {"case", id},
        {"title", one_line(content.title())},
        {"system", content.id.system},
        {"category", content.category ? Value{*content.category} : Value{}},
        {"vendor_ref", content.vendor_refs.empty() ? std::string{} : content.vendor_refs.back()},
        {"state", name(say, content.state)},
        {"recorded", date_time(say, content.recorded_at.at, reader)},
        {"reported", content.reported_at ? date_time(say, content.reported_at->at, reader) : std::string{}},
        {"cause", content.cause.empty() ? std::string{} : cause_name(say, content.cause)},
        {"closed_as", content.closed_as.empty() ? std::string{} : closing_name(say, content.closed_as)},
        {"outcome", content.outcome ? decision_name(say, *content.outcome) : std::string{}},
        {"release", content.announcement ? content.announcement->text("release") : std::string_view{}},
        {"failed_verifications", unless_zero(content.failed_verifications)},
        {"slips", unless_zero(content.slips)},
        {"reopenings", unless_zero(content.reopenings)}}};
    add_record(values, say, content, reader);
    return values;
}

Value together(Value values, const Value& more) {
    if (const auto* members = more.members()) {
        for (const auto& [name, member] : *members) {
            values.set(name, member);
        }
    }
    return values;
}

void write(core::Message& message, const Templates& templates, std::string_view name, const Wording& say,
           const Value& values, Escape escape) {
    constexpr std::string_view mark_of_subject = "Subject:";
    const auto filled = templates.fill(name, say.language(), values, escape);
    const std::string_view text = filled;
    const auto end = std::min(text.find('\n'), text.size());
    if (!text.starts_with(mark_of_subject)) {
        throw core::ConfigError("the first line of the template {} does not begin with {}", name,
                                mark_of_subject);
    }
    message.subject = one_line(trimmed(text.substr(mark_of_subject.size(), end - mark_of_subject.size())));
    message.body = std::string(trimmed(text.substr(end))) + "\n";
}

}  // namespace spoc::render
