#include "lib/core/notice_words.hpp"
#include "lib/intake/feed_readers.hpp"
#include "lib/intake/feed_xml.hpp"
#include "lib/intake/link.hpp"
#include "lib/intake/markup.hpp"

namespace spoc::intake {

namespace {

using enum Vocabulary;

/// The first that is not empty.
std::string either(std::string first, std::string second) {
    return first.empty() ? std::move(second) : std::move(first);
}

/// What the first of these children that has any text says.
std::string first_text(pugi::xml_node item, std::initializer_list<ElementName> names,
                       Lines lines = Lines::folded) {
    for (const auto& name : names) {
        if (auto text = markup_text(item, name.vocabulary, name.local, lines); !text.empty()) {
            return text;
        }
    }
    return {};
}

/// The address of the page that a feed or an item stands for.
std::string linked_page(pugi::xml_node node, const std::string& base) {
    if (auto link = web_link(plain_text(node, plain, "link"), base); !link.empty()) {
        return link;
    }
    for (const auto link : children(node, atom, "link")) {
        const std::string_view relation = link.attribute("rel").as_string("alternate");
        if (relation == "alternate") {
            return web_link(link.attribute("href").value(), base);
        }
    }
    return {};
}

bool is_permanent_link(pugi::xml_node item) {
    for (const auto guid : children(item, plain, "guid")) {
        return std::string_view(guid.attribute("isPermaLink").as_string("true")) != "false";
    }
    return false;
}

/// By what the item's categories say, before any other words.
core::NoticeKind kind_by_categories(pugi::xml_node item) {
    for (const auto category : children(item, plain, "category")) {
        const auto kind = core::kind_by_words(text_of_markup(content_of(category)), {});
        if (kind != core::NoticeKind::message) {
            return kind;
        }
    }
    return core::NoticeKind::message;
}

core::Notice notice_of(pugi::xml_node item, const std::string& base, ItemDates dates) {
    core::Notice notice;
    notice.guid =
        either(plain_text(item, plain, "guid"), fold_white_space(item.attribute("rdf:about").value()));
    notice.title = first_text(item, {{plain, "title"}, {dublin_core, "title"}});
    const auto texts = std::initializer_list<ElementName>{
        {plain, "description"}, {content, "encoded"}, {dublin_core, "description"}, {atom, "summary"}};
    notice.summary = first_text(item, texts);
    notice.body = first_text(item, texts, Lines::kept);
    notice.link = linked_page(item, base_of(item, base));
    if (notice.link.empty() && is_permanent_link(item)) {
        notice.link = web_link(notice.guid, {});
    }
    if (notice.guid.empty()) {
        notice.guid = notice.link.empty() ? plain_text(item, plain, "link") : notice.link;
    }
    notice.published_at = dates.first({{plain, "pubDate"},
                                       {dublin_core, "date"},
                                       {plain, "date"},
                                       {dublin_core, "issued"},
                                       {dublin_core, "created"},
                                       {atom, "published"}});
    notice.updated_at = dates.first({{atom, "updated"}, {dublin_core, "modified"}});
    notice.kind = kind_by_categories(item);
    return notice;
}

}  // namespace

bool is_rss(pugi::xml_node root) {
    return is(root, plain, "rss") || is(root, plain, "RDF");
}

FeedReading read_rss(pugi::xml_node root, const FeedOrigin& origin) {
    NoticeGathering gathered(FeedFormat::rss, origin);
    auto items = children(root, plain, "item");  // RSS 1.0 has them beside the channel
    std::string base = is_web_address(origin.address) ? origin.address : std::string{};
    for (const auto channel : children(root, plain, "channel")) {
        gathered.reading.title = either(gathered.reading.title, markup_text(channel, plain, "title"));
        base = either(base, linked_page(channel, {}));
        const auto within = children(channel, plain, "item");
        items.insert(items.end(), within.begin(), within.end());
    }
    std::size_t number = 0;
    for (const auto item : items) {
        ++number;
        gathered.add(notice_of(item, base, {item, number, gathered.reading.problems}), number);
    }
    return std::move(gathered.reading);
}

}  // namespace spoc::intake
