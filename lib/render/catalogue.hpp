#pragma once

#include <string_view>

namespace spoc::render {

/// A catalogue of translations as msgfmt writes it (a `.mo` file, little-endian), read where it lies: making
/// one costs nothing, a look-up is a binary search.
class Catalogue {
public:
    explicit Catalogue(std::string_view content) : content_(content) {}

    /// The translation of `text`; empty if there is none. Of a text with a plural it is the singular.
    std::string_view find(std::string_view text) const;
    /// The plural form of the translation of `text`, which is the key's singular; empty if there is none.
    std::string_view find_plural(std::string_view text) const;

private:
    std::string_view entry(std::string_view text) const;
    std::string_view string_at(std::size_t table, std::size_t index) const;
    std::size_t number_at(std::size_t offset) const;

    std::string_view content_;
};

/// The Danish catalogue that is built into the program.
Catalogue danish();

}  // namespace spoc::render
