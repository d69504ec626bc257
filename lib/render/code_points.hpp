#pragma once

#include <cstdint>
#include <string_view>

namespace spoc::render {

/// One character taken off the front of a text: its code point, and the bytes that it took.
struct CodePoint {
    std::int32_t value = 0;  ///< U+FFFD for bytes that are no UTF-8
    std::size_t size = 1;
    bool valid = true;
};

/// The first character of `text`, which is not empty.
CodePoint first_code_point(std::string_view text);

}  // namespace spoc::render
