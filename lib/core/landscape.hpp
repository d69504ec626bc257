#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// The support-authorised user and the municipality that appointed them.
struct Me {
    std::string name;
    std::string mail;
    std::string municipality;
    std::string calendar;  ///< the municipality's own office hours
    std::string language;  ///< "da", "en", or empty: as the environment says
};

/// A shared it-system that the user is responsible for.
struct System {
    std::string code;  ///< "BOM": the first half of every case id
    std::string name;
    std::string vendor;     ///< the party whose clocks run
    std::string agreement;  ///< the agreement's name
    std::shared_ptr<const Zone> zone;
};

/// Somebody outside the user's own desk: the vendor, the it department, KOMBIT, the system manager.
struct Party {
    std::string name;                  ///< the word used in events and on the command line
    std::string mail;                  ///< where reports go
    std::vector<std::string> domains;  ///< mail from these is theirs
    std::string phone;
    std::string portal;    ///< address of a servicedesk portal, if they take reports there
    std::string language;  ///< of what is sent to them
};

/// A part of the landscape that a system depends on.
struct Interface {
    std::string name;
    std::string system;               ///< code of the system that uses it
    std::string owner;                ///< the party it belongs to
    std::string cause;                ///< `local`, `interface` or `vendor`: what a defect here usually is
    std::vector<std::string> words;   ///< words in a defect report that point here
    std::vector<std::string> checks;  ///< what to look at first
};

}  // namespace spoc::core
