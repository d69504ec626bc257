#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "lib/core/value.hpp"
#include "lib/intake/feed.hpp"
#include <pugixml.hpp>

namespace spoc::intake {

/// Whether a document's outermost element is that of RSS 0.9x, 1.0 or 2.0.
bool is_rss(pugi::xml_node root);
FeedReading read_rss(pugi::xml_node root, const FeedOrigin& origin);

/// Whether it is that of Atom 0.3 or 1.0: a feed, or an entry alone.
bool is_atom(pugi::xml_node root);
FeedReading read_atom(pugi::xml_node root, const FeedOrigin& origin);

/// Whether a JSON document is what Statuspage serves as summary, status, incidents or scheduled maintenances.
bool is_statuspage(const core::Value& document);
FeedReading read_statuspage(const core::Value& document, const FeedOrigin& origin);

/// Gathers the items of one feed.
class NoticeGathering {
public:
    NoticeGathering(FeedFormat format, const FeedOrigin& origin);

    /// Finishes an item: title and guid as the source lacks them; kind, state and schedule by its words,
    /// unless the format says them itself. Leaves it out if it says nothing at all, or if an item of the same
    /// guid that is as new is there already.
    void add(core::Notice notice, std::size_t number);

    FeedReading reading;

private:
    const FeedOrigin& origin_;
    std::unordered_map<std::string, std::size_t> places_;  // in the reading, by guid
};

}  // namespace spoc::intake
