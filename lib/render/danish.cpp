#include "lib/render/catalogue.hpp"

namespace spoc::render {

// da.po, by msgfmt and embed.cmake at build time.
std::string_view danish_catalogue();

Catalogue danish() {
    return Catalogue(danish_catalogue());
}

}  // namespace spoc::render
