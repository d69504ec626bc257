#include "lib/core/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace spoc::core {

namespace {

/// How many characters must be put in, taken out or replaced to make one word of the other (Levenshtein).
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto replaced = diagonal + (left[i] == right[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string_view> known) {
    std::optional<std::string> best;
    auto shortest = typed.size() / 3 + 2;  // at a third of the letters wrong it is another word
    for (const auto word : known) {
        const auto steps = distance(typed, word);
        if (steps < shortest && steps < word.size()) {
            shortest = steps;
            best = std::string(word);
        }
    }
    return best;
}

}  // namespace spoc::core
