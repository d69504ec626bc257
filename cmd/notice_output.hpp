#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/core/notice.hpp"
#include "lib/core/value.hpp"
#include "lib/store/mail_record.hpp"

namespace spoc::cmd {

class World;

/// A notice as programs see it.
core::Value notice_value(const core::Notice& notice, World& world);

/// A notice for people, with what has changed if it was different before.
std::string notice_text(const core::Notice& notice, const std::optional<core::Notice>& before, World& world);

/// What people answered to a notice, of the mails about it; empty if nobody did.
std::string replies_text(std::vector<store::MailRecord> mails, World& world);

/// Lists who was written to about a notice, and when, in the form that was asked for.
void print_receipts(std::int64_t notice, World& world);

/// Lists notices in the form that was asked for.
void print_notices(const std::vector<core::Notice>& notices, World& world);

}  // namespace spoc::cmd
