#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spoc::core {

/// From `begin` up to, not including, `end`; in bytes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

/// A text as it reads when it is decoded, and where each piece of it stands in what is decoded.
class Reading {
public:
    explicit Reading(std::string_view original) : text_(original) {}

    const std::string& text() const { return text_; }
    /// Where a piece of the text stands in the original.
    Span source(Span span) const;
    /// Whether each character stands for itself in the original, so that it can be replaced there. In base64
    /// none does.
    bool replaceable(Span span) const;

    /// The part of a text that stands for something else.
    struct Piece {
        Span in;             ///< what stands there
        Span out;            ///< what it means; empty where it means nothing
        bool whole = false;  ///< the characters of what it means cannot be told apart in what stands there
    };
    /// A text with its pieces decoded, in order.
    struct Decoded {
        std::string text;
        std::vector<Piece> pieces;
    };
    /// This reading, decoded once more.
    Reading decoded(Decoded layer) const;

private:
    std::string text_;
    std::vector<std::vector<Piece>> layers_;  ///< the outermost first
};

/// All the ways in which a text may be meant: as it stands; each code that it seems to use decoded; and
/// several of them on top of each other. Codes are quoted-printable, percent signs, backslashes, entities,
/// base64 and, as far as it stands within words, markup.
std::vector<Reading> readings(std::string_view text);

}  // namespace spoc::core
