#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/event.hpp"

namespace spoc::store {

class Database;

/// The full-text index over what people wrote in events. A document's number is its event's position;
/// documents are added, and replaced where something was removed from an event.
class SearchIndex {
public:
    explicit SearchIndex(Database& database) : database_(database) {}

    /// Adds what people wrote, folded; nothing if they wrote nothing.
    void add(std::int64_t position, std::string_view body);
    void add(std::int64_t position, const core::Event& event);

    /// Puts an event's words in the place of those that it had.
    void replace(std::int64_t position, const core::Event& before, const core::Event& after);
    /// Merges everything into one, so that nothing is left of words that were replaced.
    void merge();

    struct Match {
        std::int64_t position;
        std::int64_t case_number;
    };
    /// Calls `each` for the matches of an FTS5 expression, the best first, until it returns false.
    void ranked(const std::string& expression, const std::function<bool(const Match&)>& each) const;
    /// The numbers of the cases that match, in order.
    std::vector<std::int64_t> cases(const std::string& expression) const;
    /// The words that at most `limit` documents have, the rarest first.
    std::vector<std::string> rare(std::vector<std::string> words, std::int64_t limit) const;

    /// How many documents there are.
    std::int64_t size() const;
    /// Whether the index's own structure holds. Takes the writer's place for the time it needs.
    bool is_sound() const;
    /// Removes every document.
    void clear();

    /// Writes in larger pieces and merges nothing, until end_bulk(), which merges what so many documents have
    /// made of them, where four or more are of one size: a word is looked for in each.
    void begin_bulk();
    void end_bulk(std::int64_t added);

private:
    Database& database_;
};

/// The line of `text` that holds one of the words that `phrases` begin with; its first line if none does.
std::string matching_line(const std::string& text, const std::vector<std::string>& phrases);

}  // namespace spoc::store
