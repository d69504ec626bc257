#include "lib/intake/feed_xml.hpp"

#include <algorithm>
#include <array>

#include "lib/intake/feed_date.hpp"
#include "lib/intake/link.hpp"
#include "lib/intake/markup.hpp"

namespace spoc::intake {

namespace {

using std::string_view;

struct Known {
    string_view text;
    Vocabulary vocabulary;
};

constexpr auto namespaces = std::to_array<Known>({
    {"http://www.w3.org/2005/Atom", Vocabulary::atom},
    {"http://purl.org/atom/ns", Vocabulary::atom},
    {"http://purl.org/dc/elements/", Vocabulary::dublin_core},
    {"http://purl.org/dc/terms", Vocabulary::dublin_core},
    {"http://purl.org/rss/1.0/modules/content", Vocabulary::content},
    {"http://purl.org/rss/1.0/modules/", Vocabulary::other},
    {"http://purl.org/rss/1.0/", Vocabulary::plain},
    {"http://purl.org/net/rss", Vocabulary::plain},
    {"http://my.netscape.com/", Vocabulary::plain},
    {"http://channel.netscape.com/", Vocabulary::plain},
    {"http://backend.userland.com/", Vocabulary::plain},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", Vocabulary::plain},
});

constexpr auto usual_prefixes = std::to_array<Known>({
    {"atom", Vocabulary::atom},
    {"dc", Vocabulary::dublin_core},
    {"dcterms", Vocabulary::dublin_core},
    {"content", Vocabulary::content},
    {"rss", Vocabulary::plain},
    {"rdf", Vocabulary::plain},
});

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_word(string_view left, string_view right) {
    return std::ranges::equal(left, right, {}, small, small);
}

/// The namespace declared for `prefix` at a node or around it; empty if there is none.
string_view declared_namespace(pugi::xml_node node, string_view prefix) {
    const auto attribute = prefix.empty() ? std::string("xmlns") : "xmlns:" + std::string(prefix);
    constexpr int farthest = 16;  // feeds are flat, and hostile ones deep
    for (int steps = 0; !node.empty() && steps < farthest; ++steps, node = node.parent()) {
        if (const auto found = node.attribute(attribute.c_str()); !found.empty()) {
            return found.value();
        }
    }
    return {};
}

Vocabulary vocabulary_of(pugi::xml_node node, string_view prefix) {
    const auto space = declared_namespace(node, prefix);
    const auto* const known =
        std::ranges::find_if(namespaces, [&](const Known& each) { return space.starts_with(each.text); });
    if (!space.empty() && known != namespaces.end()) {
        return known->vocabulary;
    }
    if (prefix.empty()) {
        return Vocabulary::plain;
    }
    const auto* const usual =
        std::ranges::find_if(usual_prefixes, [&](const Known& each) { return same_word(each.text, prefix); });
    return space.empty() && usual != usual_prefixes.end() ? usual->vocabulary : Vocabulary::other;
}

class Text : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }

    std::string text;
};

}  // namespace

ElementName name_of(pugi::xml_node node) {
    const string_view name = node.name();
    const auto colon = name.find(':');
    if (colon == string_view::npos) {
        return {vocabulary_of(node, {}), name};
    }
    return {vocabulary_of(node, name.substr(0, colon)), name.substr(colon + 1)};
}

bool is(pugi::xml_node node, Vocabulary vocabulary, string_view local) {
    const string_view name = node.name();
    return name.size() >= local.size() && same_word(name.substr(name.size() - local.size()), local) &&
           same_word(name_of(node).local, local) && name_of(node).vocabulary == vocabulary;
}

std::vector<pugi::xml_node> children(pugi::xml_node node, Vocabulary vocabulary, string_view local) {
    std::vector<pugi::xml_node> found;
    for (const auto child : node.children()) {
        if (is(child, vocabulary, local)) {
            found.push_back(child);
        }
    }
    return found;
}

std::string content_of(pugi::xml_node node) {
    const bool has_elements = std::ranges::any_of(
        node.begin(), node.end(), [](pugi::xml_node child) { return child.type() == pugi::node_element; });
    Text content;
    for (const auto child : node.children()) {
        if (has_elements) {
            child.print(content, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
        } else {
            content.text += child.value();
        }
    }
    return std::move(content.text);
}

std::string markup_text(pugi::xml_node node, Vocabulary vocabulary, string_view local, Lines lines) {
    for (const auto child : children(node, vocabulary, local)) {
        if (auto text = text_of_markup(content_of(child), lines); !text.empty()) {
            return text;
        }
    }
    return {};
}

std::string plain_text(pugi::xml_node node, Vocabulary vocabulary, string_view local) {
    for (const auto child : children(node, vocabulary, local)) {
        if (auto text = fold_white_space(content_of(child)); !text.empty()) {
            return text;
        }
    }
    return {};
}

std::string base_of(pugi::xml_node node, string_view outer) {
    std::vector<string_view> bases;
    for (; !node.empty() && bases.size() < 16; node = node.parent()) {
        if (const auto base = node.attribute("xml:base"); !base.empty()) {
            bases.emplace_back(base.value());
        }
    }
    std::string address(outer);
    for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
        if (auto resolved = web_link(*base, address); !resolved.empty()) {
            address = std::move(resolved);
        }
    }
    return address;
}

std::optional<core::Instant> ItemDates::first(std::initializer_list<ElementName> names) {
    for (const auto& name : names) {
        const auto text = plain_text(item_, name.vocabulary, name.local);
        if (const auto date = read_feed_date(text)) {
            return date;
        }
        if (!text.empty()) {
            problems_.push_back(
                {number_, core::sentence("the date “{}” cannot be read", text.substr(0, 60))});
        }
    }
    return std::nullopt;
}

}  // namespace spoc::intake
