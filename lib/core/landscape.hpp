#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// The name of the party that is the municipality's own system manager.
inline constexpr std::string_view system_manager = "owner";

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

/// Somebody in the user's own municipality who works with a system.
struct Colleague {
    std::string name;
    std::string mail;
    std::string department;
    std::string language;
};

/// Where operations messages come from.
struct Feed {
    std::string name;
    std::string kind;       ///< `auto`, `rss`, `atom`, `statuspage` or `mail`
    std::string url;        ///< of a machine feed: http, https or file
    std::string system;     ///< code of the system it is about
    std::string interface;  ///< the interface it is about, if any
    std::string sender;     ///< of kind mail: address or domain that notices come from
    std::string subject;    ///< of kind mail: words that the subject holds
};

/// Those who hear of certain notices. An empty list of conditions fits every notice.
struct Audience {
    std::string name;
    std::vector<std::string> systems;
    std::vector<std::string> interfaces;
    std::vector<std::string> kinds;       ///< `message`, `release`, `incident`, `maintenance`
    std::vector<std::string> words;       ///< any of these in title or summary
    std::vector<std::string> colleagues;  ///< names of colleagues, or mail addresses
    std::string language;
    std::vector<std::string> auto_kinds;  ///< kinds that are forwarded without being asked
};

/// One step of the escalation ladder, from a reminder to KOMBIT's Incident Manager. It is proposed when
/// any of its conditions holds.
struct Rung {
    std::string name;
    std::string to;                    ///< party
    std::vector<std::string> informs;  ///< parties that get a copy
    std::vector<std::string> clocks;   ///< clocks that count here: response, fix, update, promise
    std::string after;  ///< how late, in the clock's own calendar: a target, or empty for at once
    std::optional<int> failed_verifications;  ///< this many or more
    std::optional<int> slips;
    std::optional<int> reopenings;
    std::string answer_within;  ///< the rung's own clock: a target in the municipality's calendar
};

/// A form of text that must not leave the house, besides CPR numbers and private keys.
struct PrivacyPattern {
    std::string name;
    std::string pattern;  ///< RE2 syntax
};

}  // namespace spoc::core
