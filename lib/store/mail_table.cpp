#include "lib/store/mail_table.hpp"

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/store/database.hpp"

namespace spoc::store {

namespace {

#define SPOC_MAIL_COLUMNS                                                                             \
    "SELECT m.id, m.direction, m.message_id, m.case_number, c.system, m.notice, m.outbox, m.sha256, " \
    "m.filed_as, "                                                                                    \
    "m.event, m.sender, m.subject, m.at, m.answer FROM mail m LEFT JOIN cases c ON c.number = "       \
    "m.case_number "

MailRecord row(const Query& query) {
    MailRecord mail;
    mail.id = query.integer(0);
    mail.direction = static_cast<MailRecord::Direction>(query.integer(1));
    mail.message_id = query.text(2);
    if (!query.is_null(4)) {
        mail.case_id = core::CaseId{query.text(4), query.integer(3)};
    }
    mail.notice = query.optional_integer(5);
    mail.outbox = query.optional_integer(6);
    mail.sha256 = query.text(7);
    mail.filed_as = query.text(8);
    mail.event = query.text(9);
    mail.sender = query.text(10);
    mail.subject = query.text(11);
    mail.at = query.instant(12);
    mail.answer = core::parse_json(query.view(13));
    return mail;
}

std::optional<MailRecord> one(Query&& query) {
    return query.next() ? std::optional(row(query)) : std::nullopt;
}

std::vector<MailRecord> rows(Query&& query) {
    std::vector<MailRecord> mails;
    while (query.next()) {
        mails.push_back(row(query));
    }
    return mails;
}

std::optional<std::int64_t> case_number(const MailRecord& mail) {
    return mail.case_id ? std::optional(mail.case_id->number) : std::nullopt;
}

}  // namespace

std::int64_t MailTable::add(const MailRecord& mail) {
    Query(database_,
          "INSERT INTO mail (direction, message_id, case_number, notice, outbox, sha256, filed_as, event, "
          "sender, "
          "subject, at, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          mail.direction, mail.message_id, case_number(mail), mail.notice, mail.outbox, mail.sha256,
          mail.filed_as, mail.event, mail.sender, mail.subject, mail.at, core::json(mail.answer))
        .run();
    if (database_.connection().getChanges() == 0) {
        throw core::Conflict("the mail {} is filed already", mail.message_id);
    }
    return database_.connection().getLastInsertRowid();
}

void MailTable::update(const MailRecord& mail) {
    Query(database_,
          "UPDATE mail SET case_number = ?, notice = ?, filed_as = ?, event = ?, answer = ? WHERE id = ? "
          "AND filed_as = 'inbox'",
          case_number(mail), mail.notice, mail.filed_as, mail.event, core::json(mail.answer), mail.id)
        .run();
    if (database_.connection().getChanges() == 0) {
        throw core::Conflict("the mail {} has been placed already", mail.id);
    }
}

std::optional<MailRecord> MailTable::get(std::int64_t id) const {
    return one(Query(database_, SPOC_MAIL_COLUMNS "WHERE m.id = ?", id));
}

std::optional<MailRecord> MailTable::find(MailRecord::Direction direction,
                                          std::string_view message_id) const {
    return message_id.empty() ? std::nullopt
                              : one(Query(database_,
                                          SPOC_MAIL_COLUMNS
                                          "WHERE m.message_id = ? AND m.message_id <> '' AND m.direction = ?",
                                          message_id, direction));
}

std::optional<MailRecord> MailTable::find_digest(std::string_view sha256) const {
    return one(Query(database_, SPOC_MAIL_COLUMNS "WHERE m.direction = 0 AND m.sha256 <> '' AND m.sha256 = ?",
                     sha256));
}

std::vector<MailRecord> MailTable::of_case(std::int64_t number) const {
    return rows(Query(database_, SPOC_MAIL_COLUMNS "WHERE m.case_number = ? ORDER BY m.at, m.id", number));
}

std::vector<MailRecord> MailTable::replies_to(std::int64_t notice) const {
    return rows(Query(database_,
                      SPOC_MAIL_COLUMNS "WHERE m.notice = ? AND m.direction = ? ORDER BY m.at, m.id", notice,
                      MailRecord::Direction::in));
}

std::vector<MailRecord> MailTable::all() const {
    return rows(Query(database_, SPOC_MAIL_COLUMNS "ORDER BY m.id"));
}

std::vector<MailRecord> MailTable::inbox() const {
    return rows(Query(database_, SPOC_MAIL_COLUMNS "WHERE m.filed_as = 'inbox' ORDER BY m.id"));
}

std::vector<MailRecord> MailTable::unread() const {
    return rows(Query(database_, SPOC_MAIL_COLUMNS "WHERE m.unread = 1 ORDER BY m.id"));
}

void MailTable::replace(const MailRecord& mail) {
    Query(database_, "UPDATE mail SET message_id = ?, sender = ?, subject = ?, answer = ? WHERE id = ?",
          mail.message_id, mail.sender, mail.subject, core::json(mail.answer), mail.id)
        .run();
}

void MailTable::mark_unread(std::int64_t id) {
    Query(database_, "UPDATE mail SET unread = 1 WHERE id = ?", id).run();
}

std::int64_t MailTable::mark_read(std::int64_t case_number) {
    return Query(database_, "UPDATE mail SET unread = 0 WHERE unread = 1 AND case_number = ?", case_number)
        .run();
}

MailTable::Waiting MailTable::waiting() const {
    Query query(database_,
                "SELECT (SELECT count(*) FROM mail WHERE filed_as = 'inbox'), "
                "(SELECT count(*) FROM mail WHERE unread = 1)");
    return query.next() ? Waiting{.inbox = query.integer(0), .unread = query.integer(1)} : Waiting{};
}

std::vector<std::string> MailTable::digests() const {
    Query query(database_, "SELECT DISTINCT sha256 FROM mail WHERE sha256 <> '' ORDER BY sha256");
    std::vector<std::string> found;
    while (query.next()) {
        found.push_back(query.text(0));
    }
    return found;
}

}  // namespace spoc::store
