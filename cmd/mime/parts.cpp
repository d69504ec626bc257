#include "cmd/mime/parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cmd/mime/automatic.hpp"
#include "cmd/mime/charset.hpp"
#include "cmd/mime/html_text.hpp"
#include "lib/core/file_name.hpp"

namespace spoc::mime {

namespace {

using std::string_view;

/// Deeper nesting is made to do harm, and holds nothing that a person wrote.
constexpr int deepest = 100;
constexpr std::size_t most_attachments = 1000;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

bool is_blank(string_view text) {
    return text.find_first_not_of(" \t\r\n\u00A0") == string_view::npos;
}

std::string bytes_in(GMimeStream* stream) {
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return bytes->len == 0 ? std::string()
                           : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

std::string nested_mail(GMimeObject* part) {
    auto* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (message == nullptr) {
        return {};
    }
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
    return bytes_in(stream.get());
}

bool is_token(string_view word) {
    return !word.empty() && word.find_first_of(" \t\r\n\"(),/:;<=>?@[\\]") == string_view::npos;
}

/// Whether a part has a type that is none: "text", or ";;;".
bool has_broken_type(GMimeObject* part) {
    const auto headers = headers_of(part, "Content-Type");
    if (headers.empty()) {
        return false;
    }
    string_view type = headers.front();
    type = type.substr(std::min(type.find_first_not_of(" \t\r\n"), type.size()));
    type = type.substr(0, type.find_first_of("; \t\r\n("));
    const auto slash = type.find('/');
    return slash == string_view::npos || !is_token(type.substr(0, slash)) ||
           !is_token(type.substr(slash + 1));
}

std::string parameter(GMimeObject* part, const char* name) {
    return text_or_empty(g_mime_object_get_content_type_parameter(part, name));
}

/// The name that a part was given, in its disposition or its type.
std::string file_name_of(GMimeObject* part) {
    const auto name = text_or_empty(g_mime_object_get_content_disposition_parameter(part, "filename"));
    return name.empty() ? parameter(part, "name") : name;
}

bool is_attached(GMimeObject* part) {
    return lower(text_or_empty(g_mime_object_get_disposition(part))) == "attachment";
}

std::string text_of_leaf(GMimeObject* part) {
    const auto type = media_type_of(part);
    if (is_attached(part) || !type.starts_with("text/") || type == "text/rfc822-headers" ||
        type == "text/calendar") {
        return {};
    }
    auto text = with_unix_lines(to_utf8(content_of(part), parameter(part, "charset")));
    return type == "text/html" ? html_text(text) : text;
}

bool is_alternative(GMimeObject* part) {
    return media_type_of(part) == "multipart/alternative";
}

bool holds_plain_text(GMimeObject* part, int depth) {
    if (!GMIME_IS_MULTIPART(part)) {
        return media_type_of(part) == "text/plain" && !is_attached(part);
    }
    auto* parts = GMIME_MULTIPART(part);
    for (int i = 0; depth < deepest && i < g_mime_multipart_get_count(parts); ++i) {
        if (holds_plain_text(g_mime_multipart_get_part(parts, i), depth + 1)) {
            return true;
        }
    }
    return false;
}

std::string text_within(GMimeObject* part, int depth);

/// The first of the parts that says anything; of those that hold plain text, if `plain_only`.
enum class Choice { plain_only, any };
std::string first_text(GMimeMultipart* parts, Choice choice, int depth) {
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
        auto* part = g_mime_multipart_get_part(parts, i);
        if (choice == Choice::any || holds_plain_text(part, depth + 1)) {
            auto text = text_within(part, depth + 1);
            if (!is_blank(text)) {
                return text;
            }
        }
    }
    return {};
}

std::string text_within(GMimeObject* part, int depth) {
    if (depth > deepest || GMIME_IS_MESSAGE_PART(part)) {
        return {};
    }
    if (!GMIME_IS_MULTIPART(part)) {
        return text_of_leaf(part);
    }
    auto* parts = GMIME_MULTIPART(part);
    if (is_alternative(part)) {
        auto text = first_text(parts, Choice::plain_only, depth);
        if (!text.empty()) {
            return text;
        }
    }
    return first_text(parts, Choice::any, depth);
}

/// Kinds of parts that carry nothing for people but are no text either.
constexpr auto machinery =
    std::to_array<string_view>({"application/pgp-signature", "application/pgp-encrypted",
                                "application/pkcs7-signature", "application/x-pkcs7-signature"});

bool is_attachment(GMimeObject* part) {
    if (GMIME_IS_MESSAGE_PART(part) || is_attached(part) || !file_name_of(part).empty()) {
        return true;
    }
    const auto type = media_type_of(part);
    const bool shown =
        type.starts_with("text/") || type.starts_with("message/") || type.starts_with("multipart/");
    return !shown && std::ranges::find(machinery, string_view(type)) == machinery.end();
}

constexpr auto endings = std::to_array<std::array<string_view, 2>>({
    {"text/plain", ".txt"},
    {"text/html", ".html"},
    {"text/csv", ".csv"},
    {"text/calendar", ".ics"},
    {"image/jpeg", ".jpg"},
    {"image/png", ".png"},
    {"image/gif", ".gif"},
    {"application/pdf", ".pdf"},
    {"message/rfc822", ".eml"},
});

/// A name for a part that has none.
std::string made_up_name(const std::string& type, std::size_t number) {
    const auto* const known =
        std::ranges::find(endings, string_view(type), [](const auto& row) { return row[0]; });
    return "attachment-" + std::to_string(number) + std::string(known == endings.end() ? "" : (*known)[1]);
}

core::ReceivedAttachment attachment(GMimeObject* part, std::size_t number) {
    const auto type = media_type_of(part);
    const auto name = file_name_of(part);
    return {.name = core::safe_file_name(name.empty() ? made_up_name(type, number) : name),
            .media_type = type,
            .content = GMIME_IS_MESSAGE_PART(part) ? nested_mail(part) : content_of(part)};
}

void gather(GMimeObject* part, int depth, std::vector<core::ReceivedAttachment>& all) {
    if (depth > deepest || all.size() >= most_attachments) {
        return;
    }
    if (GMIME_IS_MULTIPART(part)) {
        auto* parts = GMIME_MULTIPART(part);
        for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
            gather(g_mime_multipart_get_part(parts, i), depth + 1, all);
        }
    } else if (is_attachment(part)) {
        all.push_back(attachment(part, all.size() + 1));
    }
}

}  // namespace

std::string content_of(GMimeObject* part) {
    auto* content = GMIME_IS_PART(part) ? g_mime_part_get_content(GMIME_PART(part)) : nullptr;
    if (content == nullptr) {
        return {};
    }
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    return bytes_in(stream.get());
}

std::string body_text(GMimeObject* body) {
    return body == nullptr ? std::string() : text_within(body, 0);
}

std::vector<core::ReceivedAttachment> attachments_of(GMimeObject* body) {
    std::vector<core::ReceivedAttachment> all;
    if (body != nullptr) {
        gather(body, 0, all);
    }
    return all;
}

std::string media_type_of(GMimeObject* part) {
    if (!GMIME_IS_MULTIPART(part) && !GMIME_IS_MESSAGE_PART(part) && has_broken_type(part)) {
        return "text/plain";  // RFC 2045, 5.2
    }
    auto* type = g_mime_object_get_content_type(part);
    const OwnedText text(type == nullptr ? nullptr : g_mime_content_type_get_mime_type(type));
    return lower(text_or_empty(text.get()));
}

}  // namespace spoc::mime
