#include "lib/core/place.hpp"

namespace spoc::core {

namespace {

constexpr std::string_view line_form = "{}:{}: ";
constexpr std::string_view key_form = "{}:{}: {}: ";

}  // namespace

Sentence placed(const Place& place, Sentence sentence) {
    auto& arguments = sentence.arguments;
    if (!place.key.empty()) {
        arguments.insert(arguments.begin(), place.key);
    }
    arguments.insert(arguments.begin(), {place.file, std::to_string(place.line)});
    sentence.text.insert(0, place.key.empty() ? line_form : key_form);
    return sentence;
}

std::string_view without_place(std::string_view text) {
    for (const auto form : {key_form, line_form}) {
        if (text.starts_with(form)) {
            return text.substr(form.size());
        }
    }
    return text;
}

}  // namespace spoc::core
