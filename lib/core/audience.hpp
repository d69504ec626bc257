#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/core/landscape.hpp"
#include "lib/core/notice.hpp"

namespace spoc::core {

/// Whether the rules of an audience fit a notice. A condition that is not written fits every notice.
bool fits(const Audience& audience, const Notice& notice);

/// The audiences whose rules fit, in the order of the configuration.
std::vector<Audience> fitting(std::span<const Audience> audiences, const Notice& notice);

/// Those of them that hear of a notice of this kind without being asked.
std::vector<Audience> fitting_unasked(std::span<const Audience> audiences, const Notice& notice);

/// Somebody who is told.
struct Recipient {
    std::string name;  ///< empty if only the address is known
    std::string mail;
    std::string language;  ///< the audience's, else the colleague's own; empty if neither says
    std::string audience;  ///< the first one that they belong to
    bool operator==(const Recipient&) const = default;
};

/// Everybody in these audiences once, by mail address, in the order of the configuration.
std::vector<Recipient> recipients(std::span<const Audience> audiences, std::span<const Colleague> colleagues);

}  // namespace spoc::core
