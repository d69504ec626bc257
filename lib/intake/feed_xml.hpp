#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/feed.hpp"
#include "lib/intake/markup.hpp"
#include <pugixml.hpp>

namespace spoc::intake {

/// The vocabularies that feeds are written in.
enum class Vocabulary { plain, atom, dublin_core, content, other };

/// An element's name, its prefix replaced by what that stands for.
struct ElementName {
    Vocabulary vocabulary = Vocabulary::plain;
    std::string_view local;
};

/// Finds the vocabulary by the namespace that the prefix stands for, else, as many feeds forget to declare
/// it, by the prefix that everybody uses. RSS of any version and what has no known namespace is `plain`.
ElementName name_of(pugi::xml_node node);

/// Whether an element has this name; the case of letters does not matter.
bool is(pugi::xml_node node, Vocabulary vocabulary, std::string_view local);

/// The children of that name, in order.
std::vector<pugi::xml_node> children(pugi::xml_node node, Vocabulary vocabulary, std::string_view local);

/// The content of an element: its text, or if it holds elements, those as markup.
std::string content_of(pugi::xml_node node);

/// What a child of that name says as HTML; empty if there is none that says anything.
std::string markup_text(pugi::xml_node node, Vocabulary vocabulary, std::string_view local,
                        Lines lines = Lines::folded);

/// What a child of that name says, as it stands, in single spaces.
std::string plain_text(pugi::xml_node node, Vocabulary vocabulary, std::string_view local);

/// The address that relative links in an element start from: xml:base of the elements around it, within
/// `outer`.
std::string base_of(pugi::xml_node node, std::string_view outer);

/// Takes the date of the first child of that name that has one which can be read. One that has a date which
/// cannot be read is a problem of the item.
class ItemDates {
public:
    ItemDates(pugi::xml_node item, std::size_t number, std::vector<FeedProblem>& problems)
        : item_(item), number_(number), problems_(problems) {}

    std::optional<core::Instant> first(std::initializer_list<ElementName> names);

private:
    pugi::xml_node item_;
    std::size_t number_;
    std::vector<FeedProblem>& problems_;
};

}  // namespace spoc::intake
