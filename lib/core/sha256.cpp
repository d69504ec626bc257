#include "lib/core/sha256.hpp"

#include <cstdint>

#include <nettle/sha2.h>

namespace spoc::core {

std::string sha256(std::initializer_list<std::string_view> pieces) {
    sha256_ctx state;
    sha256_init(&state);
    for (const auto piece : pieces) {
        sha256_update(&state, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
    }
    std::string digest(SHA256_DIGEST_SIZE, '\0');
    sha256_digest(&state, digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
    return digest;
}

}  // namespace spoc::core
