#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "lib/store/case_filter.hpp"

namespace spoc::store {

class Database;

/// The counters that the dashboard reads. How cases are spread over system, type, category, state and ball is
/// one small table; how many moments (deadlines, escalations due) lie before any instant follows from
/// three widths of buckets and a look into the one narrow bucket that the instant falls in.
class Tallies {
public:
    explicit Tallies(Database& database) : database_(database) {}

    /// Counts a case in, or out again. Kept in memory until flush().
    void add(const core::CaseSummary& summary) { count(summary, 1); }
    void remove(const core::CaseSummary& summary) { count(summary, -1); }
    void flush();
    /// Forgets what was counted since the last flush().
    void forget();

    Counts counts(core::Instant now, core::Instant soon, std::string_view system) const;

    /// Removes every row.
    void clear();
    /// Whether the rows are exactly what has been counted since the last flush().
    bool agrees() const;

private:
    struct Group {
        std::string system;
        core::CaseType type;
        int category;
        core::CaseState state;
        std::string ball;
        auto operator<=>(const Group&) const = default;
    };
    enum class Moment { due, escalation, recorded };
    struct Bucket {
        Moment moment;
        std::int64_t width;
        std::int64_t number;
        std::string system;
        core::CaseType type;
        auto operator<=>(const Bucket&) const = default;
    };
    using PerType = std::array<std::int64_t, 3>;
    struct Span {
        std::int64_t from;
        std::int64_t until;  ///< not included
    };

    void count(const core::CaseSummary& summary, std::int64_t step);
    void count(Moment moment, core::Instant at, const core::CaseSummary& summary, std::int64_t step);
    void count(Moment moment, core::Instant at, std::int64_t width, const core::CaseSummary& summary,
               std::int64_t step);
    template <typename Each>
    void each_bucket(Moment moment, std::int64_t width, Span span, std::string_view system,
                     const Each& each) const;
    void count_weeks(core::Instant now, std::string_view system, Counts& counts) const;
    void count_groups(std::string_view system, Counts& counts) const;
    /// How many moments lie before `until`, by type.
    PerType before(Moment moment, core::Instant until, std::string_view system) const;
    void add_each(Moment moment, Span span, std::string_view system, PerType& counted) const;

    Database& database_;
    std::map<Group, std::int64_t> groups_;
    std::map<Bucket, std::int64_t> buckets_;
};

}  // namespace spoc::store
