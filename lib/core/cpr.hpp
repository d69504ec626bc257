#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "lib/core/disguise.hpp"
#include "lib/core/zone.hpp"

namespace spoc::core {

/// Something in a text that is a CPR number, or could be one.
struct CprHit {
    enum class Certainty { possible, certain };
    Certainty certainty = Certainty::certain;
    std::array<Span, 10> digits;  ///< where its digits stand
};

/// Finds CPR numbers in UTF-8 text: six digits that are a date before `today` in the century that digit 7
/// gives, an optional separator, four digits, and no digit beside them. With a hyphen or dash between, it is
/// one; with nothing or one space, it is one if modulus 11 holds, and else possible, since numbers have been
/// given out without it since 2007.
std::vector<CprHit> find_cpr(std::string_view text, Date today);

}  // namespace spoc::core
