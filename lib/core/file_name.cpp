#include "lib/core/file_name.hpp"

#include <algorithm>
#include <array>

#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;

constexpr std::size_t longest = 255;
constexpr string_view fallback = "attachment";

/// Names that stand for devices on Windows, with any ending.
constexpr auto devices = std::to_array<string_view>(
    {"con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",   "com8",
     "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$"});

/// Control characters, and those that only change how others are shown.
bool is_unseen(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

std::string without_unseen(string_view name) {
    std::string out;
    const std::string valid = with_utf8_only(name);
    for (string_view rest = valid; !rest.empty();) {
        const auto character = first_character(rest);
        if (!is_unseen(character.code)) {
            out.append(rest.substr(0, character.size));
        }
        rest.remove_prefix(character.size);
    }
    return out;
}

/// What stands after the last separator that something stands after.
string_view last_component(string_view path) {
    const auto end = path.find_last_not_of("/\\");
    if (end == string_view::npos) {
        return {};
    }
    path = path.substr(0, end + 1);
    return path.substr(path.find_last_of("/\\") + 1);
}

string_view trimmed(string_view name) {
    name.remove_prefix(std::min(name.find_first_not_of(".~ "), name.size()));
    return name.substr(0, name.find_last_not_of(". ") + 1);
}

bool is_device(string_view name) {
    std::string stem(name.substr(0, name.find('.')));
    stem.erase(stem.find_last_not_of(' ') + 1);
    std::ranges::transform(stem, stem.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return std::ranges::find(devices, string_view(stem)) != devices.end();
}

/// At most `size` bytes of whole characters.
string_view cut(string_view text, std::size_t size) {
    if (text.size() <= size) {
        return text;
    }
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

/// Cuts the middle out, so that the ending stays.
std::string shortened(string_view name) {
    if (name.size() <= longest) {
        return std::string(name);
    }
    const auto dot = name.rfind('.');
    const auto ending = dot == string_view::npos || name.size() - dot > 20 ? string_view() : name.substr(dot);
    return std::string(cut(name.substr(0, name.size() - ending.size()), longest - ending.size()))
        .append(ending);
}

}  // namespace

std::string safe_file_name(string_view name) {
    const auto seen = without_unseen(name);
    std::string safe(trimmed(last_component(seen)));
    if (safe.empty()) {
        safe = fallback;
    }
    if (is_device(safe)) {
        safe.insert(0, 1, '_');
    }
    return shortened(safe);
}

}  // namespace spoc::core
