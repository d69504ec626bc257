#include "cmd/choice.hpp"

#include <algorithm>

#include "cmd/world.hpp"
#include "lib/core/error.hpp"
#include "lib/core/search_text.hpp"

namespace spoc::cmd {

namespace {

/// The words, each with how the user's language shows it where that is another word.
std::string told(std::span<const std::string_view> words, Shown shown, World& world) {
    std::string text;
    for (const auto word : words) {
        text.append(text.empty() ? "" : ", ").append(word);
        const auto name = shown(world.say(), word);
        if (!world.globals().json && core::fold_search_text(name) != core::fold_search_text(word)) {
            text.append(" (").append(name).append(")");
        }
    }
    return text;
}

}  // namespace

std::string chosen(std::string_view option, const std::string& typed, std::span<const std::string_view> words,
                   Shown shown, World& world) {
    const auto sought = core::fold_search_text(typed);
    const auto found = std::ranges::find_if(words, [&](std::string_view word) {
        return core::fold_search_text(word) == sought ||
               core::fold_search_text(shown(world.say(), word)) == sought;
    });
    if (found == words.end()) {
        throw core::Misuse("{} cannot be {}; it is one of {}", option, typed, told(words, shown, world));
    }
    return std::string(*found);
}

}  // namespace spoc::cmd
