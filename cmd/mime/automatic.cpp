#include "cmd/mime/automatic.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cmd/mime/message_id.hpp"
#include "cmd/mime/parts.hpp"

namespace spoc::mime {

namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

/// The first word of a header, before any comment or parameter.
std::string first_word(const std::string& value) {
    const auto begin = value.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) {
        return {};
    }
    return lower(value.substr(begin, value.find_first_of(" \t\r\n;(", begin) - begin));
}

bool any_header(GMimeMessage* message, const char* name, bool (*says)(const std::string& word)) {
    const auto values = headers_of(GMIME_OBJECT(message), name);
    return std::ranges::any_of(values, [&](const std::string& value) { return says(first_word(value)); });
}

/// How the mail programs of offices begin the subject of what they answer by themselves, not all of which say
/// so in a header.
bool begins_as_automatic(GMimeMessage* message) {
    const auto* const subject = g_mime_message_get_subject(message);
    const auto text = lower(subject == nullptr ? std::string{} : std::string(subject));
    constexpr std::array<std::string_view, 7> beginnings = {
        "automatisk svar:", "autosvar:",     "automatic reply:", "auto-reply:",
        "out of office:",   "fraværsbesked", "ikke til stede:"};
    return std::ranges::any_of(beginnings,
                               [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool says_automatic(GMimeMessage* message) {
    return begins_as_automatic(message) ||
           any_header(message, "Auto-Submitted",
                      [](const std::string& word) { return !word.empty() && word != "no"; }) ||
           any_header(message, "Precedence",
                      [](const std::string& word) {
                          return word == "bulk" || word == "auto_reply" || word == "auto-reply";
                      }) ||
           any_header(message, "Return-Path",
                      [](const std::string& word) { return word.empty() || word == "<>"; });
}

/// The parts of a report on a delivery.
struct Report {
    bool found = false;
    bool failed = false;
    std::string original;  ///< message id of what it is about
};

/// The value of a line "Name: value" in a text of such lines; empty if there is none.
std::string field(const std::string& text, const std::string& name) {
    const auto lowered = "\n" + lower(text);
    const auto at = lowered.find("\n" + name + ":");
    if (at == std::string::npos) {
        return {};
    }
    const auto begin = at + name.size() + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// The values of all lines of that name.
bool any_field(std::string text, const std::string& name, const std::string& value) {
    text = lower(std::move(text));
    for (auto at = text.find(name + ":"); at != std::string::npos; at = text.find(name + ":", at + 1)) {
        if (first_word(text.substr(at + name.size() + 1, 80)) == value) {
            return true;
        }
    }
    return false;
}

void read_report_part(GMimeObject* part, Report& report) {
    const auto type = media_type_of(part);
    if (type == "message/delivery-status" || type == "message/global-delivery-status") {
        const auto status = content_of(part);
        report.found = true;
        report.failed = report.failed || any_field(status, "action", "failed");
    } else if (type == "text/rfc822-headers" || type == "message/global-headers") {
        report.original = message_id(field(content_of(part), "message-id"));
    } else if (GMIME_IS_MESSAGE_PART(part)) {
        auto* original = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        const auto ids = original == nullptr ? std::vector<std::string>()
                                             : headers_of(GMIME_OBJECT(original), "Message-ID");
        report.original = ids.empty() ? report.original : message_id(ids.front());
    }
}

bool is_report(GMimeObject* body) {
    return body != nullptr && media_type_of(body) == "multipart/report";
}

Report report_in(GMimeObject* body) {
    Report report;
    if (is_report(body) && GMIME_IS_MULTIPART(body)) {
        auto* parts = GMIME_MULTIPART(body);
        for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
            read_report_part(g_mime_multipart_get_part(parts, i), report);
        }
    }
    return report;
}

/// Reports from before there was a form for them name the mail that failed in their text.
std::string named_in_text(GMimeObject* body) {
    return message_id(field(body_text(body), "message-id"));
}

}  // namespace

Origin origin_of(GMimeMessage* message, const std::string& sender) {
    auto* body = g_mime_message_get_mime_part(message);
    const auto report = report_in(body);
    const bool old_report = lower(sender).starts_with("mailer-daemon@") ||
                            !headers_of(GMIME_OBJECT(message), "X-Failed-Recipients").empty();
    Origin origin;
    origin.automatic = says_automatic(message) || is_report(body) || old_report;
    origin.bounce = report.found ? report.failed : old_report && !is_report(body);
    if (origin.bounce) {
        origin.bounced = report.original.empty() ? named_in_text(body) : report.original;
    }
    return origin;
}

std::vector<std::string> headers_of(GMimeObject* object, const std::string& name) {
    std::vector<std::string> values;
    auto* headers = g_mime_object_get_header_list(object);
    for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
        auto* header = g_mime_header_list_get_header_at(headers, i);
        if (lower(text_or_empty(g_mime_header_get_name(header))) == lower(name)) {
            values.push_back(text_or_empty(g_mime_header_get_raw_value(header)));
        }
    }
    return values;
}

}  // namespace spoc::mime
