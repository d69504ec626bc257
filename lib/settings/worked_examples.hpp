#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lib/core/time.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

/// When the defect of an example is reported.
enum class Occasion {
    monday_morning,    ///< on a Monday at 10:00
    friday_afternoon,  ///< on the Friday after at 15:00
    before_easter,     ///< on the Wednesday before Easter at 15:00
    at_night,          ///< on the Tuesday after that Monday at 02:00
};

/// What an agreement means for one defect: to be read by the person who owns the contract.
struct WorkedExample {
    std::string agreement;
    core::Date from;  ///< version of the agreement
    int category = 0;
    Occasion occasion = Occasion::monday_morning;
    std::shared_ptr<const core::Zone> zone;  ///< of the agreement's system; all times are in it
    core::Timestamp reported_at;
    std::optional<core::Target> response;  ///< the one that applies; absent: there is none
    std::optional<core::Timestamp> response_due;
    std::optional<core::Target> fix;
    std::optional<core::Timestamp> fix_due;  ///< where the fix clock starts at the response: given at its due
};

/// Four examples for each category of each version of each agreement, from `around` on or, if that is later,
/// from the day that the version is in force.
std::vector<WorkedExample> worked_examples(const Settings& settings, core::Date around);

}  // namespace spoc::settings
