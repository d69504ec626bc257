#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace spoc::core {

/// SHA-256 (FIPS 180-4) of the pieces, one after another: 32 bytes.
std::string sha256(std::initializer_list<std::string_view> pieces);

}  // namespace spoc::core
