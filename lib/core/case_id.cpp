#include "lib/core/case_id.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace spoc::core {

namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_code_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string text(const CaseId& id) {
    return std::string(id.system).append(1, '-').append(std::to_string(id.number));
}

std::optional<CaseId> parse_case_id(std::string_view text) {
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos || dash == 0) {
        return std::nullopt;
    }
    CaseId id;
    std::ranges::transform(text.substr(0, dash), std::back_inserter(id.system), upper);
    const auto number = text.substr(dash + 1);
    const auto [stop, failure] = std::from_chars(number.data(), number.data() + number.size(), id.number);
    const bool whole = failure == std::errc{} && stop == number.data() + number.size() && id.number > 0;
    return whole && std::ranges::all_of(id.system, is_code_character) ? std::optional(id) : std::nullopt;
}

}  // namespace spoc::core
