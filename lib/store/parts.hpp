#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/store/attachments.hpp"
#include "lib/store/case_table.hpp"
#include "lib/store/event_log.hpp"
#include "lib/store/mail_table.hpp"
#include "lib/store/meta_table.hpp"
#include "lib/store/outbox_table.hpp"
#include "lib/store/search_index.hpp"
#include "lib/store/store.hpp"
#include "lib/store/tallies.hpp"

namespace spoc::store {

class Database;
class Writing;

/// What a store is made of.
struct Parts {
    Parts(std::unique_ptr<Database> opened, std::filesystem::path folder);
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts();

    std::unique_ptr<Database> database;
    MetaTable meta;
    EventLog log;
    CaseTable cases;
    Tallies tallies;
    SearchIndex search;
    OutboxTable outbox;
    MailTable mail;
    Attachments attachments;
    core::Rules rules;                                 ///< with the windows, once they are read
    std::optional<std::vector<core::Window>> windows;  ///< that were announced in the notices
    std::string origin;
    std::vector<MovedDeadline> moved;
    std::unique_ptr<Writing> writing;   ///< while there is a transaction
    bool committed = false;             ///< a transaction of the caller has been, once at least
    std::vector<core::Event> pending;   ///< what the transaction has recorded
    std::vector<core::Event> recorded;  ///< what earlier ones have, until somebody asks
};

/// Empties what is derived from the log and makes it anew, within the transaction of `writing`.
void rebuild_all(Parts& parts, Writing& writing, const Progress& progress = {});

/// What the projections are made by: changes when the rules or the projections' own form do.
std::string fingerprint(const core::Rules& rules);
/// Where rules were read from: while it is the same, so is the fingerprint, which takes longer to work out.
/// Empty if it is not known, or if it tells too little because announced maintenance counts.
std::string source_of(const core::Rules& rules);
/// Remembers by what rules the projections are made.
void mark_made_by(MetaTable& meta, const core::Rules& rules);
/// The vendor of each system: what the summary of a closed case depends on.
std::string vendors(const core::Rules& rules);

}  // namespace spoc::store
