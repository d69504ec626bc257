#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "lib/core/event.hpp"

namespace spoc::store {

/// The histories of the cases that a transaction opens, so that they need not be read to compute them. What
/// lay still while many others were written to is let go, however long the transaction.
class FreshCases {
public:
    enum class Opens { no, yes };
    /// An event of a case has been written.
    void expect(std::int64_t number, Opens opens);
    /// That event itself, with the bytes of its data. A history that lacks one is of no use, and is not
    /// given.
    void keep(core::Event event, std::size_t size);
    /// Events of the case were changed.
    void forget(std::int64_t number);
    /// Gives and forgets the whole history of a case in the order written, if all of it was kept.
    std::optional<core::History> take(std::int64_t number);
    /// A case that has lain still for long, which then counts as asked for; nothing if there is none.
    std::optional<std::int64_t> next_still();

private:
    struct Kept {
        core::History history;
        std::size_t written = 0;
        std::size_t recent = 0;  ///< events of it that stand in `order_`
    };
    /// Null if nothing is kept of the case. Events come several of a case in a row, and in two steps each.
    Kept* find(std::int64_t number);

    std::unordered_map<std::int64_t, Kept> histories_;
    std::pair<std::int64_t, Kept*> last_{0, nullptr};
    struct Recent {
        std::int64_t number;  ///< of the case
        std::size_t bytes;
    };
    std::deque<Recent> order_;  ///< the events kept last
    std::size_t bytes_ = 0;     ///< of these
};

}  // namespace spoc::store
