#include "lib/core/disguise.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "lib/core/decoders.hpp"

namespace spoc::core {

namespace {

using Piece = Reading::Piece;

/// The piece that ends last at or before `at`, or holds it; null if there is none.
const Piece* piece_before(const std::vector<Piece>& pieces, std::size_t at) {
    const auto after =
        std::ranges::upper_bound(pieces, at, {}, [](const Piece& piece) { return piece.out.begin; });
    return after == pieces.begin() ? nullptr : &*std::prev(after);
}

/// Where one byte of a decoded text stands in what was decoded.
Span undone(const std::vector<Piece>& pieces, std::size_t at) {
    const auto* piece = piece_before(pieces, at);
    if (piece == nullptr) {
        return {at, at + 1};
    }
    if (at < piece->out.end) {
        return piece->in;
    }
    const auto begin = piece->in.end + (at - piece->out.end);
    return {begin, begin + 1};
}

Span undone(const std::vector<Piece>& pieces, Span span) {
    return {undone(pieces, span.begin).begin, undone(pieces, span.end - 1).end};
}

constexpr auto decoders = std::to_array<Decoder>({decode_base64, decode_quoted_printable, decode_percent,
                                                  decode_backslashes, decode_entities, strip_inline_markup});

/// More than this many codes within codes are not undone.
constexpr int deepest = 3;

bool is_new(const std::vector<Reading>& known, const Reading& reading) {
    return std::ranges::none_of(known, [&](const Reading& other) { return other.text() == reading.text(); });
}

}  // namespace

Span Reading::source(Span span) const {
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
        span = undone(*layer, span);
    }
    return span;
}

bool Reading::replaceable(Span span) const {
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
        const auto* piece = piece_before(*layer, span.begin);
        if (piece != nullptr && piece->whole && span.begin < piece->out.end) {
            return false;
        }
        span = undone(*layer, span);
    }
    return true;
}

Reading Reading::decoded(Decoded layer) const {
    Reading further(layer.text);
    further.layers_ = layers_;
    further.layers_.push_back(std::move(layer.pieces));
    return further;
}

std::vector<Reading> readings(std::string_view text) {
    std::vector<Reading> all{Reading(text)};
    for (const auto decode : decoders) {  // each by itself: one code may hide what another one shows
        if (auto layer = decode(text)) {
            all.push_back(all.front().decoded(std::move(*layer)));
        }
    }
    if (all.size() == 1) {
        return all;
    }
    Reading sum = all.front();
    for (int round = 0; round < deepest; ++round) {
        for (const auto decode : decoders) {
            if (auto layer = decode(sum.text())) {
                sum = sum.decoded(std::move(*layer));
                if (is_new(all, sum)) {
                    all.push_back(sum);
                }
            }
        }
    }
    return all;
}

}  // namespace spoc::core
