#include "lib/core/notice.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lib/core/hex.hpp"
#include "lib/core/search_text.hpp"
#include "lib/core/sha256.hpp"

namespace spoc::core {

namespace {

using std::string_view;

constexpr auto kind_words = std::to_array<string_view>({"message", "release", "incident", "maintenance"});

/// Words of any source that say that a notice is over.
constexpr auto settled_states =
    std::to_array<string_view>({"resolved", "completed", "cancelled", "canceled", "postmortem"});

constexpr std::size_t title_length = 60;
constexpr std::size_t quoted_length = 20;  // of a text that may stand inside another

std::string digest(string_view text) {
    return "sha256:" + hex(sha256({text}));
}

/// Where the last whole character at or before `limit` ends.
std::size_t whole_character(string_view text, std::size_t limit) {
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80) {
        --limit;
    }
    return limit;
}

/// A folded title without what a mail puts in front of it.
string_view bare_title(string_view folded) {
    constexpr auto fronts = std::to_array<string_view>({"re ", "sv ", "vs ", "fw ", "fwd "});
    while (true) {
        const auto* const front =
            std::ranges::find_if(fronts, [&](string_view each) { return folded.starts_with(each); });
        if (front == fronts.end()) {
            return folded;
        }
        folded.remove_prefix(front->size());
    }
}

/// Whether two folded texts are the same, or the longer one holds the shorter between other words.
bool same_text(string_view left, string_view right) {
    if (left == right) {
        return true;
    }
    const auto shorter = left.size() < right.size() ? left : right;
    const auto longer = left.size() < right.size() ? right : left;
    return shorter.size() >= quoted_length &&
           fmt::format(" {} ", longer).find(fmt::format(" {} ", shorter)) != std::string::npos;
}

std::optional<Instant> told_at(const Notice& notice) {
    return notice.published_at ? notice.published_at : notice.updated_at ? notice.updated_at : notice.seen_at;
}

bool within_a_week(const Notice& left, const Notice& right) {
    const auto one = told_at(left);
    const auto other = told_at(right);
    return one && other && std::chrono::abs(*one - *other) < std::chrono::days{7};
}

}  // namespace

string_view word(NoticeKind kind) {
    return kind_words.at(static_cast<std::size_t>(kind));
}

std::optional<NoticeKind> notice_kind(string_view word) {
    const auto* const found = std::ranges::find(kind_words, word);
    return found == kind_words.end() ? std::nullopt
                                     : std::optional(static_cast<NoticeKind>(found - kind_words.begin()));
}

std::string first_words(string_view text) {
    if (text.size() <= title_length) {
        return std::string(text);
    }
    const auto space = text.rfind(' ', title_length);
    const auto end = space == string_view::npos || space == 0 ? whole_character(text, title_length) : space;
    return std::string(text.substr(0, end));
}

void identify(Notice& notice) {
    if (notice.title.empty()) {
        notice.title = first_words(notice.summary);
    }
    if (notice.guid.empty()) {
        notice.guid = notice.link;
    }
    if (notice.guid.empty()) {
        const auto date = notice.published_at ? notice.published_at : notice.updated_at;
        notice.guid =
            digest(fmt::format("{}\n{}", notice.title, date ? date->time_since_epoch().count() : 0));
    }
}

bool settled(const Notice& notice) {
    return std::ranges::find(settled_states, notice.state) != settled_states.end();
}

bool cancelled(const Notice& notice) {
    return notice.state == "cancelled" || notice.state == "canceled";
}

bool active(const Notice& notice, Instant now) {
    return !settled(notice) && (!notice.ends_at || now < *notice.ends_at);
}

bool second_sighting(const Notice& seen, const Notice& known) {
    if (!within_a_week(seen, known)) {
        return false;
    }
    const auto seen_title = fold_search_text(seen.title);
    const auto known_title = fold_search_text(known.title);
    return !known_title.empty() && bare_title(seen_title) == bare_title(known_title) &&
           same_text(fold_search_text(seen.summary), fold_search_text(known.summary));
}

}  // namespace spoc::core
