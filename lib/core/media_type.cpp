#include "lib/core/media_type.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace spoc::core {

namespace {

using std::string_view;

struct Signature {
    string_view beginning;
    string_view type;
};

constexpr auto signatures = std::to_array<Signature>({
    {"\x89PNG\r\n", "image/png"},
    {"\xff\xd8\xff", "image/jpeg"},
    {"GIF8", "image/gif"},
    {"%PDF-", "application/pdf"},
    {"PK\x03\x04", "application/zip"},
    {"\x1f\x8b", "application/gzip"},
});

struct Ending {
    string_view ending;
    string_view type;
};

constexpr auto endings = std::to_array<Ending>({
    {".txt", "text/plain"},
    {".log", "text/plain"},
    {".csv", "text/csv"},
    {".html", "text/html"},
    {".htm", "text/html"},
    {".xml", "text/xml"},
    {".json", "application/json"},
    {".eml", "message/rfc822"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
});

bool looks_like_text(string_view content) {
    return std::ranges::none_of(content, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

}  // namespace

string_view media_type(string_view name, string_view content) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const auto& [ending, type] : endings) {
        const bool text = !type.starts_with("application/vnd");
        if (lower.ends_with(ending) && (!text || looks_like_text(content))) {
            return type;
        }
    }
    for (const auto& [beginning, type] : signatures) {
        if (content.starts_with(beginning)) {
            return type;
        }
    }
    return looks_like_text(content) ? "text/plain" : "application/octet-stream";
}

}  // namespace spoc::core
