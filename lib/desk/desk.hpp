#pragma once

#include <string>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/clock.hpp"
#include "lib/core/event.hpp"
#include "lib/core/program.hpp"
#include "lib/core/summary.hpp"
#include "lib/settings/settings.hpp"
#include "lib/store/store.hpp"

namespace spoc::desk {

/// The user's desk: what is configured, what is stored, and how the outside is reached.
struct Desk {
    const settings::Settings& settings;
    const core::Rules& rules;
    store::Store& store;
    core::Instant now;
    core::RunProgram run;
    std::string helpers;        ///< folder of the helper programs
    std::string folder;         ///< where the store is
    std::string config_folder;  ///< where the configuration is; empty if it is the one built in

    const core::System& system(std::string_view code) const;
    const core::Party& party(std::string_view name) const;  ///< throws NotFound
    const core::Zone& zone(std::string_view system) const;
    /// `now` as the case's system writes it.
    core::Timestamp time(const core::CaseId& id) const;
};

/// A case with its whole history, as one reads it before deciding anything.
struct CaseFile {
    core::CaseId id;
    core::History history;
    core::Case content;
};

/// Reads the case that `reference` names. Throws NotFound.
CaseFile open_case(const Desk& desk, std::string_view reference);

/// The same of a case that must be of one type. Throws ImpossibleTransition too.
CaseFile open_case(const Desk& desk, std::string_view reference, core::CaseType type);

/// The clocks of a case as they stand now. Throws ConfigError where no agreement was in force.
std::vector<core::Clock> clocks_of(const Desk& desk, const CaseFile& file);

/// An event that the user records now: `occurred_at` as given, `recorded_at` now.
core::Event make_event(const Desk& desk, const core::CaseId& id, core::EventKind kind,
                       core::Timestamp occurred_at, core::Value content);

/// A file that is to be kept with a case.
struct File {
    std::string name;
    std::string content;
    bool anonymised = false;  ///< the user says that it shows no person
};

/// The event that keeps a file with a case; its content must be kept by the same transaction.
core::Event attached_event(const Desk& desk, const core::CaseId& id, core::Timestamp at, const File& file,
                           std::string sha256);

/// What is recorded of a case at once after it was opened.
struct Next {
    core::EventKind kind;
    core::Value content;
};

/// A case that is to be opened.
struct NewCase {
    core::Value record;
    core::Timestamp at;
    std::vector<File> files = {};
    std::vector<Next> next = {};
    const CaseFile* question = nullptr;  ///< which goes on in it, and is closed
};

/// Opens a case with what is recorded about it, keeps files with it, and records what comes next, in one
/// transaction.
core::CaseId open_new_case(const Desk& desk, NewCase opened);

/// Appends events and files in one transaction and says how the case stands afterwards. The first event's
/// kind is checked against the case as it was. Throws ImpossibleTransition.
core::CaseSummary append(const Desk& desk, const CaseFile& before, std::vector<core::Event> events,
                         const std::vector<File>& files = {});

}  // namespace spoc::desk
