#pragma once

#include <string>
#include <vector>

#include "lib/core/message.hpp"
#include "lib/core/notice.hpp"
#include "lib/core/rates.hpp"
#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// What reading the feeds brought.
struct FetchedNotices {
    std::vector<core::Notice> notices;     ///< that are new or changed
    std::vector<core::Sentence> failures;  ///< of feeds that could not be read, and of single items
};

/// Reads every machine feed of the configuration, or the one at `address` if it is not empty. A feed that
/// cannot be read does not stop the others. `progress` is told of the feeds that are read.
FetchedNotices fetch_notices(Desk& desk, const std::string& address, const store::Progress& progress = {});

/// Keeps a notice that came by hand or by mail. If another source told the same within a week, it is that
/// notice; if it tells how an earlier one of its source went on, it is an update of that.
store::NoticeSighting see_notice(Desk& desk, const core::Notice& notice);

/// Keeps a notice as it is given.
store::NoticeSighting keep_notice(Desk& desk, const core::Notice& notice);

/// Whether a feed of the configuration, or an address, is read for what the notice says.
bool is_read_from_feed(const Desk& desk, const core::Notice& notice);

/// Keeps how the notice with the number `known` went on.
store::NoticeSighting see_next(Desk& desk, std::int64_t known, const core::Notice& notice);

/// What a mail tells, as a notice of `source`.
core::Notice notice_of(const Desk& desk, const core::Mail& mail, const std::string& source);

/// The notices by which the system of a defect, or an interface that it depends on, was out of order when the
/// defect was seen, latest first.
std::vector<core::Notice> outages_of(const Desk& desk, const CaseFile& file);

/// How long incidents kept a system out of order in a period, maintenance that was announced left aside.
core::Seconds unannounced_downtime(const Desk& desk, std::string_view system, const core::Period& period);

/// The messages of the outbox that are about a notice, oldest first.
std::vector<store::OutboxItem> messages_of(const Desk& desk, std::int64_t notice);

/// A letter for each person in the audiences that are named, or whose rules fit, who has not been told of the
/// notice as it is now. Throws NoAudience if it concerns nobody, NotFound for an audience that is none.
std::vector<Outgoing> notice_letters(Desk& desk, const core::Notice& notice,
                                     const std::vector<std::string>& audiences, const std::string& text);

/// The same for the audiences that hear of such a notice without being asked; none if there is none. What was
/// over or old when it was first read is told to nobody, but those who were told of it hear how it went on.
std::vector<Outgoing> unasked_letters(Desk& desk, const core::Notice& notice);

}  // namespace spoc::desk
