#include "lib/store/query_terms.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "lib/core/error.hpp"
#include "lib/core/search_text.hpp"

namespace spoc::store {

namespace {

/// One piece of a query: what stands between spaces, or between quotation marks.
struct Piece {
    std::string_view text;
    bool quoted = false;
};

std::vector<Piece> pieces_of(std::string_view query) {
    std::vector<Piece> pieces;
    while (!query.empty()) {
        const bool quoted = query.front() == '"';
        const auto start = quoted ? std::size_t{1} : std::size_t{0};
        const auto stop = std::min(query.find_first_of(quoted ? "\"" : " \t\r\n\"", start), query.size());
        if (stop > start) {
            pieces.push_back({query.substr(start, stop - start), quoted});
        }
        const bool skip = stop < query.size() && (quoted || query[stop] != '"');
        query.remove_prefix(std::min(query.size(), stop + (skip ? 1 : 0)));
    }
    return pieces;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

[[noreturn]] void refuse(std::string_view name, std::string_view value, std::string_view meant) {
    throw core::Misuse("{}:{} says nothing; {} is meant", name, value, meant);
}

int category(std::string_view value) {
    int number = 0;
    const auto [stop, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failure != std::errc{} || stop != value.data() + value.size()) {
        refuse("category", value, "category:2");
    }
    return number;
}

core::Instant since(std::string_view value, const core::Zone& zone) {
    if (const auto time = core::parse_rfc3339(value)) {
        return time->at;
    }
    const auto date = core::parse_date(value);
    if (!date) {
        refuse("since", value, "since:2026-11-02");
    }
    return zone.instant(std::chrono::local_days{*date});
}

void take_type(std::string_view value, QueryTerms& terms) {
    const auto word = lower(value);
    terms.filter.type = core::case_type(word);
    terms.sought = word == "card"     ? Sought::cards
                   : word == "notice" ? Sought::notices
                   : word == "mail"   ? Sought::mails
                                      : Sought::cases;
    if (terms.sought == Sought::cases && !terms.filter.type) {
        refuse("type", value, "type:defect, type:wish, type:question, type:card, type:notice, type:mail");
    }
}

/// Takes a term such as `state:closed`; false if it is none, but words.
bool take_term(std::string_view piece, QueryTerms& terms, const core::Zone& zone) {
    const auto colon = piece.find(':');
    if (colon == std::string_view::npos || colon + 1 == piece.size()) {
        return false;
    }
    const auto name = lower(piece.substr(0, colon));
    const auto value = piece.substr(colon + 1);
    auto& filter = terms.filter;
    if (name == "system") {
        filter.system = upper(value);
    } else if (name == "type") {
        take_type(value, terms);
    } else if (name == "state") {
        filter.state = core::case_state(lower(value));
        filter.state ? void() : refuse(name, value, "state:reported, state:closed");
    } else if (name == "category") {
        filter.category = category(value);
    } else if (name == "since") {
        filter.since = since(value, zone);
    } else {
        return false;
    }
    return true;
}

}  // namespace

QueryTerms parse_query(std::string_view query, const core::Zone& zone) {
    QueryTerms terms;
    terms.filter.scope = CaseFilter::Scope::all;
    for (const auto& piece : pieces_of(query)) {
        if (!piece.quoted && take_term(piece.text, terms, zone)) {
            continue;
        }
        auto folded = core::fold_search_text(piece.text);
        if (!folded.empty()) {
            terms.phrases.push_back(std::move(folded));
            terms.whole.push_back(piece.quoted);
        }
    }
    return terms;
}

std::string match_expression(const QueryTerms& terms) {
    constexpr std::size_t shortest_beginning = 3;  // shorter ones begin half of all words
    std::string expression;
    for (std::size_t i = 0; i < terms.phrases.size(); ++i) {
        const auto& phrase = terms.phrases[i];
        const auto last_word = phrase.size() - (phrase.rfind(' ') + 1);
        const bool whole = terms.whole[i] || last_word < shortest_beginning;
        expression.append(expression.empty() ? "" : " AND ").append(1, '"').append(phrase);
        expression.append(whole ? "\"" : "\" *");
    }
    return expression;
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    while (!folded.empty()) {
        const auto stop = std::min(folded.find(' '), folded.size());
        words.emplace_back(folded.substr(0, stop));
        folded.remove_prefix(std::min(folded.size(), stop + 1));
    }
    return words;
}

}  // namespace spoc::store
