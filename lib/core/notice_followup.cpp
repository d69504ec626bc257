#include <algorithm>
#include <array>

#include "lib/core/notice.hpp"
#include "lib/core/notice_words.hpp"
#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

using std::string_view;

// As fold_search_text() leaves them. What a sender puts before or after a title to say how things went on.
constexpr auto turns =
    std::to_array<string_view>({"aflyst",      "aflysning af", "aflysning", "annulleret", "annullering af",
                                "loest",       "afsluttet",    "udbedret",  "afhjulpet",  "genoprettet",
                                "gennemfoert", "opdatering",   "opdateret", "status",     "udsat",
                                "udskudt",     "flyttet",      "aendret",   "aendring",   "forlaenget",
                                "paamindelse", "cancelled",    "canceled",  "resolved",   "restored",
                                "completed",   "update",       "updated",   "postponed",  "rescheduled",
                                "extended",    "reminder",     "re",        "sv",         "vs",
                                "fw",          "fwd"});

struct BareTitle {
    string_view words;
    bool turned = false;  ///< something was said about how it went on
};

/// A folded title without what says how things went on.
BareTitle bare(string_view folded) {
    BareTitle title{.words = folded};
    const auto shorten = [&](string_view turn) {
        const auto front = std::string(turn) + ' ';
        const auto back = ' ' + std::string(turn);
        if (title.words.starts_with(front)) {
            title.words.remove_prefix(front.size());
            return true;
        }
        if (title.words.ends_with(back)) {
            title.words.remove_suffix(back.size());
            return true;
        }
        return false;
    };
    while (std::ranges::any_of(turns, shorten)) {
        title.turned = true;
    }
    return title;
}

constexpr std::chrono::days memory{90};  // longer than maintenance is announced ahead

}  // namespace

bool follows_up(const Notice& seen, const Notice& known) {
    const auto told = known.published_at ? known.published_at : known.seen_at;
    if (seen.source != known.source || settled(known) || !seen.published_at || !told ||
        *seen.published_at < *told || *seen.published_at - *told > memory) {
        return false;
    }
    const auto seen_title = fold_search_text(seen.title);
    const auto known_title = fold_search_text(known.title);
    const auto now = bare(seen_title);
    return (now.turned || settled(seen)) && !now.words.empty() && now.words == bare(known_title).words;
}

Notice still_about(const Notice& known, Notice told) {
    const bool lasts = known.kind == NoticeKind::incident || known.kind == NoticeKind::maintenance;
    if (lasts && told.kind == NoticeKind::message) {
        const auto state = told.state.empty() ? state_by_words(told.title, told.summary) : told.state;
        told.kind = known.kind;
        told.state = state.empty() ? known.state : state;
        if (!told.starts_at && !told.ends_at) {
            told.starts_at = known.starts_at;
            told.ends_at = known.ends_at;
        }
    }
    return told;
}

Notice followed_up(Notice known, const Notice& seen) {
    const auto state = seen.state.empty() ? state_by_words(seen.title, seen.summary) : seen.state;
    known.state = state.empty() ? known.state : state;
    known.title = seen.title;
    known.summary = seen.summary;
    known.body = seen.body;
    known.updated_at = seen.published_at;
    if (seen.starts_at || seen.ends_at) {
        known.starts_at = seen.starts_at ? seen.starts_at : known.starts_at;
        known.ends_at = seen.ends_at;
    }
    return known;
}

}  // namespace spoc::core
