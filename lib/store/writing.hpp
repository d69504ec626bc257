#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lib/core/event.hpp"
#include "lib/store/event_log.hpp"
#include "lib/store/fresh_cases.hpp"
#include "lib/store/standing.hpp"
#include "lib/store/store.hpp"

namespace spoc::store {

struct Parts;

/// A transaction at work: how far each origin's chain has come, and which cases it touched.
class Writing {
public:
    enum class Begun { no, yes };
    /// Begins, unless that is done; the destructor gives up what finish() has not made last.
    explicit Writing(Parts& parts, Begun begun = Begun::no);
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing();

    /// What is known of an event's id.
    enum class Id {
        may_be_here,
        is_new,  ///< the event may be written with others later, and `entry` is used until settle()
    };
    /// Records an event of this store's own: gives it its place in the chain and, if it has none, its id.
    /// False if an event with that id is here already.
    bool record(Entry& entry, Id id = Id::may_be_here);
    /// Records what this store calls the case of `event`, unless that is its plain name or has been said:
    /// whoever takes the event must know which case is meant.
    void tell_number(const core::Event& event, const std::string& label);
    /// Records what the origin of `event` calls the case `number` here, which is `label`.
    void tell_name(const core::Event& event, const std::string& label, std::int64_t number);
    /// Takes an event with its place in its own origin's chain, which has been checked. False as above.
    bool take(Entry& entry, Id id = Id::may_be_here);
    /// Keeps an event that was just recorded or taken, so that its case need not be read again.
    void keep(Entry& entry);
    /// Writes the events that were to be written later. Whatever is asked of the database first has it done.
    void settle();
    /// The histories of cases that have lain still for long, each whole. What they come to is to be
    /// put_still().
    std::vector<core::History> take_still();
    /// Writes how such a case stands, unless it was touched since and so is computed later.
    void put_still(const Standing& standing);
    /// Writes how a case stands now; the deadline as it was and as it is, if it moved.
    std::optional<MovedDeadline> put(const Standing& standing,
                                     const std::optional<core::CaseSummary>& was = std::nullopt);

    /// The newest event of an origin; seq 0 and the start of all chains if there is none.
    const ChainHead& head(const std::string& origin);

    /// The number of an origin here.
    std::int64_t number_of(const std::string& origin);

    bool has_case(std::int64_t number);
    /// How a case is called by the store that opened it; null if there is no such case.
    const CaseName* name_of(std::int64_t number);
    std::int64_t next_case();

    /// A case of which an event was replaced is computed anew; what was removed from it leaves the indexes.
    void touch(std::int64_t case_number);

    /// Brings what is derived up to date and commits.
    void finish();
    /// Computes a case anew and puts it.
    std::optional<MovedDeadline> refresh(std::int64_t number);

private:
    struct Chain {
        std::int64_t number = 0;  ///< of the origin, here
        ChainHead head;
    };
    struct Held {
        Entry* entry;
        std::int64_t origin;
    };
    Chain& chain(const std::string& origin);
    bool add(Entry& entry, Chain& chain, Id id);
    void hold(Entry& entry, const Chain& chain);
    std::int64_t add_held(const std::vector<Held>& held);
    void write_held();
    bool is_plain_name(const CaseName& name, const std::string& label, std::int64_t number);
    void refresh_touched();
    void remember_source();

    Parts& parts_;
    std::unordered_map<std::string, Chain> chains_;
    std::unordered_map<std::int64_t, CaseName> names_;  ///< of the cases opened or asked about
    std::pair<std::int64_t, const CaseName*> last_named_{0, nullptr};
    std::unordered_set<std::int64_t> touched_;
    std::vector<std::int64_t> taken_;  ///< by take_still(), and so no longer touched
    FreshCases fresh_;
    std::vector<Held> held_;
    std::int64_t highest_case_ = -1;  ///< -1: not asked yet
    std::optional<core::Instant> latest_occurred_;
    std::optional<core::Instant> latest_recorded_;
    bool replaced_ = false;  ///< some event was
    bool finished_ = false;
};

}  // namespace spoc::store
