#include "lib/settings/document.hpp"

#include <algorithm>
#include <sstream>

// toml++ 3.3 promises itself that a table's name begins as a name should, before it has looked, and in a
// release build the compiler believes it. It does look afterwards; so the promise is taken back.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(expression) static_assert(true)
#include <toml++/toml.h>

namespace spoc::settings {

namespace {

template <typename Time>
std::string written(const Time& time) {
    std::ostringstream text;
    text << time;
    return text.str();
}

/// Copies toml++'s tree into ours.
class Copy {
public:
    explicit Copy(const std::string& source) : source_(&source) {}

    Node operator()(const toml::node& from) const {
        Node node{.content = {}, .source = source_, .line = static_cast<int>(from.source().begin.line)};
        from.visit([&](const auto& value) { node.content = content(value); });
        return node;
    }

private:
    using Content = decltype(Node::content);

    Content content(const toml::table& table) const {
        Node::Table entries;
        entries.reserve(table.size());
        for (const auto& [key, value] : table) {
            entries.push_back({std::string(key.str()), (*this)(value)});
        }
        std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return entry.value.line; });
        return entries;
    }

    Content content(const toml::array& array) const {
        Node::List list;
        list.reserve(array.size());
        for (const auto& value : array) {
            list.push_back((*this)(value));
        }
        return list;
    }

    Content content(const toml::value<std::string>& value) const { return value.get(); }
    Content content(const toml::value<std::int64_t>& value) const { return value.get(); }
    Content content(const toml::value<double>& value) const { return value.get(); }
    Content content(const toml::value<bool>& value) const { return value.get(); }
    Content content(const toml::value<toml::date>& value) const {
        const auto& date = value.get();
        return core::Date{std::chrono::year{date.year}, std::chrono::month{date.month},
                          std::chrono::day{date.day}};
    }
    Content content(const toml::value<toml::time>& value) const { return ForeignTime{written(value.get())}; }
    Content content(const toml::value<toml::date_time>& value) const {
        return ForeignTime{written(value.get())};
    }

    const std::string* source_;
};

/// Where the first byte stands that is no UTF-8; npos if all is well.
std::size_t first_bad_byte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        const auto rest = text.substr(at + 1, length == 0 ? 0 : length - 1);
        const bool continued = std::ranges::all_of(
            rest, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; });
        if (length == 0 || rest.size() + 1 < length || !continued) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

/// Walks over TOML as far as is needed to tell what stands in strings and comments.
class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    /// Where the next character beyond ASCII stands outside strings and comments; npos if none does.
    std::size_t next_bare_letter() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (static_cast<unsigned char>(c) >= 0x80) {
                return at_;
            }
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == '"' || c == '\'') {
                pass_string(c);
            } else {
                ++at_;
            }
        }
        return std::string_view::npos;
    }

private:
    void pass_string(char quote) {
        const std::string three(3, quote);
        const bool long_one = text_.substr(at_).starts_with(three);
        const std::string mark = long_one ? three : std::string(1, quote);
        at_ += mark.size();
        while (at_ < text_.size() && (long_one || text_[at_] != '\n')) {
            if (text_.substr(at_).starts_with(mark)) {
                at_ += mark.size();
                break;
            }
            const bool escape = quote == '"' && text_[at_] == '\\';
            at_ += escape ? 2U : 1U;
        }
        while (long_one && at_ < text_.size() && text_[at_] == quote) {
            ++at_;  // up to two more quotation marks belong to the text
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// TOML has letters beyond ASCII in strings and comments only. toml++ is not asked about the others, because
/// it relies on some of them never being there.
std::size_t bare_letter(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const auto skipped = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const auto found = Walk(text.substr(skipped)).next_bare_letter();
    return found == std::string_view::npos ? found : found + skipped;
}

/// Where the first character stands that TOML has nowhere; npos if there is none.
std::size_t control_character(std::string_view text) {
    const auto* const found = std::ranges::find_if(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == '\x7f';
    });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto* entries = table();
    if (entries == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*entries, key, &Entry::key);
    return found == entries->end() ? nullptr : &found->value;
}

Node* Node::find(std::string_view key) {
    return const_cast<Node*>(std::as_const(*this).find(key));
}

Node parse_toml(std::string_view text, const std::string& source) {
    const auto refuse_at = [&](std::size_t at, core::Sentence why) {
        if (at != std::string_view::npos) {
            const auto line = 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
            throw core::ConfigError(core::placed({.file = source, .line = line, .key = {}}, std::move(why)));
        }
    };
    refuse_at(first_bad_byte(text), core::sentence("this is not UTF-8; save the file as UTF-8"));
    refuse_at(control_character(text), core::sentence("this is not TOML: it holds a control character"));
    refuse_at(bare_letter(text),
              core::sentence("this is not TOML: a letter such as æ stands outside quotation marks"));
    try {
        return Copy(source)(toml::parse(text));
    } catch (const toml::parse_error& error) {
        throw core::ConfigError(
            core::placed({.file = source, .line = static_cast<int>(error.source().begin.line), .key = {}},
                         core::sentence("this is not TOML: {}", error.description())));
    }
}

}  // namespace spoc::settings
