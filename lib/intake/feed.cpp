#include "lib/intake/feed.hpp"

#include <algorithm>

#include "lib/core/json.hpp"
#include "lib/core/notice_words.hpp"
#include "lib/intake/encoding.hpp"
#include "lib/intake/feed_readers.hpp"
#include <pugixml.hpp>

namespace spoc::intake {

namespace {

using std::string_view;

/// Each tag, attribute or member costs some fifty bytes while a document is read.
constexpr std::ptrdiff_t most_parts = 200'000;

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool begins_with(string_view text, string_view word) {
    return std::ranges::equal(text.substr(0, word.size()), word, {}, small);
}

string_view without_blanks(string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    return text;
}

bool is_web_page(string_view text) {
    return begins_with(text, "<!doctype html") || begins_with(text, "<html");
}

bool is_json(string_view text) {
    return text.starts_with('{') || text.starts_with('[');
}

/// How many elements and attributes, or members and values, a document has at most.
std::ptrdiff_t parts_of(string_view text) {
    if (is_json(text)) {
        return std::ranges::count_if(text, [](char c) { return c == '{' || c == '[' || c == ','; });
    }
    std::ptrdiff_t parts = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const char next = text[at + 1];
        const bool element = text[at] == '<' && next != '/';
        const bool attribute = text[at] == '=' && (next == '"' || next == '\'' || next == ' ');
        parts += element || attribute ? 1 : 0;
    }
    return parts;
}

std::ptrdiff_t line_at(string_view text, std::size_t at) {
    return 1 + std::ranges::count(text.substr(0, at), '\n');
}

FeedReading read_json(const std::string& text, const FeedOrigin& origin) {
    const auto document = [&] {
        try {
            return core::parse_json(text);
        } catch (const core::Failed& error) {
            throw core::OutsideError(error.sentence());
        }
    }();
    if (!is_statuspage(document)) {
        throw core::OutsideError("this is JSON, but not that of a Statuspage");
    }
    return read_statuspage(document, origin);
}

FeedReading read_xml(std::string text, const FeedOrigin& origin, string_view bytes) {
    pugi::xml_document document;
    constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute |
                                 pugi::parse_eol | pugi::parse_ws_pcdata;
    const auto read = document.load_buffer_inplace(text.data(), text.size(), options, pugi::encoding_utf8);
    if (!read) {
        const auto line =
            line_at(to_utf8(bytes), static_cast<std::size_t>(read.offset));  // `text` is rewritten
        throw core::OutsideError("the feed is broken XML, line {}: {}", line, read.description());
    }
    const auto root = document.document_element();
    if (is_rss(root)) {
        return read_rss(root, origin);
    }
    if (is_atom(root)) {
        return read_atom(root, origin);
    }
    throw core::OutsideError("this is XML, but neither RSS nor Atom: it begins with <{}>",
                             string_view(root.name()).substr(0, 60));
}

/// Of two readings under one guid the later one stays.
bool is_later(const core::Notice& one, const core::Notice& other) {
    const auto told = [](const core::Notice& notice) {
        constexpr auto earliest = core::Instant::min();
        return std::max(notice.updated_at.value_or(earliest), notice.published_at.value_or(earliest));
    };
    return told(one) > told(other);
}

}  // namespace

NoticeGathering::NoticeGathering(FeedFormat format, const FeedOrigin& origin) : origin_(origin) {
    reading.format = format;
}

void NoticeGathering::add(core::Notice notice, std::size_t number) {
    notice.source = origin_.source;
    notice.system = origin_.system;
    notice.interface = origin_.interface;
    if (notice.title.empty() && notice.summary.empty()) {
        reading.problems.push_back({number, core::sentence("it has neither title nor text and is left out")});
        return;
    }
    if (notice.body.find('\n') == std::string::npos) {
        notice.body.clear();
    }
    core::identify(notice);
    if (reading.format != FeedFormat::statuspage) {
        core::fill_by_words(notice, origin_.zone);
    }
    const auto [place, is_new] = places_.try_emplace(notice.guid, reading.notices.size());
    if (is_new) {
        reading.notices.push_back(std::move(notice));
        return;
    }
    reading.problems.push_back(
        {number, core::sentence("it has the guid of another item; only the later of the two is kept")});
    auto& other = reading.notices.at(place->second);
    if (is_later(notice, other)) {
        other = std::move(notice);
    }
}

FeedReading read_feed(string_view bytes, const FeedOrigin& origin) {
    if (bytes.size() > feed_size_limit) {
        throw core::OutsideError("the feed is longer than {} bytes", feed_size_limit);
    }
    auto text = to_utf8(bytes);
    const auto start = without_blanks(text);
    if (start.empty()) {
        throw core::OutsideError("the feed is empty");
    }
    if (is_web_page(start)) {
        throw core::OutsideError("this is a web page, not a feed");
    }
    if (parts_of(start) > most_parts) {
        throw core::OutsideError("the feed has more than {} parts", most_parts);
    }
    return is_json(start) ? read_json(text, origin) : read_xml(std::move(text), origin, bytes);
}

}  // namespace spoc::intake
