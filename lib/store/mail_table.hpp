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
    std::vector<MailRecord> inbox() const;
    std::int64_t inbox_size() const;
    /// The digests of the originals that are kept.
    std::vector<std::string> digests() const;

private:
    Database& database_;
};

}  // namespace spoc::store
