#include "lib/render/code_points.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace spoc::render {

CodePoint first_code_point(std::string_view text) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = std::min(text.size(), bytes.size());
    std::copy_n(text.begin(), size, bytes.begin());
    utf8proc_int32_t value = 0;
    const auto used = utf8proc_iterate(bytes.data(), static_cast<utf8proc_ssize_t>(size), &value);
    if (used < 1) {
        return {.value = 0xFFFD, .size = 1, .valid = false};
    }
    return {.value = value, .size = static_cast<std::size_t>(used), .valid = true};
}

}  // namespace spoc::render
