#include "lib/intake/link.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace spoc::intake {

namespace {

using std::string_view;

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool starts_with_word(string_view text, string_view word) {
    return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, small);
}

/// The scheme and its colon at the front, or nothing.
string_view scheme_of(string_view link) {
    const auto end = link.find_first_of(":/?#");
    return end != string_view::npos && link[end] == ':' ? link.substr(0, end + 1) : string_view{};
}

std::string cleaned(string_view link) {
    constexpr string_view blanks = " \t\r\n\f\v";
    const auto start = link.find_first_not_of(blanks);
    if (start == string_view::npos) {
        return {};
    }
    std::string out;
    for (const char c : link.substr(start, link.find_last_not_of(blanks) - start + 1)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || c == '\r' || c == '\t') {
            continue;
        }
        if (byte <= 0x20 || byte == 0x7F || c == '"' || c == '<' || c == '>') {
            fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
        } else {
            out += c;
        }
    }
    return out;
}

/// A path without its "." and ".." segments.
std::string without_dots(string_view path) {
    std::vector<string_view> kept;
    bool folder = false;  // whether it ends in a slash
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const auto end = std::min(path.find('/'), path.size());
        const auto segment = path.substr(0, end);
        path.remove_prefix(end);
        folder = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) {
            kept.pop_back();
        } else if (!folder) {
            kept.push_back(segment);
        }
    }
    std::string out;
    for (const auto segment : kept) {
        out.append("/").append(segment);
    }
    return folder || out.empty() ? out + '/' : out;
}

/// An address in its parts: "https://host", "/path", "?query".
struct Address {
    string_view authority;
    string_view path;
    string_view query;
};

Address split(string_view address) {
    address = address.substr(0, address.find('#'));
    const auto slashes = address.find("//");
    const auto host_end = std::min(address.find_first_of("/?", slashes + 2), address.size());
    const auto rest = address.substr(host_end);
    const auto query = std::min(rest.find('?'), rest.size());
    return {
        .authority = address.substr(0, host_end), .path = rest.substr(0, query), .query = rest.substr(query)};
}

std::string relative(string_view link, string_view base) {
    const auto from = split(base);
    const std::string authority(from.authority);
    if (link.starts_with("//")) {
        return std::string(scheme_of(base)).append(link);
    }
    if (link.empty() || link.starts_with('#')) {
        return authority + std::string(from.path) + std::string(from.query) + std::string(link);
    }
    if (link.starts_with('?')) {
        return authority + std::string(from.path) + std::string(link);
    }
    const auto path_end = std::min(link.find_first_of("?#"), link.size());
    const auto folder = link.starts_with('/') ? string_view{} : from.path.substr(0, from.path.rfind('/') + 1);
    auto path = std::string(folder);
    path.append(link.substr(0, path_end));
    return authority + without_dots(path) + std::string(link.substr(path_end));
}

}  // namespace

bool is_web_address(string_view address) {
    return (starts_with_word(address, "http://") && address.size() > 7) ||
           (starts_with_word(address, "https://") && address.size() > 8);
}

std::string web_link(string_view link, string_view base) {
    auto clean = cleaned(link);
    if (!scheme_of(clean).empty() || clean.empty()) {
        return is_web_address(clean) ? clean : std::string{};
    }
    const auto clean_base = cleaned(base);
    return is_web_address(clean_base) ? relative(clean, clean_base) : std::string{};
}

}  // namespace spoc::intake
