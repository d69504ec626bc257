#include "lib/intake/elements.hpp"

#include <algorithm>
#include <array>

namespace spoc::intake {

namespace {

using std::string_view;
using enum Element;

struct KnownElement {
    string_view name;
    Element kind;
};

/// What HTML has, old and new; in the order of the letters.
constexpr auto known_elements = std::to_array<KnownElement>(
    {{"a", inside},         {"abbr", inside},      {"acronym", inside},  {"address", apart},
     {"applet", hidden},    {"area", apart},       {"article", apart},   {"aside", apart},
     {"audio", apart},      {"b", inside},         {"base", apart},      {"basefont", apart},
     {"bdi", inside},       {"bdo", inside},       {"big", inside},      {"blink", inside},
     {"blockquote", apart}, {"body", apart},       {"br", apart},        {"button", apart},
     {"canvas", apart},     {"caption", apart},    {"center", apart},    {"cite", inside},
     {"code", inside},      {"col", apart},        {"colgroup", apart},  {"data", inside},
     {"datalist", apart},   {"dd", apart},         {"del", inside},      {"details", apart},
     {"dfn", inside},       {"dialog", apart},     {"dir", apart},       {"div", apart},
     {"dl", apart},         {"dt", apart},         {"em", inside},       {"embed", apart},
     {"fieldset", apart},   {"figcaption", apart}, {"figure", apart},    {"font", inside},
     {"footer", apart},     {"form", apart},       {"frame", apart},     {"frameset", apart},
     {"h1", apart},         {"h2", apart},         {"h3", apart},        {"h4", apart},
     {"h5", apart},         {"h6", apart},         {"head", hidden},     {"header", apart},
     {"hgroup", apart},     {"hr", apart},         {"html", apart},      {"i", inside},
     {"iframe", hidden},    {"img", apart},        {"input", apart},     {"ins", inside},
     {"kbd", inside},       {"label", inside},     {"legend", apart},    {"li", apart},
     {"link", apart},       {"main", apart},       {"map", apart},       {"mark", inside},
     {"marquee", apart},    {"math", hidden},      {"menu", apart},      {"meta", apart},
     {"meter", apart},      {"nav", apart},        {"nobr", inside},     {"noembed", hidden},
     {"noframes", hidden},  {"noscript", hidden},  {"object", hidden},   {"ol", apart},
     {"optgroup", apart},   {"option", apart},     {"output", apart},    {"p", apart},
     {"param", apart},      {"picture", apart},    {"pre", apart},       {"progress", apart},
     {"q", inside},         {"rp", apart},         {"rt", apart},        {"ruby", apart},
     {"s", inside},         {"samp", inside},      {"script", hidden},   {"section", apart},
     {"select", apart},     {"small", inside},     {"source", apart},    {"span", inside},
     {"strike", inside},    {"strong", inside},    {"style", hidden},    {"sub", inside},
     {"summary", apart},    {"sup", inside},       {"svg", hidden},      {"table", apart},
     {"tbody", apart},      {"td", apart},         {"template", hidden}, {"textarea", apart},
     {"tfoot", apart},      {"th", apart},         {"thead", apart},     {"time", inside},
     {"title", hidden},     {"tr", apart},         {"track", apart},     {"tt", inside},
     {"u", inside},         {"ul", apart},         {"var", inside},      {"video", apart},
     {"wbr", inside},       {"xmp", apart}});
static_assert(std::ranges::is_sorted(known_elements, {}, &KnownElement::name));

}  // namespace

Element element_of(string_view name) {
    const auto* const found = std::ranges::lower_bound(known_elements, name, {}, &KnownElement::name);
    return found != known_elements.end() && found->name == name ? found->kind : unknown;
}

}  // namespace spoc::intake
