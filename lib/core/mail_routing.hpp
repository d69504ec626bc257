#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/case_id.hpp"
#include "lib/core/event.hpp"
#include "lib/core/landscape.hpp"
#include "lib/core/message.hpp"

namespace spoc::core {

/// Where a mail belongs.
enum class FiledAs { on_case, notice, question, inbox };
/// "case", "notice", "question", "inbox".
std::string_view word(FiledAs filed_as);

/// What a mail's thread belongs to: at most one of the two.
struct Thread {
    std::optional<CaseId> case_id;
    std::optional<std::int64_t> notice;
};

/// What is known around a mail. The functions look things up; each may find nothing.
struct MailSurroundings {
    std::function<std::optional<Thread>(std::string_view message_id)>
        thread;                                                      ///< of a mail sent or filed before
    std::function<std::optional<CaseId>(const CaseId& tag)> tagged;  ///< the case that a tag names
    std::function<std::optional<CaseId>(std::string_view reference)> referenced;  ///< by a vendor's reference
    std::vector<Party> parties;
    std::vector<Colleague> colleagues;
    std::vector<Feed> feeds;
    std::string own_mail;              ///< the address of the support-authorised user
    std::vector<std::string> systems;  ///< codes of the systems, the first halves of tags
};

/// Who sent a mail, by the address and never by the name.
struct Sender {
    enum class Kind { party, colleague, own, unknown };
    Kind kind = Kind::unknown;
    std::string name;  ///< of the party or colleague
    bool operator==(const Sender&) const = default;
};

/// Whether an address is a party's: its `mail`, or one of its `domains`.
bool writes_from(const Party& party, std::string_view address);

/// The party whose `mail` it is, a colleague, ourselves, a party of whose `domains` it comes; else unknown.
Sender sender_of(std::string_view address, const MailSurroundings& around);

/// Where a mail goes and what it is there.
struct MailFiling {
    FiledAs filed_as = FiledAs::inbox;
    std::optional<CaseId> case_id;
    std::optional<std::int64_t> notice;  ///< that the mail's thread is about
    std::string feed;                    ///< name of the feed whose rule fits
    Sender sender;
    bool known_sender = false;
    EventKind event = EventKind::noted;  ///< on a case: `answered`, `receipt` or `noted`
    std::string reference;  ///< of the vendor, learned from a receipt or an answer; empty if none
};

/// Decides where `mail` goes: by its thread; by the tag in its subject; by a known reference that stands
/// alone in its subject; by the rules of mail feeds; by a colleague who sent it; else the inbox.
MailFiling file_mail(const Mail& mail, const MailSurroundings& around);

/// When a mail counts as written: its date, or `arrived` if it has none, is dated later than that, or earlier
/// than `answers`, which is when the thing it answers happened.
Timestamp written_at(const Mail& mail, Timestamp arrived, std::optional<Instant> answers);

/// A reference of the vendor's that a mail gives, such as "INC0012345" or "Sagsnr.: 4711-22"; empty if there
/// is none, or if there are several that are equally likely. Tags of `systems` are no references.
std::string reference_in(const Mail& mail, const std::vector<std::string>& systems);

/// The reference that a mail gives the case `id`; empty if there is none, or if it is another case's.
std::string reference_for(const CaseId& id, const Mail& mail, const MailSurroundings& around);

/// An event that a mail seems to report. The user confirms it; it is never recorded by itself.
struct Proposal {
    EventKind kind = EventKind::noted;  ///< `fix-announced`, `promised`, or `ball` for a question to us
    std::string line;                   ///< the line that says so
    std::optional<Date> by;             ///< of a promise
    std::optional<Seconds> by_clock;    ///< the time of that day, if it is told
    bool operator==(const Proposal&) const = default;
};

/// What the writer's own words seem to report. A date without a year is the next one after `written`.
std::vector<Proposal> proposals(const Mail& mail, Date written);

}  // namespace spoc::core
