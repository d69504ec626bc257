#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace spoc::tests {

/// `content` as a gzip file, stored as it is (RFC 1951, 3.2.4). At most 65,535 bytes.
std::string gzip(std::string_view content);

/// The beginning of a gzip file of `size` bytes that unpacks to blanks, more than a hundred times as many,
/// and has no end.
std::string gzip_bomb(std::size_t size);

}  // namespace spoc::tests
