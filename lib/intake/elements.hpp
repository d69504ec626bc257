#pragma once

#include <string_view>

namespace spoc::intake {

/// How an element's tags show in the text.
enum class Element {
    inside,   ///< not at all
    apart,    ///< as a gap
    hidden,   ///< nor does what stands in it
    unknown,  ///< no element of HTML
};

/// The element of HTML that has this name, in small letters.
Element element_of(std::string_view name);

}  // namespace spoc::intake
