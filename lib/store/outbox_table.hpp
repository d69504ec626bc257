#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lib/store/outbox_item.hpp"

namespace spoc::store {

class Database;

/// The messages on their way out.
class OutboxTable {
public:
    explicit OutboxTable(Database& database) : database_(database) {}

    std::int64_t add(const OutboxItem& item);
    std::vector<OutboxItem> list(std::optional<OutboxState> state) const;
    std::vector<OutboxItem> unsettled() const;
    std::vector<OutboxState> unsettled_states() const;
    std::vector<OutboxItem> of_notice(std::int64_t notice) const;
    /// Throws NotFound.
    OutboxItem get(std::int64_t id) const;
    /// Throws NotFound, or ImpossibleTransition.
    void mark(std::int64_t id, OutboxState state, core::Instant now, std::string_view error);
    /// It came back as undeliverable. Says whether that makes it failed: what was dropped stays so.
    bool give_back(std::int64_t id, core::Instant now, std::string_view error);
    /// The messages about a case, without their bytes.
    std::vector<OutboxItem> of_case(std::int64_t number) const;
    /// Puts what was left of a message in its place.
    void replace(const OutboxItem& item);
    void connect(std::int64_t id, std::string_view event);

private:
    Database& database_;
};

}  // namespace spoc::store
