#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "lib/desk/desk.hpp"

namespace spoc::desk {

/// A place of the store where personal data stands, or what looks like it. It never holds what was found.
struct PersonalPlace {
    std::string place;    ///< event, mail, file, message, notice, form
    std::string case_id;  ///< empty if it is on no case
    std::string what;   ///< the event's kind, the number of the mail, message or notice, the name of the file
    std::string field;  ///< empty for a whole file
    std::string finding;  ///< cpr, possible-cpr, private-key, unreadable, or the name of a pattern
    std::int64_t count = 0;
};

/// Calls `each` for every place in the event log, the mails, files, messages, notices and unfinished forms.
void each_personal_place(const Desk& desk, const std::function<void(const PersonalPlace&)>& each);

}  // namespace spoc::desk
