#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/zone.hpp"
#include "lib/store/case_filter.hpp"

namespace spoc::store {

/// What a query is about, by its term `type:`.
enum class Sought { everything, cases, cards, notices, mails };

/// What a user's query means.
struct QueryTerms {
    std::vector<std::string> phrases;  ///< folded; each is one or more words that stand side by side
    Sought sought = Sought::everything;
    CaseFilter filter;        ///< from `system:` and its like; all cases, open and closed
    std::vector<bool> whole;  ///< by phrase: its last word is not the beginning of one
};

/// Reads a query. Nothing that can be typed is a syntax error; a term such as `state:` with a value that
/// makes no sense is a Misuse. Days begin in `zone`.
QueryTerms parse_query(std::string_view query, const core::Zone& zone);

/// The query as an FTS5 expression; empty if it has no words.
std::string match_expression(const QueryTerms& terms);

/// The words of a folded text.
std::vector<std::string> words_of(std::string_view folded);

}  // namespace spoc::store
