#include "lib/core/notice_words.hpp"
#include "lib/intake/feed_readers.hpp"
#include "lib/intake/feed_xml.hpp"
#include "lib/intake/link.hpp"
#include "lib/intake/markup.hpp"

namespace spoc::intake {

namespace {

using enum Vocabulary;

/// What a text construct says (RFC 4287, 3.1). Plain text that looks like markup is taken as such: many feeds
/// forget to say that it is HTML.
std::string text_of(pugi::xml_node node, Lines lines) {
    const std::string_view type = node.attribute("type").as_string("text");
    const bool is_text = type == "text" || type == "text/plain";
    return is_text ? text_of_plain(content_of(node), lines) : text_of_markup(content_of(node), lines);
}

/// The text of the first child of that name that has any.
std::string text_child(pugi::xml_node entry, Vocabulary vocabulary, std::string_view local,
                       Lines lines = Lines::folded) {
    for (const auto child : children(entry, vocabulary, local)) {
        if (auto text = text_of(child, lines); !text.empty()) {
            return text;
        }
    }
    return {};
}

/// The page that an entry or a feed stands for: of its alternates the first that is a page.
std::string linked_page(pugi::xml_node node, Vocabulary vocabulary, const std::string& base) {
    std::string found;
    for (const auto link : children(node, vocabulary, "link")) {
        const std::string_view relation = link.attribute("rel").as_string("alternate");
        const std::string_view type = link.attribute("type").as_string("text/html");
        auto address = web_link(link.attribute("href").value(), base_of(link, base));
        if (relation == "alternate" && !address.empty() && (found.empty() || type == "text/html")) {
            found = std::move(address);
            if (type == "text/html") {
                return found;
            }
        }
    }
    return found;
}

core::NoticeKind kind_by_categories(pugi::xml_node entry, Vocabulary vocabulary) {
    for (const auto category : children(entry, vocabulary, "category")) {
        const auto label =
            category.attribute("label").empty() ? category.attribute("term") : category.attribute("label");
        const auto kind = core::kind_by_words(label.value(), {});
        if (kind != core::NoticeKind::message) {
            return kind;
        }
    }
    return core::NoticeKind::message;
}

core::Notice notice_of(pugi::xml_node entry, const std::string& base, ItemDates dates) {
    const auto own = name_of(entry).vocabulary;
    core::Notice notice;
    notice.guid = plain_text(entry, own, "id");
    notice.title = text_child(entry, own, "title");
    const auto* text = "summary";
    if (text_child(entry, own, text).empty()) {
        text = "content";
    }
    notice.summary = text_child(entry, own, text);
    notice.body = text_child(entry, own, text, Lines::kept);
    notice.link = linked_page(entry, own, base);
    notice.published_at = dates.first({{own, "published"},
                                       {own, "issued"},
                                       {own, "created"},
                                       {dublin_core, "issued"},
                                       {dublin_core, "date"}});
    notice.updated_at = dates.first({{own, "updated"}, {own, "modified"}, {dublin_core, "modified"}});
    notice.kind = kind_by_categories(entry, own);
    return notice;
}

bool is_either(pugi::xml_node node, std::string_view local) {
    return is(node, atom, local) || is(node, plain, local);  // some forget the namespace
}

}  // namespace

bool is_atom(pugi::xml_node root) {
    return is_either(root, "feed") || is_either(root, "entry");
}

FeedReading read_atom(pugi::xml_node root, const FeedOrigin& origin) {
    NoticeGathering gathered(FeedFormat::atom, origin);
    const bool alone = is_either(root, "entry");
    const auto own = name_of(root).vocabulary;
    std::string base = is_web_address(origin.address) ? origin.address : std::string{};
    if (!alone) {
        gathered.reading.title = text_child(root, own, "title");
        base = base.empty() ? linked_page(root, own, base) : base;
    }
    const auto entries = alone ? std::vector{root} : children(root, own, "entry");
    std::size_t number = 0;
    for (const auto entry : entries) {
        ++number;
        gathered.add(notice_of(entry, base, {entry, number, gathered.reading.problems}), number);
    }
    return std::move(gathered.reading);
}

}  // namespace spoc::intake
