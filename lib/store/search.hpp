#pragma once

#include <string_view>
#include <vector>

#include "lib/store/store.hpp"

namespace spoc::store {

struct Parts;

/// The best matches of a user's query, one a case.
std::vector<SearchHit> find_hits(const Parts& parts, std::string_view query, std::size_t limit);

/// The mails of the inbox that have the words of a query, oldest first.
std::vector<MailRecord> find_in_inbox(const Parts& parts, std::string_view query);

/// The cases whose words are most like those of `text`.
std::vector<SearchHit> find_similar(const Parts& parts, std::string_view text, std::size_t limit);

/// The cases that fit a filter with a text, in the order of every list.
void each_with_text(const Parts& parts, const CaseFilter& filter, const Store::EachCase& each);

}  // namespace spoc::store
