#include <array>

#include "cmd/assist.hpp"
#include "cmd/calendar.hpp"
#include "cmd/completion.hpp"
#include "cmd/config.hpp"
#include "cmd/escalate.hpp"
#include "cmd/find.hpp"
#include "cmd/init.hpp"
#include "cmd/notice.hpp"
#include "cmd/outbox.hpp"
#include "cmd/receive.hpp"
#include "cmd/redact.hpp"
#include "cmd/report.hpp"
#include "cmd/status.hpp"
#include "cmd/upkeep.hpp"
#include "cmd/verb.hpp"
#include "cmd/verify.hpp"
#include "cmd/wishlist.hpp"
#include "lib/render/wording.hpp"

namespace spoc::cmd {

namespace {

using render::mark;

constexpr auto contents = std::to_array<Verb>({
    {"report", "", mark("Defects: record, report and chase them"), declared<ReportListOptions>},
    {"report", "new", mark("Record a defect"), declared<ReportNewOptions>},
    {"report", "show", mark("Show a case with its whole history"), declared<ReportShowOptions>},
    {"report", "edit", mark("Change or add what is recorded"), declared<ReportEditOptions>},
    {"report", "analyse", mark("Find out whose it is"), declared<ReportAnalyseOptions>},
    {"report", "send", mark("Report it to the vendor, or to whom it belongs"), declared<ReportSendOptions>},
    {"report", "log", mark("Write down what was said"), declared<ReportLogOptions>},
    {"report", "remind", mark("Remind the one who has it"), declared<ReportRemindOptions>},
    {"report", "wait", mark("Somebody else has the ball"), declared<ReportWaitOptions>},
    {"report", "resume", mark("The ball goes back"), declared<ReportResumeOptions>},
    {"report", "close", mark("Close it"), declared<ReportCloseOptions>},
    {"report", "reopen", mark("Open it again"), declared<ReportReopenOptions>},
    {"report", "link", mark("Link it with another case or a notice"), declared<ReportLinkOptions>},
    {"report", "attach", mark("Keep files with it"), declared<ReportAttachOptions>},
    {"escalate", "", mark("What is breached or soon will be, and the step proposed"),
     declared<EscalateListOptions>},
    {"escalate", "why", mark("The arithmetic of each deadline, line by line"), declared<EscalateWhyOptions>},
    {"escalate", "ready", mark("What is weak, before KOMBIT says so"), declared<EscalateReadyOptions>},
    {"escalate", "send", mark("Go a step up the ladder"), declared<EscalateSendOptions>},
    {"escalate", "dossier", mark("The evidence in one file"), declared<EscalateDossierOptions>},
    {"escalate", "answer", mark("Write down what was said to it"), declared<EscalateAnswerOptions>},
    {"verify", "", mark("Fixes that await your verdict"), declared<VerifyListOptions>},
    {"verify", "plan", mark("The steps that a fix is verified by"), declared<VerifyPlanOptions>},
    {"verify", "run", mark("Go through the steps one by one"), declared<VerifyRunOptions>},
    {"verify", "pass", mark("The fix holds"), declared<VerifyPassOptions>},
    {"verify", "fail", mark("The fix does not hold"), declared<VerifyFailOptions>},
    {"verify", "release", mark("All fixes of one release"), declared<VerifyReleaseOptions>},
    {"wishlist", "", mark("Wishes, those that weigh most first"), declared<WishlistOptions>},
    {"wishlist", "add", mark("Write down a wish"), declared<WishlistAddOptions>},
    {"wishlist", "show", mark("Show a wish with its whole history"), declared<WishlistShowOptions>},
    {"wishlist", "edit", mark("Change what is recorded"), declared<WishlistEditOptions>},
    {"wishlist", "back", mark("Somebody wants it too"), declared<WishlistBackOptions>},
    {"wishlist", "merge", mark("Two wishes say the same"), declared<WishlistMergeOptions>},
    {"wishlist", "submit", mark("Hand it on to be prioritised"), declared<WishlistSubmitOptions>},
    {"wishlist", "decide", mark("Write down what was decided"), declared<WishlistDecideOptions>},
    {"status", "", mark("The dashboard: what needs you now"), declared<StatusOptions>},
    {"status", "owner", mark("The page for the system manager"), declared<StatusOwnerOptions>},
    {"status", "handover", mark("What a deputy must know"), declared<StatusHandoverOptions>},
    {"status", "rates", mark("How many targets were met in a period"), declared<StatusRatesOptions>},
    {"notice", "", mark("Operations messages that are unread or under way"), declared<NoticeListOptions>},
    {"notice", "fetch", mark("Read the feeds"), declared<NoticeFetchOptions>},
    {"notice", "add", mark("Keep a notice that came another way"), declared<NoticeAddOptions>},
    {"notice", "edit", mark("Say how a notice went on, such as that it is over"),
     declared<NoticeEditOptions>},
    {"notice", "show", mark("Show a notice, and what has changed in it"), declared<NoticeShowOptions>},
    {"notice", "forward", mark("Pass it on to those concerned"), declared<NoticeForwardOptions>},
    {"notice", "receipts", mark("Who was told, and when"), declared<NoticeReceiptsOptions>},
    {"notice", "release", mark("What a release says of our cases"), declared<NoticeReleaseOptions>},
    {"assist", "", mark("Open questions of colleagues"), declared<AssistListOptions>},
    {"assist", "new", mark("Write down a question"), declared<AssistNewOptions>},
    {"assist", "show", mark("Show a question with its whole history"), declared<ReportShowOptions>},
    {"assist", "card", mark("Keep an answer for the next who asks, or show one"),
     declared<AssistCardOptions>},
    {"assist", "cards", mark("The answers that are kept"), declared<AssistCardsOptions>},
    {"assist", "answer", mark("Answer it, and close it"), declared<AssistAnswerOptions>},
    {"receive", "", mark("File a mail from standard input, or a maildir"), declared<ReceiveOptions>},
    {"receive", "list", mark("Mails that belong nowhere yet"), declared<ReceiveListOptions>},
    {"receive", "show", mark("Show such a mail"), declared<ReceiveShowOptions>},
    {"receive", "drop", mark("It belongs nowhere"), declared<ReceiveDropOptions>},
    {"receive", "place", mark("File such a mail on a case"), declared<ReceivePlaceOptions>},
    {"find", "", mark("Search in everything"), declared<FindOptions>},
    {"outbox", "", mark("Messages that wait, failed or are in doubt"), declared<OutboxListOptions>},
    {"outbox", "show", mark("Show a message"), declared<OutboxShowOptions>},
    {"outbox", "send", mark("Send it once more"), declared<OutboxSendOptions>},
    {"outbox", "drop", mark("It is not to go out"), declared<OutboxDropOptions>},
    {"calendar", "", mark("Days on which a calendar differs from its week"), declared<CalendarDaysOptions>},
    {"calendar", "days", mark("Days on which a calendar differs from its week"),
     declared<CalendarDaysOptions>},
    {"calendar", "add", mark("When a target is reached"), declared<CalendarAddOptions>},
    {"calendar", "between", mark("The open time from one moment to another"),
     declared<CalendarBetweenOptions>},
    {"init", "", mark("Write a configuration to start with"), declared<InitOptions>},
    {"config", "", mark("The settings in force"), declared<ConfigShowOptions>},
    {"config", "check", mark("Prove a configuration, and work out examples of deadlines"),
     declared<ConfigCheckOptions>},
    {"config", "show", mark("The settings in force"), declared<ConfigShowOptions>},
    {"config", "path", mark("Which configuration is used"), declared<ConfigPathOptions>},
    {"completion", "", mark("The script that completes commands in a shell"), declared<CompletionOptions>},
    {"completion", "words", mark("What a word may become, for that script"),
     declared<CompletionWordsOptions>},
    {"doctor", "", mark("Look the store over"), declared<DoctorOptions>},
    {"backup", "", mark("Copy the store, even while it is in use"), declared<BackupOptions>},
    {"redact", "", mark("Remove what is personal from a case for good"), declared<RedactOptions>},
    {"export", "", mark("Write the event log"), declared<ExportOptions>},
    {"import", "", mark("Take an event log"), declared<ImportOptions>},
});

}  // namespace

std::span<const Verb> verbs() {
    return contents;
}

}  // namespace spoc::cmd
