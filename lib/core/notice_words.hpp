#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/core/notice.hpp"

namespace spoc::core {

/// What plain text says a notice is about, by Danish and English words: the first such word of the title
/// decides, without one the first of the summary.
NoticeKind kind_by_words(std::string_view title, std::string_view summary);

/// `planned`, `under-way`, `resolved` or `cancelled`, where the words say so beyond doubt: "løst" does, "når
/// fejlen er løst" does not. Empty otherwise.
std::string state_by_words(std::string_view title, std::string_view summary);

/// A time span that a text names.
struct Schedule {
    Instant starts_at;
    std::optional<Instant> ends_at;
    bool operator==(const Schedule&) const = default;
};

/// Reads "tirsdag d. 7. april kl. 20-22" and its like. Nothing, unless the text names exactly one span that
/// can be read in one way: a weekday must fit its date, a date without a year lies within half a year after
/// `published`, and neither end falls into the hours of a clock change.
std::optional<Schedule> schedule_by_words(std::string_view text, Instant published, const Zone& zone);

/// Fills kind, state and schedule of a notice that is plain text from its words, where they are not known.
void fill_by_words(Notice& notice, const Zone* zone);

}  // namespace spoc::core
