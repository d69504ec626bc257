#include "lib/core/wish.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

constexpr std::int64_t most = 1'000'000;  // more people, minutes or times than this are a slip of the pen

std::vector<std::int64_t> numbers_in(std::string_view text) {
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < text.size();) {
        std::int64_t number = 0;
        const auto [stop, failure] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        const bool too_large = failure == std::errc::result_out_of_range;
        if ((failure == std::errc{} || too_large) && text[at] != '-') {
            numbers.push_back(too_large ? most : std::min(number, most));
            at = static_cast<std::size_t>(stop - text.data());
        } else {
            ++at;
        }
    }
    return numbers;
}

/// A name counts as the same however its letters are written.
void back(std::vector<Backer>& backers, Backer backer) {
    const auto who = [](const Backer& each) {
        return std::pair(fold_search_text(each.by), fold_search_text(each.municipality));
    };
    const auto same = std::ranges::find_if(
        backers, [&, wanted = who(backer)](const Backer& each) { return who(each) == wanted; });
    if (same == backers.end()) {
        backers.push_back(std::move(backer));
    } else {
        *same = std::move(backer);
    }
}

WishScore score_of(const std::vector<Backer>& backers) {
    WishScore score;
    std::set<std::string_view> others;
    for (const auto& each : backers) {
        ++score.backers;
        score.minutes += each.saved ? each.saved->minutes_a_month() : 0;
        if (!each.municipality.empty()) {
            others.insert(each.municipality);
        }
    }
    score.municipalities = static_cast<std::int64_t>(others.size());
    return score;
}

}  // namespace

std::optional<Benefit> read_benefit(std::string_view text) {
    const auto numbers = numbers_in(text);
    if (numbers.size() != 3) {
        return std::nullopt;
    }
    return Benefit{.people = numbers[0], .minutes = numbers[1], .times = numbers[2]};
}

Wish wish_of(const History& history) {
    Wish wish;
    for (const auto& event : history) {
        switch (event.kind()) {
            case EventKind::backed:
                back(wish.backers, {.by = std::string(event.text("by")),
                                    .municipality = std::string(event.text("municipality")),
                                    .benefit = std::string(event.text("benefit")),
                                    .saved = read_benefit(event.text("benefit"))});
                break;
            case EventKind::submitted:
                wish.submitted_to = event.text("to");
                wish.submitted_at = event.occurred_at;
                break;
            case EventKind::decided:
                wish.outcome = event.text("outcome");
                wish.decided_by = event.text("by");
                wish.release = event.text("release");
                break;
            default:
                break;
        }
    }
    wish.score = score_of(wish.backers);
    return wish;
}

}  // namespace spoc::core
