#include "lib/store/search_index.hpp"

#include <algorithm>

#include "lib/core/search_text.hpp"
#include "lib/store/database.hpp"

namespace spoc::store {

namespace {

constexpr int corrupt = 11;  // SQLITE_CORRUPT, as the integrity check of FTS5 says it

}  // namespace

void SearchIndex::add(std::int64_t position, const core::Event& event) {
    add(position, core::fold_search_text(core::written_text(event)));
}

void SearchIndex::add(std::int64_t position, std::string_view body) {
    if (!body.empty()) {
        Query(Lent{}, database_, "INSERT INTO search (rowid, body) VALUES (?, ?)", position, body).run();
    }
}

void SearchIndex::replace(std::int64_t position, const core::Event& before, const core::Event& after) {
    const auto body = core::fold_search_text(core::written_text(before));
    if (!body.empty()) {
        Query(database_, "INSERT INTO search (search, rowid, body) VALUES ('delete', ?, ?)", position, body)
            .run();
    }
    add(position, after);
}

void SearchIndex::merge() {
    Query(database_, "INSERT INTO search (search) VALUES ('optimize')").run();
}

void SearchIndex::ranked(const std::string& expression, const std::function<bool(const Match&)>& each) const {
    Query matches(database_, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank", expression);
    bool more = true;
    while (more && matches.next()) {
        const auto position = matches.integer(0);
        Query event(database_, "SELECT case_number FROM event WHERE position = ?", position);
        more = !event.next() || each({.position = position, .case_number = event.integer(0)});
    }
}

std::vector<std::int64_t> SearchIndex::cases(const std::string& expression) const {
    Query query(database_,
                "SELECT DISTINCT e.case_number FROM search s JOIN event e ON e.position = s.rowid WHERE "
                "search MATCH ? "
                "ORDER BY e.case_number",
                expression);
    std::vector<std::int64_t> numbers;
    while (query.next()) {
        numbers.push_back(query.integer(0));
    }
    return numbers;
}

std::vector<std::string> SearchIndex::rare(std::vector<std::string> words, std::int64_t limit) const {
    struct Counted {
        std::int64_t documents;
        std::string word;
    };
    std::vector<Counted> counted;
    for (auto& word : words) {
        Query query(database_, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
                    '"' + word + '"', limit + 1);
        const auto documents = query.next() ? query.integer(0) : 0;
        if (documents > 0 && documents <= limit) {
            counted.push_back({documents, std::move(word)});
        }
    }
    std::ranges::stable_sort(counted, {}, &Counted::documents);
    std::vector<std::string> rare;
    std::ranges::transform(counted, std::back_inserter(rare), &Counted::word);
    return rare;
}

std::int64_t SearchIndex::size() const {
    Query query(database_, "SELECT count(*) FROM search_docsize");
    return query.next() ? query.integer(0) : 0;
}

bool SearchIndex::is_sound() const {
    const int result =
        database_.connection().tryExec("INSERT INTO search (search) VALUES ('integrity-check')");
    if (result != SQLite::OK && (result & 0xFF) != corrupt) {
        database_.fail(result);
    }
    return result == SQLite::OK;
}

void SearchIndex::clear() {
    Query(database_, "INSERT INTO search (search) VALUES ('delete-all')").run();
}

void SearchIndex::begin_bulk() {
    Query(database_, "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432)").run();
    Query(database_, "INSERT INTO search (search, rank) VALUES ('automerge', 0)").run();
}

void SearchIndex::end_bulk(std::int64_t added) {
    Query(database_, "INSERT INTO search (search, rank) VALUES ('hashsize', 1048576)").run();
    Query(database_, "INSERT INTO search (search, rank) VALUES ('automerge', 4)").run();
    constexpr std::int64_t many = 500'000;  // so many make more than one piece
    if (added > many) {
        Query(database_, "INSERT INTO search (search, rank) VALUES ('merge', 2147483647)").run();
    }
}

std::string matching_line(const std::string& text, const std::vector<std::string>& phrases) {
    std::string_view rest = text;
    std::string first;
    while (!rest.empty()) {
        const auto stop = std::min(rest.find('\n'), rest.size());
        auto line = rest.substr(0, stop);
        rest.remove_prefix(std::min(rest.size(), stop + 1));
        const auto folded = " " + core::fold_search_text(line);
        if (folded.size() == 1) {
            continue;
        }
        line.remove_suffix(line.ends_with('\r') ? 1 : 0);
        if (std::ranges::any_of(phrases, [&](const auto& phrase) {
                return folded.find(" " + phrase) != std::string::npos;
            })) {
            return std::string(line);
        }
        if (first.empty()) {
            first = line;
        }
    }
    return first;
}

}  // namespace spoc::store
