#include "lib/render/wording.hpp"

#include "lib/core/place.hpp"
#include "lib/render/catalogue.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

bool is_plain(std::string_view text) {
    return text.find_first_of("{}") == std::string_view::npos;
}

/// Fills the translation; a translation that cannot be filled gives way to the English text.
std::string filled_or_english(std::string_view translation, std::string_view english,
                              const std::vector<std::string>& arguments) {
    if (translation.empty()) {
        return is_plain(english) ? std::string(english) : core::fill(english, arguments);
    }
    try {
        return is_plain(translation) ? std::string(translation) : core::fill(translation, arguments);
    } catch (const fmt::format_error&) {
        return core::fill(english, arguments);
    }
}

}  // namespace

std::string_view word(Language language) {
    return language == Language::danish ? "da" : "en";
}

std::optional<Language> language(std::string_view word) {
    if (word == "da") {
        return Language::danish;
    }
    return word == "en" ? std::optional(Language::english) : std::nullopt;
}

Language language_of_environment(std::string_view locale) {
    return language(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::english);
}

std::string Wording::tell(const core::Sentence& sentence) const {
    auto arguments = sentence.arguments;
    for (auto& argument : arguments) {
        argument = one_line(argument);
    }
    const std::string_view text = sentence.text;
    const auto key = core::without_place(text);
    const auto translation = language_ == Language::danish ? danish().find(key) : std::string_view{};
    if (translation.empty()) {
        return filled_or_english({}, text, arguments);
    }
    std::string whole(text.substr(0, text.size() - key.size()));
    return filled_or_english(whole.append(translation), text, arguments);
}

std::string Wording::filled(const char* text, const std::vector<std::string>& arguments) const {
    const auto translation = language_ == Language::danish ? danish().find(text) : std::string_view{};
    return filled_or_english(translation, text, arguments);
}

std::string Wording::counted(const char* one, const char* many, std::int64_t number,
                             const std::vector<std::string>& arguments) const {
    const bool single = number == 1;
    std::string_view translation;
    if (language_ == Language::danish) {
        translation = single ? danish().find(one) : danish().find_plural(one);
    }
    return filled_or_english(translation, single ? one : many, arguments);
}

}  // namespace spoc::render
