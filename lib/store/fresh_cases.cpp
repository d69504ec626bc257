#include "lib/store/fresh_cases.hpp"

#include <utility>

namespace spoc::store {

namespace {

/// A case lies still when so many bytes of others' events were kept after its last.
constexpr std::size_t most_bytes = std::size_t{16} << 20U;
/// What an event takes beside its data.
constexpr std::size_t around_data = 1000;

}  // namespace

FreshCases::Kept* FreshCases::find(std::int64_t number) {
    if (number != last_.first) {
        const auto found = histories_.find(number);
        last_ = {number, found == histories_.end() ? nullptr : &found->second};
    }
    return last_.second;
}

void FreshCases::expect(std::int64_t number, Opens opens) {
    if (opens == Opens::yes) {
        auto& opened = histories_[number];
        opened.written = 1;
        last_ = {number, &opened};
    } else if (auto* const kept = find(number)) {
        ++kept->written;
    }
}

void FreshCases::keep(core::Event event, std::size_t size) {
    constexpr std::size_t usual = 8;
    const auto number = event.case_id.number;
    if (auto* const kept = find(number)) {
        kept->history.reserve(usual);
        kept->history.push_back(std::move(event));
        ++kept->recent;
        order_.push_back({number, size + around_data});
        bytes_ += size + around_data;
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
    while (bytes_ > most_bytes) {
        const auto [number, bytes] = order_.front();
        order_.pop_front();
        bytes_ -= bytes;
        const auto found = histories_.find(number);
        if (found != histories_.end() && --found->second.recent == 0) {
            return number;
        }
    }
    return std::nullopt;
}

}  // namespace spoc::store
