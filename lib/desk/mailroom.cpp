#include "lib/desk/mailroom.hpp"

#include <algorithm>
#include <array>

#include "lib/core/mail_text.hpp"
#include "lib/core/transition.hpp"
#include "lib/desk/notices.hpp"
#include "lib/intake/mail.hpp"
#include "lib/store/digest.hpp"

namespace spoc::desk {

namespace {

/// Takes one mail to where it belongs.
class Sorting {
public:
    Sorting(Desk& desk, std::string_view bytes, const std::string& as, Look look)
        : desk_(desk),
          bytes_(bytes),
          as_(as),
          look_(look),
          mail_(intake::read_mail(bytes, desk.run, desk.helpers + "/spoc-mime")) {}

    Received file() {
        if (const auto known = known_mail()) {
            return again(*known);
        }
        filing_ = core::file_mail(mail_, surroundings());
        try {
            return file_where_it_belongs();
        } catch (const core::Conflict&) {  // another spoc filed it in between, or something else is wrong
            if (const auto known = known_mail()) {
                return again(*known);
            }
            throw;
        }
    }

    /// The user says where it belongs.
    Received file_on(const core::CaseId& id, const store::MailRecord& inbox) {
        filing_ = core::file_mail(mail_, surroundings());
        filing_.filed_as = core::FiledAs::on_case;
        filing_.case_id = id;
        if (filing_.sender.kind == core::Sender::Kind::party && !mail_.automatic) {
            filing_.event = core::EventKind::answered;
        }
        if (filing_.event != core::EventKind::noted) {
            filing_.reference = core::reference_for(id, mail_, surroundings());
        }
        record_ = inbox.id;
        arrived_at_ = inbox.at;
        return file_where_it_belongs();
    }

private:
    static Received again(const store::MailRecord& known) {
        auto answer = known.answer;
        answer.set("duplicate", true);
        return {.answer = std::move(answer), .proposals = {}, .case_id = known.case_id, .duplicate = true};
    }

    std::optional<store::MailRecord> known_mail() {
        if (!mail_.message_id.empty()) {
            return desk_.store.mail(store::MailRecord::Direction::in, mail_.message_id);
        }
        return desk_.store.mail_with_digest(store::hex(store::sha256(bytes_)));
    }

    core::MailSurroundings surroundings() const {
        const auto& store = desk_.store;
        core::MailSurroundings around;
        around.thread = [&store](std::string_view id) -> std::optional<core::Thread> {
            for (const auto direction :
                 {store::MailRecord::Direction::out, store::MailRecord::Direction::in}) {
                const auto found = store.mail(direction, id);
                if (found && (found->case_id || found->notice)) {
                    return core::Thread{.case_id = found->case_id, .notice = found->notice};
                }
            }
            return std::nullopt;
        };
        const auto first = [](const std::vector<core::CaseId>& ids) {
            return ids.empty() ? std::nullopt : std::optional(ids.front());
        };
        around.tagged = [&store, first](const core::CaseId& tag) {
            auto cases = store.known_as(core::text(tag));
            if (cases.size() > 1) {  // two desks gave the same name: only what was reported is answered
                std::stable_partition(cases.begin(), cases.end(), [&](const core::CaseId& id) {
                    return store.summary(id).reported_at.has_value();
                });
            }
            return first(cases);
        };
        around.referenced = [&store, first](std::string_view reference) {
            return first(store.with_reference(reference));
        };
        around.parties = desk_.settings.parties;
        around.colleagues = desk_.settings.colleagues;
        around.feeds = desk_.settings.feeds;
        around.own_mail = desk_.settings.me.mail;
        for (const auto& system : desk_.settings.systems) {
            around.systems.push_back(system.code);
        }
        return around;
    }

    Received file_where_it_belongs() {
        switch (filing_.filed_as) {
            case core::FiledAs::on_case:
                return on_case(*filing_.case_id);
            case core::FiledAs::notice:
                return filing_.notice && !goes_on() ? about_notice(*filing_.notice, !mail_.automatic)
                                                    : as_notice();
            case core::FiledAs::question:
                return as_question();
            case core::FiledAs::inbox:
                break;
        }
        return in_inbox();
    }

    /// When the thing that it answers happened, as far as that is known: the mail that it answers, else the
    /// report of the case.
    std::optional<core::Instant> answered_at(const core::CaseId& id) const {
        std::optional<core::Instant> latest;
        auto ids = mail_.references;
        ids.insert(ids.end(), mail_.in_reply_to.begin(), mail_.in_reply_to.end());
        for (const auto& answered : ids) {
            const auto found = desk_.store.mail(store::MailRecord::Direction::out, answered);
            latest = found ? std::max(latest.value_or(found->at), found->at) : latest;
        }
        if (!latest) {
            const auto reported = desk_.store.summary(id).reported_at;
            latest = reported ? std::optional(reported->at) : std::nullopt;
        }
        return latest;
    }

    core::EventKind kind(const core::CaseId& id) const {
        if (as_.empty()) {
            return filing_.event;
        }
        const auto kind = core::event_kind(as_);
        constexpr std::array can_come_by_mail = {core::EventKind::answered, core::EventKind::receipt,
                                                 core::EventKind::noted, core::EventKind::workaround,
                                                 core::EventKind::fix_announced};
        if (std::ranges::find(can_come_by_mail, kind) == can_come_by_mail.end()) {
            throw core::Misuse("--as cannot be {}; it is one of {}", as_,
                               "answered, receipt, noted, workaround, fix-announced");
        }
        core::require_possible(open_case(desk_, core::text(id)).content, kind);
        return kind;
    }

    /// The party that wrote, or the address of somebody else; empty if we did.
    std::string writer() const {
        if (filing_.sender.kind == core::Sender::Kind::own) {
            return {};
        }
        return filing_.sender.kind == core::Sender::Kind::party ? filing_.sender.name : mail_.from.mail;
    }

    core::Value content(core::EventKind kind) const {
        const auto text = core::own_words(mail_.text);
        if (kind == core::EventKind::noted) {
            const auto party = writer();
            return party.empty() ? core::Members{{"text", text}, {"direction", "internal"}}
                                 : core::Members{{"text", text}, {"party", party}, {"direction", "in"}};
        }
        core::Value said{core::Members{{"from", writer()}}};
        if (!filing_.reference.empty()) {
            said.set("ref", filing_.reference);
        }
        said.set("text", text);
        return said;
    }

    Received on_case(const core::CaseId& id) {
        const auto arrived = core::timestamp(arrived_at_.value_or(desk_.now), desk_.zone(id.system));
        const auto at = core::written_at(mail_, arrived, answered_at(id));
        const auto event_kind = kind(id);
        auto transaction = desk_.store.begin();
        const auto stored = transaction.append(make_event(desk_, id, event_kind, at, content(event_kind)));
        keep_attachments(transaction, id, arrived);
        auto answer = answer_for("case", core::Value(core::text(id)), core::Value(core::word(event_kind)));
        const auto record = file_record(transaction, "case", id, std::nullopt, stored.id, answer);
        if (is_to_be_read()) {
            transaction.mark_mail_unread(record.id);
        }
        transaction.commit();
        const auto written = desk_.zone(id.system).date(at.at);
        auto proposals = event_kind == core::EventKind::answered ? core::proposals(mail_, written)
                                                                 : std::vector<core::Proposal>{};
        return {.answer = std::move(answer),
                .proposals = std::move(proposals),
                .case_id = id,
                .duplicate = false};
    }

    /// What somebody wrote, as far as the user does not read it just now.
    bool is_to_be_read() const {
        return look_ == Look::later && !mail_.automatic && filing_.sender.kind != core::Sender::Kind::own;
    }

    void keep_attachments(store::Transaction& transaction, const core::CaseId& id, core::Timestamp at) {
        for (const auto& each : mail_.attachments) {
            const auto sha256 = transaction.keep(each.content);
            if (filing_.filed_as != core::FiledAs::on_case && filing_.filed_as != core::FiledAs::question) {
                continue;
            }
            core::Value content{core::Members{{"name", each.name},
                                              {"sha256", sha256},
                                              {"size", static_cast<std::int64_t>(each.content.size())},
                                              {"media_type", each.media_type},
                                              {"from", writer()},
                                              {"anonymised", false}}};
            transaction.append(make_event(desk_, id, core::EventKind::attached, at, std::move(content)));
        }
    }

    /// A delivery report that says that our message did not arrive.
    void tell_bounce(store::Transaction& transaction) const {
        const auto ours = mail_.bounce
                              ? desk_.store.mail(store::MailRecord::Direction::out, mail_.bounced_message_id)
                              : std::nullopt;
        if (ours && ours->outbox) {
            transaction.give_back(*ours->outbox, desk_.now, mail_.subject);
        }
    }

    /// Whether whoever told of a notice by mail tells in an answer to that mail how it went on.
    bool goes_on() const { return desk_.store.notice(*filing_.notice).source == filing_.feed; }

    Received as_notice() {
        const auto notice = notice_of(desk_, mail_, filing_.feed);
        const auto sighting =
            filing_.notice ? see_next(desk_, *filing_.notice, notice) : see_notice(desk_, notice);
        return about_notice(sighting.id, false);
    }

    /// What somebody answers to a notice brings it back to where it is seen.
    Received about_notice(std::int64_t notice, bool brings_back) {
        auto transaction = desk_.store.begin();
        keep_attachments(transaction, {}, {});
        auto answer = answer_for("notice", core::Value(notice), core::Value());
        answer.set("reply", brings_back);
        file_record(transaction, "notice", std::nullopt, notice, {}, answer);
        if (brings_back) {
            transaction.mark_unread(notice);
        }
        transaction.commit();
        return {.answer = std::move(answer), .proposals = {}, .case_id = {}, .duplicate = false};
    }

    Received as_question() {
        const auto& system = desk_.settings.systems.front();
        const core::CaseId unnumbered{.system = system.code, .number = 0};
        const auto arrived = desk_.time(unnumbered);
        core::Value record{core::Members{{"type", core::word(core::CaseType::question)},
                                         {"title", mail_.subject.empty() ? mail_.from.mail : mail_.subject},
                                         {"system", system.code},
                                         {"steps", core::own_words(mail_.text)},
                                         {"reporter", filing_.sender.name}}};
        const auto at = core::written_at(mail_, arrived, std::nullopt);
        auto transaction = desk_.store.begin();
        const auto opened = transaction.open_case(
            system.code, make_event(desk_, unnumbered, core::EventKind::recorded, at, std::move(record)));
        keep_attachments(transaction, opened.case_id, arrived);
        auto answer =
            answer_for("question", core::Value(core::text(opened.case_id)), core::Value("recorded"));
        file_record(transaction, "question", opened.case_id, std::nullopt, opened.id, answer);
        transaction.commit();
        return {.answer = std::move(answer), .proposals = {}, .case_id = opened.case_id, .duplicate = false};
    }

    Received in_inbox() {
        auto transaction = desk_.store.begin();
        keep_attachments(transaction, {}, {});
        auto answer = answer_for("inbox", core::Value(), core::Value());
        auto record = file_record(transaction, "inbox", std::nullopt, std::nullopt, {}, answer);
        answer.set("id", record.id);
        record.answer = answer;
        transaction.refile(record);
        transaction.commit();
        return {.answer = std::move(answer), .proposals = {}, .case_id = {}, .duplicate = false};
    }

    store::MailRecord file_record(store::Transaction& transaction, const char* filed_as,
                                  std::optional<core::CaseId> id, std::optional<std::int64_t> notice,
                                  std::string event, const core::Value& answer) {
        store::MailRecord record{.id = record_,
                                 .direction = store::MailRecord::Direction::in,
                                 .message_id = mail_.message_id,
                                 .case_id = std::move(id),
                                 .notice = notice,
                                 .outbox = {},
                                 .sha256 = transaction.keep(bytes_),
                                 .filed_as = filed_as,
                                 .event = std::move(event),
                                 .sender = mail_.from.mail,
                                 .subject = mail_.subject,
                                 .at = arrived_at_.value_or(desk_.now),
                                 .answer = answer};
        tell_bounce(transaction);
        if (record_ > 0) {
            transaction.refile(record);
        } else {
            record.id = transaction.file(record);
        }
        return record;
    }

    core::Value answer_for(const char* filed_as, core::Value id, core::Value event) const {
        core::List attachments;
        for (const auto& each : mail_.attachments) {
            attachments.push_back(core::Members{{"name", each.name},
                                                {"size", static_cast<std::int64_t>(each.content.size())},
                                                {"sha256", store::hex(store::sha256(each.content))},
                                                {"media_type", each.media_type}});
        }
        return core::Members{
            {"schema", 1},
            {"filed_as", filed_as},
            {"id", std::move(id)},
            {"event", std::move(event)},
            {"subject", mail_.subject},
            {"from", mail_.from.mail},
            {"from_name", mail_.from.name},
            {"date", mail_.date ? core::Value(core::rfc3339(mail_.date->at, desk_.zone(""))) : core::Value()},
            {"known_sender", filing_.known_sender},
            {"automatic", mail_.automatic},
            {"duplicate", false},
            {"text", mail_.text},
            {"attachments", std::move(attachments)}};
    }

    Desk& desk_;
    std::string_view bytes_;
    const std::string& as_;
    Look look_;
    core::Mail mail_;
    core::MailFiling filing_;
    std::int64_t record_ = 0;                  ///< of a mail that was in the inbox
    std::optional<core::Instant> arrived_at_;  ///< when it came there
};

}  // namespace

Received receive(Desk& desk, std::string_view bytes, const std::string& as, Look look) {
    return Sorting(desk, bytes, as, look).file();
}

store::MailRecord inbox_mail(const Desk& desk, std::int64_t mail) {
    auto record = desk.store.mail(mail);
    if (!record || record->filed_as != "inbox") {
        throw core::NotFound(core::sentence("there is no mail {} in the inbox", mail),
                             {core::sentence("`spoc receive list` lists them.")});
    }
    return *std::move(record);
}

void drop(Desk& desk, std::int64_t mail) {
    auto record = inbox_mail(desk, mail);
    record.filed_as = "dropped";
    auto transaction = desk.store.begin();
    transaction.refile(record);
    transaction.commit();
}

Received place(Desk& desk, std::int64_t mail, std::string_view reference, const std::string& as) {
    const auto record = inbox_mail(desk, mail);
    const auto bytes = desk.store.attachment(record.sha256);
    return Sorting(desk, bytes, as, Look::now).file_on(desk.store.resolve(reference), record);
}

}  // namespace spoc::desk
