#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lib/store/mail_record.hpp"

namespace spoc::store {

class Database;

/// The mails that came in and went out.
class MailTable {
public:
    explicit MailTable(Database& database) : database_(database) {}

    std::int64_t add(const MailRecord& mail);
    void update(const MailRecord& mail);
    std::optional<MailRecord> get(std::int64_t id) const;
    std::optional<MailRecord> find(MailRecord::Direction direction, std::string_view message_id) const;
    std::optional<MailRecord> find_digest(std::string_view sha256) const;
    std::vector<MailRecord> of_case(std::int64_t number) const;
    std::vector<MailRecord> replies_to(std::int64_t notice) const;
    std::vector<MailRecord> all() const;
    std::vector<MailRecord> inbox() const;
    /// The mails on cases that the user has not looked at, in the order in which they came.
    std::vector<MailRecord> unread() const;
    /// Puts what was left of a mail in its place: its id, sender, subject and answer.
    void replace(const MailRecord& mail);
    void mark_unread(std::int64_t id);
    /// The mails of a case have been looked at. Gives how many had not been.
    std::int64_t mark_read(std::int64_t case_number);
    /// How many mails wait for the user.
    struct Waiting {
        std::int64_t inbox = 0;   ///< they belong nowhere yet
        std::int64_t unread = 0;  ///< they are on cases, and the user has not looked at them
    };
    Waiting waiting() const;
    /// The digests of the originals that are kept.
    std::vector<std::string> digests() const;

private:
    Database& database_;
};

}  // namespace spoc::store
