#include <cstddef>

#include "lib/render/catalogue.hpp"

namespace spoc::render {

// From da.po, by msgfmt and embed.cmake at build time.
extern const unsigned char danish_catalogue[];
extern const std::size_t danish_catalogue_size;

Catalogue danish() {
    const void* const bytes = danish_catalogue;
    return Catalogue({static_cast<const char*>(bytes), danish_catalogue_size});
}

}  // namespace spoc::render
