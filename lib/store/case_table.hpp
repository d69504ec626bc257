#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/store/store.hpp"

namespace spoc::store {

class Database;
class Query;

/// The projection that lists are read from: one row a case.
class CaseTable {
public:
    explicit CaseTable(Database& database) : database_(database) {}

    std::optional<core::CaseSummary> find(std::int64_t number) const;
    enum class IsNew { no, yes };
    /// Writes a row, in the place of the one that the case has unless it is new. That is the quicker: SQLite
    /// makes ready to take a replacement back, and for that writes out the search index every time.
    void put(const core::CaseSummary& summary, IsNew is_new);
    /// How many cases there are, and how many references.
    std::int64_t size() const;
    std::int64_t references() const;
    /// The numbers of the open cases, in order.
    std::vector<std::int64_t> open_numbers() const;

    /// The cases that fit, by next deadline and number. The filter's text is not looked at.
    void each(const CaseFilter& filter, const Store::EachCase& each, Store::Detail detail) const;
    /// By the moment that the next rung is due.
    void each_escalation(const CaseFilter& filter, core::Instant until, const Store::EachCase& each,
                         Store::Detail detail) const;

    void remove_references(std::int64_t number);
    void add_reference(std::string_view folded, std::int64_t number);
    std::vector<core::CaseId> with_reference(std::string_view folded) const;

    /// Removes every row, of the references too.
    void clear();

private:
    Database& database_;
};

/// Whether a case fits everything in `filter` but its text and its limit.
bool fits(const core::CaseSummary& summary, const CaseFilter& filter);

}  // namespace spoc::store
