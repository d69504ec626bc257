#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lib/core/case_id.hpp"
#include "lib/core/error.hpp"

namespace spoc::store {

/// Gives the next line of an interchange file, without its line end; false at the end.
using LineSource = std::function<bool(std::string& line)>;

enum class OnFault {
    keep_nothing,  ///< one line that cannot be taken, and nothing of the run is kept
    keep_going,    ///< every line that can be taken is kept
};

/// A line of an interchange file that cannot be taken.
struct LineFault {
    std::int64_t line = 0;  ///< from 1
    core::Sentence reason;
};

/// A file kept here that was redacted elsewhere.
struct FileElsewhere {
    core::CaseId case_id;
    std::string was;       ///< its digest
    std::string now;       ///< of what was left of it; empty if nothing was
    bool is_kept = false;  ///< what was left of it is not here and cannot be made here, so it stays as it was
};

/// What an import did.
struct ImportReport {
    std::int64_t lines = 0;              ///< lines that were read
    std::int64_t added = 0;              ///< events that are new here; 0 if nothing was kept
    std::int64_t known = 0;              ///< events that were here already
    std::int64_t faulty = 0;             ///< lines that cannot be taken
    std::vector<LineFault> faults;       ///< the first thousand of them
    std::vector<core::CaseId> redacted;  ///< cases of which something was removed here, as the file says
    std::vector<FileElsewhere> files;    ///< of those cases, with something removed elsewhere
    bool is_wiped = true;                ///< false if a program that reads the store must end first
};

/// What a redaction had to leave.
struct Leftover {
    std::vector<std::string> needed;  ///< digests of contents that other events or mails name too
    bool is_wiped = true;             ///< false if a program that reads the store must end first
};

}  // namespace spoc::store
