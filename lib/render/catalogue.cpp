#include "lib/render/catalogue.hpp"

namespace spoc::render {

namespace {

// Where the header of a .mo file says what (GNU gettext manual, "The Format of GNU MO Files").
constexpr std::size_t count_field = 8;
constexpr std::size_t originals_field = 12;
constexpr std::size_t translations_field = 16;
constexpr std::size_t header_size = 28;
constexpr std::size_t descriptor_size = 8;

std::string_view first_form(std::string_view forms) {
    return forms.substr(0, forms.find('\0'));
}

}  // namespace

std::string_view Catalogue::find(std::string_view text) const {
    return first_form(entry(text));
}

std::string_view Catalogue::find_plural(std::string_view text) const {
    const auto forms = entry(text);
    const auto end = forms.find('\0');
    return end == std::string_view::npos ? std::string_view{} : first_form(forms.substr(end + 1));
}

std::string_view Catalogue::entry(std::string_view text) const {
    if (content_.size() < header_size || text.empty()) {
        return {};
    }
    const auto originals = number_at(originals_field);
    std::size_t low = 0;
    std::size_t high = number_at(count_field);
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto original = first_form(string_at(originals, middle));
        if (original == text) {
            return string_at(number_at(translations_field), middle);
        }
        if (original < text) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return {};
}

std::string_view Catalogue::string_at(std::size_t table, std::size_t index) const {
    const auto descriptor = table + index * descriptor_size;
    return content_.substr(number_at(descriptor + 4), number_at(descriptor));
}

std::size_t Catalogue::number_at(std::size_t offset) const {
    std::size_t number = 0;
    for (std::size_t byte = 4; byte-- > 0;) {
        number = number * 256 + static_cast<unsigned char>(content_.at(offset + byte));
    }
    return number;
}

}  // namespace spoc::render
