#include "lib/core/audience.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

using std::string_view;

bool holds(const std::vector<std::string>& values, string_view value) {
    return std::ranges::find(values, value) != values.end();
}

bool fits_list(const std::vector<std::string>& allowed, string_view value) {
    return allowed.empty() || holds(allowed, value);
}

/// Whether any of the words begins a word of the text; several words must follow each other.
bool mentions(const std::vector<std::string>& words, const Notice& notice) {
    const auto text = fmt::format(" {} {}", fold_search_text(notice.title), fold_search_text(notice.summary));
    return std::ranges::any_of(words, [&](const std::string& word) {
        const auto folded = fold_search_text(word);
        return !folded.empty() && text.find(" " + folded) != std::string::npos;
    });
}

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// The colleague of that name or that address; an address of nobody known stands for itself.
Recipient recipient(const std::string& entry, std::span<const Colleague> colleagues) {
    const auto found = std::ranges::find_if(colleagues, [&](const Colleague& each) {
        return each.name == entry || lower(each.mail) == lower(entry);
    });
    if (found != colleagues.end()) {
        return {.name = found->name, .mail = found->mail, .language = found->language, .audience = {}};
    }
    return {.name = {}, .mail = entry, .language = {}, .audience = {}};
}

}  // namespace

bool fits(const Audience& audience, const Notice& notice) {
    return fits_list(audience.systems, notice.system) && fits_list(audience.interfaces, notice.interface) &&
           fits_list(audience.kinds, word(notice.kind)) &&
           (audience.words.empty() || mentions(audience.words, notice));
}

std::vector<Audience> fitting(std::span<const Audience> audiences, const Notice& notice) {
    std::vector<Audience> found;
    std::ranges::copy_if(audiences, std::back_inserter(found),
                         [&](const Audience& audience) { return fits(audience, notice); });
    return found;
}

std::vector<Audience> fitting_unasked(std::span<const Audience> audiences, const Notice& notice) {
    auto found = fitting(audiences, notice);
    std::erase_if(found,
                  [&](const Audience& audience) { return !holds(audience.auto_kinds, word(notice.kind)); });
    return found;
}

std::vector<Recipient> recipients(std::span<const Audience> audiences,
                                  std::span<const Colleague> colleagues) {
    std::vector<Recipient> found;
    for (const auto& audience : audiences) {
        for (const auto& entry : audience.colleagues) {
            auto person = recipient(entry, colleagues);
            person.audience = audience.name;
            if (!audience.language.empty()) {
                person.language = audience.language;
            }
            const bool known = std::ranges::any_of(
                found, [&](const Recipient& each) { return lower(each.mail) == lower(person.mail); });
            if (!known) {
                found.push_back(std::move(person));
            }
        }
    }
    return found;
}

}  // namespace spoc::core
