#include "lib/core/notice_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

using std::string_view;

/// Whether a word of the vocabulary is all of a word of the text, or begins it.
enum class Match { whole, stem };
/// Whether a word counts wherever it stands, or only in a title.
enum class Weight { title, anywhere };

struct KindWord {
    string_view words;  // as fold_search_text() leaves them
    NoticeKind kind;
    Match match;
    Weight weight;
};

constexpr auto kind_vocabulary = std::to_array<KindWord>({
    {"vedligehold", NoticeKind::maintenance, Match::stem, Weight::anywhere},
    {"servicevindue", NoticeKind::maintenance, Match::stem, Weight::anywhere},
    {"planlagt nedetid", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planlagt driftsstop", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planlagt afbrydelse", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planlagt lukning", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planlagt", NoticeKind::maintenance, Match::whole, Weight::title},
    {"lukket for brug", NoticeKind::maintenance, Match::whole, Weight::title},
    {"maintenance", NoticeKind::maintenance, Match::stem, Weight::anywhere},
    {"service window", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"scheduled downtime", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planned downtime", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"planned outage", NoticeKind::maintenance, Match::whole, Weight::anywhere},
    {"release", NoticeKind::release, Match::stem, Weight::title},
    {"ny version", NoticeKind::release, Match::whole, Weight::title},
    {"nye versioner", NoticeKind::release, Match::whole, Weight::title},
    {"new version", NoticeKind::release, Match::whole, Weight::title},
    {"hotfix", NoticeKind::release, Match::stem, Weight::title},
    {"driftsforstyrrelse", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"driftsproblem", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"driftsstop", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"driftsfejl", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"nedbrud", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"ude af drift", NoticeKind::incident, Match::whole, Weight::anywhere},
    {"nede", NoticeKind::incident, Match::whole, Weight::title},
    {"ustabil", NoticeKind::incident, Match::stem, Weight::title},
    {"utilgaengelig", NoticeKind::incident, Match::stem, Weight::title},
    {"afbrydelse", NoticeKind::incident, Match::stem, Weight::title},
    {"fejl i", NoticeKind::incident, Match::whole, Weight::title},
    {"fejl paa", NoticeKind::incident, Match::whole, Weight::title},
    {"fejl ved", NoticeKind::incident, Match::whole, Weight::title},
    {"problemer med", NoticeKind::incident, Match::whole, Weight::title},
    {"incident", NoticeKind::incident, Match::stem, Weight::title},
    {"outage", NoticeKind::incident, Match::stem, Weight::anywhere},
    {"service disruption", NoticeKind::incident, Match::whole, Weight::anywhere},
    {"degraded", NoticeKind::incident, Match::whole, Weight::title},
    {"unavailable", NoticeKind::incident, Match::whole, Weight::title},
    {"down", NoticeKind::incident, Match::whole, Weight::title},
});

struct StateWord {
    string_view words;
    string_view state;
};

// The gravest first: where a text says two things, the earlier of the list holds.
constexpr auto state_vocabulary = std::to_array<StateWord>({
    {"aflyst", "cancelled"},        {"annulleret", "cancelled"},  {"cancelled", "cancelled"},
    {"canceled", "cancelled"},      {"loest", "resolved"},        {"afsluttet", "resolved"},
    {"udbedret", "resolved"},       {"afhjulpet", "resolved"},    {"genoprettet", "resolved"},
    {"genetableret", "resolved"},   {"i drift igen", "resolved"}, {"oppe igen", "resolved"},
    {"overstaaet", "resolved"},     {"gennemfoert", "resolved"},  {"resolved", "resolved"},
    {"restored", "resolved"},       {"completed", "resolved"},    {"igangvaerende", "under-way"},
    {"paagaar", "under-way"},       {"i gang", "under-way"},      {"vi undersoeger", "under-way"},
    {"undersoeges", "under-way"},   {"in progress", "under-way"}, {"ongoing", "under-way"},
    {"investigating", "under-way"}, {"planlagt", "planned"},      {"planlagte", "planned"},
    {"varsel", "planned"},          {"varsling", "planned"},      {"kommende", "planned"},
    {"planned", "planned"},         {"scheduled", "planned"},     {"upcoming", "planned"},
});

/// Words that make a sentence speak of what is not, or not yet.
constexpr auto doubts = std::to_array<string_view>(
    {"ikke",     "ej",     "endnu",  "naar",  "indtil", "hvis",  "forventer", "forventes", "forventet",
     "vil",      "bliver", "skal",   "inden", "foer",   "snart", "saa",       "boer",      "kan",
     "arbejder", "not",    "yet",    "until", "when",   "once",  "if",        "expect",    "expects",
     "expected", "will",   "before", "soon",  "should", "may",   "can",       "be",        "working"});

/// Words in front of a kind that deny it.
constexpr auto denials = std::to_array<string_view>({"ingen", "uden", "no", "without", "efter", "after"});

/// A text in folded words with one space at each end.
std::string padded(string_view text) {
    return " " + fold_search_text(text) + " ";
}

bool denied(string_view padded_text, std::size_t at) {
    return std::ranges::any_of(denials, [&](string_view denial) {
        return padded_text.substr(0, at).ends_with(" " + std::string(denial));
    });
}

/// The space before the words where they stand for the first time without being denied.
std::size_t position(string_view padded_text, const KindWord& word) {
    const auto is_end = [&](std::size_t after) {
        return word.match != Match::whole || padded_text[after] == ' ';
    };
    for (auto at = padded_text.find(word.words); at != string_view::npos;
         at = padded_text.find(word.words, at + 1)) {
        if (padded_text[at - 1] == ' ' && is_end(at + word.words.size()) && !denied(padded_text, at - 1)) {
            return at - 1;
        }
    }
    return string_view::npos;
}

std::optional<NoticeKind> first_kind(string_view text, Weight place) {
    const auto words = padded(text);
    std::size_t first = string_view::npos;
    std::optional<NoticeKind> kind;
    for (const auto& word : kind_vocabulary) {
        const auto at = place == Weight::anywhere && word.weight == Weight::title ? string_view::npos
                                                                                  : position(words, word);
        if (at < first) {
            first = at;
            kind = word.kind;
        }
    }
    return kind;
}

bool holds(string_view padded_text, string_view words) {
    return padded_text.find(" " + std::string(words) + " ") != string_view::npos;
}

/// The rank in the vocabulary of what one sentence says; its size if it says nothing for certain.
std::size_t rank(string_view sentence) {
    const auto words = padded(sentence);
    if (std::ranges::any_of(doubts, [&](string_view doubt) { return holds(words, doubt); })) {
        return state_vocabulary.size();
    }
    const auto* const found = std::ranges::find_if(
        state_vocabulary, [&](const StateWord& each) { return holds(words, each.words); });
    return static_cast<std::size_t>(found - state_vocabulary.begin());
}

std::string state_at(std::size_t rank) {
    return rank < state_vocabulary.size() ? std::string(state_vocabulary.at(rank).state) : std::string();
}

}  // namespace

NoticeKind kind_by_words(string_view title, string_view summary) {
    const auto by_title = first_kind(title, Weight::title);
    return by_title ? *by_title : first_kind(summary, Weight::anywhere).value_or(NoticeKind::message);
}

std::string state_by_words(string_view title, string_view summary) {
    if (auto by_title = state_at(rank(title)); !by_title.empty() && by_title != "planned") {
        return by_title;
    }
    auto best = rank(title);
    while (!summary.empty()) {
        const auto end = std::min(summary.find_first_of(".!?\n"), summary.size());
        best = std::min(best, rank(summary.substr(0, end)));
        summary.remove_prefix(std::min(end + 1, summary.size()));
    }
    return state_at(best);
}

void fill_by_words(Notice& notice, const Zone* zone) {
    constexpr std::size_t far_enough = 5000;  // who has not said it by then does not mean it
    const auto summary = string_view(notice.summary).substr(0, far_enough);
    if (notice.kind == NoticeKind::message) {
        notice.kind = kind_by_words(notice.title, summary);
    }
    const bool has_state = notice.kind == NoticeKind::incident || notice.kind == NoticeKind::maintenance;
    if (!has_state) {
        return;
    }
    if (notice.state.empty()) {
        notice.state = state_by_words(notice.title, summary);
    }
    const auto told = notice.published_at ? notice.published_at
                      : notice.updated_at ? notice.updated_at
                                          : notice.seen_at;
    if (notice.starts_at || notice.ends_at || zone == nullptr || !told) {
        return;
    }
    auto schedule = schedule_by_words(fmt::format("{}.\n{}", notice.title, summary), *told, *zone);
    if (!schedule || !schedule->ends_at) {  // told twice, and not in the same words
        const auto in_text = schedule_by_words(summary, *told, *zone);
        const auto in_title = schedule_by_words(notice.title, *told, *zone);
        const bool agree = !in_text || !in_title || in_text->starts_at == in_title->starts_at;
        schedule = agree && in_text ? in_text : agree && in_title ? in_title : schedule;
    }
    if (schedule && (schedule->ends_at || notice.kind == NoticeKind::maintenance)) {
        notice.starts_at = schedule->starts_at;
        notice.ends_at = schedule->ends_at;
    }
}

}  // namespace spoc::core
