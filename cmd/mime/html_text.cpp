#include "cmd/mime/html_text.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <string_view>

#include <libxml/HTMLparser.h>

namespace spoc::mime {

namespace {

using std::string_view;

constexpr auto unseen =
    std::to_array<string_view>({"head", "script", "style", "template", "title", "noscript"});
constexpr auto paragraphs = std::to_array<string_view>(
    {"blockquote", "dl", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"});
constexpr auto lines = std::to_array<string_view>({"address", "article", "aside", "body", "center", "dd",
                                                   "div", "dt", "fieldset", "footer", "header", "li", "main",
                                                   "nav", "section", "tr", "caption", "option"});

template <typename Names>
bool is_one_of(const Names& names, string_view name) {
    return std::ranges::find(names, name) != names.end();
}

string_view name_of(const xmlNode& node) {
    return node.name == nullptr ? string_view() : reinterpret_cast<const char*>(node.name);
}

/// Writes text as a page shows it: white space folded, breaks only where the page has them.
class Page {
public:
    void words(string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool hard_space = text.substr(at).starts_with("\u00A0");
            const char c = hard_space ? ' ' : text[at];
            at += hard_space ? 1 : 0;
            if (preformatted > 0 && c == '\n') {
                line();
            } else if (preformatted == 0 && is_white(c)) {
                space_ = !at_line_start();
            } else {
                put(c);
            }
        }
    }
    void line() {
        begin_line();
        breaks_ = std::min(breaks_ + 1, 2);
    }
    /// Ends the line, if one has begun.
    void end_line() {
        space_ = false;
        breaks_ = std::max(breaks_, 1);
    }
    void end_paragraph() {
        space_ = false;
        breaks_ = 2;
    }
    void gap() { space_ = !at_line_start(); }
    std::string take() {
        if (!text_.empty()) {
            text_ += '\n';
        }
        return std::move(text_);
    }

    int preformatted = 0;
    int quoted = 0;

private:
    static bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
    bool at_line_start() const { return text_.empty() || breaks_ > 0; }
    /// Breaks that were asked for since the last word, and the marks of a quotation.
    void begin_line() {
        if (!at_line_start()) {
            return;
        }
        if (!text_.empty()) {
            text_.append(static_cast<std::size_t>(breaks_), '\n');
        }
        breaks_ = 0;
        for (int i = 0; i < std::min(quoted, 20); ++i) {
            text_ += "> ";
        }
    }
    void put(char c) {
        begin_line();
        if (space_) {
            text_ += ' ';
            space_ = false;
        }
        text_ += c;
    }

    std::string text_;
    int breaks_ = 0;
    bool space_ = false;
};

void enter(Page& page, string_view name) {
    if (is_one_of(paragraphs, name)) {
        page.end_paragraph();
    } else if (is_one_of(lines, name)) {
        page.end_line();
    } else if (name == "td" || name == "th") {
        page.gap();
    }
    page.quoted += name == "blockquote" ? 1 : 0;
    page.preformatted += name == "pre" ? 1 : 0;
    if (name == "li") {
        page.words("- ");
    } else if (name == "br") {
        page.line();
    }
}

void leave(Page& page, string_view name) {
    page.quoted -= name == "blockquote" ? 1 : 0;
    page.preformatted -= name == "pre" ? 1 : 0;
    if (is_one_of(paragraphs, name)) {
        page.end_paragraph();
    } else if (is_one_of(lines, name)) {
        page.end_line();
    }
}

bool is_seen(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? !is_one_of(unseen, name_of(node))
                                         : node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

void visit(Page& page, const xmlNode& node) {
    if (node.type == XML_ELEMENT_NODE) {
        enter(page, name_of(node));
    } else if (node.content != nullptr) {
        page.words(reinterpret_cast<const char*>(node.content));
    }
}

/// Leaves `node` and the elements that end with it, and goes to what comes after them; null at the end of
/// `root`.
const xmlNode* after(Page& page, const xmlNode* node, const xmlNode* root) {
    while (true) {
        if (node->type == XML_ELEMENT_NODE && is_seen(*node)) {
            leave(page, name_of(*node));
        }
        if (node == root || node->next != nullptr) {
            return node == root ? nullptr : node->next;
        }
        node = node->parent;
    }
}

/// Goes through the tree without recursion: pages come in any depth.
void walk(Page& page, const xmlNode* root) {
    for (const auto* node = root; node != nullptr;) {
        const bool seen = is_seen(*node);
        if (seen) {
            visit(page, *node);
        }
        const bool enters = seen && node->type == XML_ELEMENT_NODE && node->children != nullptr;
        node = enters ? node->children : after(page, node, root);
    }
}

/// The words of a page that the parser gave up on, because its elements are nested too deep: what stands
/// outside of tags.
void words_outside_tags(Page& page, string_view html) {
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());
        page.words(html.substr(0, tag));
        page.gap();
        html.remove_prefix(tag);
        const auto end = html.find('>');
        html.remove_prefix(end == string_view::npos ? html.size() : end + 1);
    }
}

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

std::string html_text(const std::string& html) {
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const auto size = static_cast<int>(std::min<std::size_t>(html.size(), INT_MAX / 2));
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        htmlCtxtReadMemory(context.get(), html.data(), size, nullptr, "UTF-8", options));
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    const bool gave_up = context->lastError.code == XML_ERR_INTERNAL_ERROR;
    Page page;
    if (root != nullptr && !gave_up) {
        walk(page, root);
    } else {
        words_outside_tags(page, html);
    }
    return page.take();
}

}  // namespace spoc::mime
