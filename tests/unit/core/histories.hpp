#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/core/agreement.hpp"
#include "lib/core/event.hpp"

/// Reads histories.txt, whose head says how it is written.
namespace spoc::tests {

/// What a clock is expected to show. Absent: whatever it is.
struct ExpectedClock {
    std::string line;  ///< as written, for messages
    std::string name;
    std::string state;
    std::optional<core::Instant> due;      ///< absent: there must be none
    std::optional<core::Instant> stopped;  ///< absent: there must be none
    std::optional<core::Instant> started;
    std::optional<core::Seconds> elapsed;
    std::optional<int> slips;
    std::optional<int> misses;
    std::string target;
};

/// How things stand at one moment.
struct Standing {
    core::Instant now;
    std::optional<core::Instant> as_of;
    std::vector<ExpectedClock> clocks;
    std::string state;
    std::optional<std::string> ball;
    std::optional<int> failures;
    std::string error;
};

struct WrittenHistory {
    std::string title;
    std::string agreement;
    std::vector<core::Window> windows;
    core::History events;  ///< in the order in which they count
    std::vector<Standing> standings;
};

struct WrittenHistories {
    std::vector<core::AgreementTerms> agreements;
    std::vector<WrittenHistory> histories;
};

/// Throws std::runtime_error that names the line if the file is not written as its head says.
WrittenHistories read_histories(const std::string& path);

/// What histories.txt holds, read once.
const WrittenHistories& written();

/// The calendars and agreements of histories.txt, for a system that follows the agreement called `agreement`.
core::Terms terms_of(const std::string& agreement);

}  // namespace spoc::tests
