#include "lib/render/code_points.hpp"

#include <utf8proc.h>

namespace spoc::render {

CodePoint first_code_point(std::string_view text) {
    const void* const bytes = text.data();
    utf8proc_int32_t value = 0;
    const auto used = utf8proc_iterate(static_cast<const utf8proc_uint8_t*>(bytes),
                                       static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (used < 1) {
        return {.value = 0xFFFD, .size = 1, .valid = false};
    }
    return {.value = value, .size = static_cast<std::size_t>(used), .valid = true};
}

}  // namespace spoc::render
