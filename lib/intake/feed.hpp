#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/error.hpp"
#include "lib/core/notice.hpp"

namespace spoc::intake {

/// What a feed turned out to be, by its content.
enum class FeedFormat { rss, atom, statuspage };

/// Where a feed came from.
struct FeedOrigin {
    std::string source;                ///< the feed's name, else its address: half of a notice's identity
    std::string address;               ///< what relative links are resolved against
    std::string system;                ///< code of the system it is about, if known
    std::string interface;             ///< the interface it is about, if any
    const core::Zone* zone = nullptr;  ///< of times in plain words; without one they are not read
};

/// Something that was not as it should be with one item. The item is left out only if the reason says so.
struct FeedProblem {
    std::size_t item = 0;  ///< from 1, as it stands in the feed
    core::Sentence reason;
};

/// A feed that was read.
struct FeedReading {
    FeedFormat format = FeedFormat::rss;
    std::string title;  ///< of the whole feed
    std::vector<core::Notice> notices;
    std::vector<FeedProblem> problems;
};

/// A feed longer than this, decompressed, is refused.
inline constexpr std::size_t feed_size_limit = std::size_t{8} << 20U;

/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and Statuspage JSON; which of them is told by the content.
/// Document types are not read, so entities of a document's own stay as they are written and nothing outside
/// is opened. Throws OutsideError, with the line where it can be told, if it is none of these, broken, too
/// long or too deep: then nothing of it is used.
FeedReading read_feed(std::string_view bytes, const FeedOrigin& origin);

}  // namespace spoc::intake
