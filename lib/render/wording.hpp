#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lib/core/error.hpp"

namespace spoc::render {

/// A language that the program speaks.
enum class Language { english, danish };

/// "en" or "da".
std::string_view word(Language language);
/// The language that "da" or "en" names.
std::optional<Language> language(std::string_view word);
/// The language of a locale name such as "da_DK.UTF-8"; English unless it is Danish.
Language language_of_environment(std::string_view locale);

/// Marks a text for translation where it stands in a table; `Wording` translates it where it is shown.
constexpr const char* mark(const char* text) {
    return text;
}

/// Says things in one language. The English format string is the key of the translation; where a translation
/// is missing, English is said. Needs no locale of the system.
class Wording {
public:
    explicit Wording(Language language) : language_(language) {}

    Language language() const { return language_; }

    /// `say("Reported to {}", party)`.
    template <typename... Arguments>
    std::string operator()(const char* text, const Arguments&... arguments) const {
        return filled(text, {fmt::format("{}", arguments)...});
    }

    /// `say.count("{} case", "{} cases", n)`: the number fills the first placeholder.
    template <typename... Arguments>
    std::string count(const char* one, const char* many, std::int64_t number,
                      const Arguments&... arguments) const {
        return counted(one, many, number, {fmt::format("{}", number), fmt::format("{}", arguments)...});
    }

    /// A sentence of the layers below, such as an error. What it quotes is made safe for a terminal.
    std::string tell(const core::Sentence& sentence) const;

private:
    std::string filled(const char* text, const std::vector<std::string>& arguments) const;
    std::string counted(const char* one, const char* many, std::int64_t number,
                        const std::vector<std::string>& arguments) const;

    Language language_;
};

}  // namespace spoc::render
