#include "lib/store/fresh_cases.hpp"

#include <utility>

namespace spoc::store {

namespace {

/// A case lies still when so many events of others were kept after its last: some 20 MB of them.
constexpr std::size_t most_recent = 16'384;

}  // namespace

FreshCases::Kept* FreshCases::find(std::int64_t number) {
    if (number != last_.first) {
        const auto found = histories_.find(number);
        last_ = {number, found == histories_.end() ? nullptr : &found->second};
    }
    return last_.second;
}

void FreshCases::expect(std::int64_t number, Opens opens) {
    constexpr std::size_t usual = 8;
    if (opens == Opens::yes) {
        auto& opened = histories_[number];
        opened.written = 1;
        opened.history.reserve(usual);
        last_ = {number, &opened};
    } else if (auto* const kept = find(number)) {
        ++kept->written;
    }
}

void FreshCases::keep(core::Event event) {
    const auto number = event.case_id.number;
    if (auto* const kept = find(number)) {
        kept->history.push_back(std::move(event));
        ++kept->recent;
        order_.push_back(number);
    }
}

void FreshCases::forget(std::int64_t number) {
    histories_.erase(number);
    last_ = {};
}

std::optional<core::History> FreshCases::take(std::int64_t number) {
    auto found = histories_.extract(number);
    last_ = {};
    const bool is_whole = !found.empty() && found.mapped().history.size() == found.mapped().written;
    return is_whole ? std::optional(std::move(found.mapped().history)) : std::nullopt;
}

std::optional<std::int64_t> FreshCases::next_still() {
    while (order_.size() > most_recent) {
        const auto number = order_.front();
        order_.pop_front();
        const auto found = histories_.find(number);
        if (found != histories_.end() && --found->second.recent == 0) {
            return number;
        }
    }
    return std::nullopt;
}

}  // namespace spoc::store
