#include "lib/store/search.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "lib/core/search_text.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/query_terms.hpp"

namespace spoc::store {

namespace {

constexpr std::size_t shortest_telling_word = 4;

constexpr std::size_t most_compared =
    200;  // cases that are looked at closely, the best by the index's own rank

/// The best match of a case, before it is known how well it fits.
struct Candidate {
    core::CaseSummary summary;
    std::int64_t position = 0;  ///< of the event that matched
    int fit = 0;
};

/// How well a title fits the words of a query: a word as it is counts for more than one that it begins, and
/// words side by side for more than words apart. What only the text has counts nothing.
int fit(const std::string& title, const std::vector<std::string>& phrases) {
    const auto words = ' ' + core::fold_search_text(title) + ' ';
    int points = 0;
    std::string together;
    for (const auto& phrase : phrases) {
        together += ' ' + phrase;
        points += words.find(' ' + phrase + ' ') != std::string::npos ? 3
                  : words.find(' ' + phrase) != std::string::npos     ? 2
                                                                      : 0;
    }
    const bool side_by_side = phrases.size() > 1 && words.find(together) != std::string::npos;
    return points + (side_by_side ? 1 : 0);
}

/// Collects the best match of each case, until there are enough.
class Candidates {
public:
    Candidates(const Parts& parts, const QueryTerms& terms, std::size_t limit)
        : parts_(parts), terms_(terms), limit_(limit) {}

    bool is_full() const { return found_.size() >= limit_; }

    void add(const SearchIndex::Match& match) {
        if (seen_.contains(match.case_number) || !is_sought(match.position)) {
            return;
        }
        seen_.insert(match.case_number);
        auto summary = parts_.cases.find(match.case_number);
        if (summary && fits(*summary, terms_.filter)) {
            const auto points = fit(summary->title, terms_.phrases);
            found_.push_back({.summary = std::move(*summary), .position = match.position, .fit = points});
        }
    }

    /// Those that fit best; of equals, those that the index ranks first.
    std::vector<Candidate> best(std::size_t limit) && {
        std::ranges::stable_sort(found_, std::greater{}, &Candidate::fit);
        found_.resize(std::min(found_.size(), limit));
        return std::move(found_);
    }

    std::vector<Candidate> by_rank() && { return std::move(found_); }

private:
    bool is_sought(std::int64_t position) const {
        if (terms_.sought != Sought::cards) {
            return true;
        }
        const auto logged = parts_.log.at(position);
        return logged && logged->event.kind() == core::EventKind::card;
    }

    const Parts& parts_;
    const QueryTerms& terms_;
    std::size_t limit_;
    std::unordered_set<std::int64_t> seen_;
    std::vector<Candidate> found_;
};

/// The cases in whose history every phrase stands somewhere, if not in one event.
void add_scattered(Candidates& candidates, const Parts& parts, const QueryTerms& terms) {
    if (terms.phrases.size() < 2 || terms.sought == Sought::cards || candidates.is_full()) {
        return;
    }
    std::vector<std::int64_t> common;
    for (std::size_t at = 0; at < terms.phrases.size(); ++at) {
        QueryTerms one;
        one.phrases = {terms.phrases[at]};
        one.whole = {terms.whole[at]};
        auto cases = parts.search.cases(match_expression(one));
        if (at > 0) {
            std::vector<std::int64_t> both;
            std::ranges::set_intersection(common, cases, std::back_inserter(both));
            cases = std::move(both);
        }
        common = std::move(cases);
    }
    for (const auto number : common) {
        const auto opening = parts.log.opening(number);
        if (opening && !candidates.is_full()) {
            candidates.add({.position = opening->position, .case_number = number});
        }
    }
}

std::vector<SearchHit> as_hits(const Parts& parts, std::vector<Candidate> candidates,
                               const QueryTerms& terms) {
    std::vector<SearchHit> hits;
    for (auto& each : candidates) {
        if (auto logged = parts.log.at(each.position)) {
            auto line = matching_line(core::written_text(logged->event), terms.phrases);
            hits.push_back({std::move(each.summary), std::move(logged->event), std::move(line)});
        }
    }
    return hits;
}

Candidates ranked(const Parts& parts, const QueryTerms& terms, const std::string& expression,
                  std::size_t limit) {
    Candidates candidates(parts, terms, limit);
    if (limit > 0 && !expression.empty()) {
        parts.search.ranked(expression, [&](const SearchIndex::Match& match) {
            candidates.add(match);
            return !candidates.is_full();
        });
    }
    return candidates;
}

/// A query of terms only, such as `state:waiting`: the cases in the order of every list.
std::vector<SearchHit> listed_hits(const Parts& parts, CaseFilter filter, std::size_t limit) {
    filter.limit = static_cast<std::int64_t>(limit);
    std::vector<SearchHit> hits;
    const auto add = [&](const core::CaseSummary& summary) {
        if (auto opening = parts.log.opening(summary.id.number)) {
            hits.push_back({summary, std::move(opening->event), summary.title});
        }
    };
    parts.cases.each(filter, add, Store::Detail::whole);
    return hits;
}

bool names_something(const CaseFilter& filter) {
    return !filter.system.empty() || filter.type || filter.state || filter.category || filter.since;
}

bool more_urgent(const core::CaseSummary& left, const core::CaseSummary& right) {
    const auto key = [](const core::CaseSummary& summary) {
        return std::tuple(!summary.next_due_at, summary.next_due_at.value_or(core::Instant{}),
                          summary.id.number);
    };
    return key(left) < key(right);
}

/// Matches what has two of the words, or one that says much by itself or `is_all` that was asked for.
std::string two_of(const std::vector<std::string>& words, bool is_all) {
    constexpr std::size_t says_much = 8;
    std::vector<std::string> terms;
    for (auto first = words.begin(); first != words.end(); ++first) {
        if (first->size() >= says_much || is_all) {
            terms.push_back(fmt::format("\"{}\"", *first));
            continue;
        }
        for (auto second = first + 1; second != words.end(); ++second) {
            if (second->size() < says_much) {
                terms.push_back(fmt::format(R"(("{}" AND "{}"))", *first, *second));
            }
        }
    }
    return fmt::format("{}", fmt::join(terms, " OR "));
}

/// The zone that the user's days are in.
const core::Zone& zone_of(const Parts& parts) {
    return *parts.rules.terms.systems.front().zone;
}

}  // namespace

std::vector<SearchHit> find_hits(const Parts& parts, std::string_view query, std::size_t limit) {
    const auto terms = parse_query(query, zone_of(parts));
    if (terms.sought == Sought::notices || terms.sought == Sought::mails) {
        return {};
    }
    if (terms.phrases.empty() && limit > 0 && names_something(terms.filter)) {
        return listed_hits(parts, terms.filter, limit);
    }
    auto candidates =
        ranked(parts, terms, match_expression(terms), limit == 0 ? 0 : std::max(limit, most_compared));
    add_scattered(candidates, parts, terms);
    return as_hits(parts, std::move(candidates).best(limit), terms);
}

std::vector<MailRecord> find_in_inbox(const Parts& parts, std::string_view query) {
    const auto terms = parse_query(query, zone_of(parts));
    const bool fits = terms.sought == Sought::everything || terms.sought == Sought::mails;
    const auto& filter = terms.filter;
    if (!fits || terms.phrases.empty() || filter.state || filter.category || !filter.system.empty()) {
        return {};
    }
    auto mails = parts.mail.inbox();
    std::erase_if(mails, [&](const MailRecord& mail) {
        const auto words = " " + core::fold_search_text(fmt::format("{} {} {}", mail.sender, mail.subject,
                                                                    mail.answer.text_of("text")));
        return (filter.since && mail.at < *filter.since) ||
               !std::ranges::all_of(terms.phrases, [&](const auto& phrase) {
                   return words.find(" " + phrase) != std::string::npos;
               });
    });
    return mails;
}

std::vector<SearchHit> find_similar(const Parts& parts, std::string_view text, std::size_t limit) {
    constexpr std::size_t most_words = 40;
    constexpr std::int64_t common = 500;  // a word that more events have says little, and is slow to rank by
    constexpr std::size_t most_rare = 8;
    auto words = words_of(core::fold_search_text(text));
    std::ranges::sort(words, [](const auto& left, const auto& right) {
        return std::tuple(right.size(), left) < std::tuple(left.size(), right);
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::erase_if(words, [](const auto& word) { return word.size() < shortest_telling_word; });
    words.resize(std::min(words.size(), most_words));
    const bool single = words.size() == 1;
    QueryTerms terms;
    terms.filter.scope = CaseFilter::Scope::all;
    terms.phrases = parts.search.rare(std::move(words), common);
    terms.phrases.resize(std::min(terms.phrases.size(), most_rare));
    return as_hits(parts, ranked(parts, terms, two_of(terms.phrases, single), limit).by_rank(), terms);
}

void each_with_text(const Parts& parts, const CaseFilter& filter, const Store::EachCase& each) {
    const auto expression = match_expression(parse_query(filter.text, zone_of(parts)));
    if (expression.empty()) {
        return;
    }
    std::vector<core::CaseSummary> found;
    for (const auto number : parts.search.cases(expression)) {
        auto summary = parts.cases.find(number);
        if (summary && fits(*summary, filter)) {
            found.push_back(std::move(*summary));
        }
    }
    std::ranges::sort(found, more_urgent);
    if (filter.limit > 0 && found.size() > static_cast<std::size_t>(filter.limit)) {
        found.resize(static_cast<std::size_t>(filter.limit));
    }
    std::ranges::for_each(found, each);
}

}  // namespace spoc::store
