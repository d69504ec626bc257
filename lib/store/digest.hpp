#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/core/hex.hpp"
#include "lib/core/time.hpp"

namespace spoc::store {

/// SHA-256 of `content`: 32 bytes.
std::string sha256(std::string_view content);

using core::hex;
using core::write_hex;
/// The bytes that hexadecimal digits stand for; nothing for what is not hexadecimal.
std::string from_hex(std::string_view text);

/// "0192f3a0-7c1e-7a52-9d3b-3a4c5d6e7f80" as 16 bytes, and back. uuid_bytes() gives nothing for what is no
/// UUID.
std::string uuid_bytes(std::string_view text);
std::string uuid_text(std::string_view bytes);
void write_uuid(std::string& text, std::string_view bytes);

/// A new UUID of version 7 (RFC 9562, method 1): the instant, then `count`, then chance. Of two made for one
/// instant the one with the higher count is the later in order.
std::string new_event_id(core::Instant at, std::int64_t count);
/// A new UUID of version 4.
std::string new_origin();

/// The hash of an event's canonical line, chained to the hexadecimal hash before it: 32 bytes.
std::string chain_hash(std::string_view previous_hex, std::string_view line);

/// The predecessor of the first event of every origin.
inline constexpr std::string_view chain_start =
    "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace spoc::store
