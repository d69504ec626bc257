#include "lib/render/templates.hpp"

#include <algorithm>
#include <charconv>

#include <kainjow/mustache.hpp>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "lib/core/nearest.hpp"
#include "lib/render/built_in_templates.hpp"
#include "lib/render/html_page.hpp"

namespace spoc::render {

namespace {

namespace mustache = kainjow::mustache;

/// What makes no words makes no section either.
bool is_nothing(const core::Value& value) {
    const auto* const text = value.text();
    const auto* const truth = value.boolean();
    return value.is_null() || (text != nullptr && text->empty()) || (truth != nullptr && !*truth);
}

mustache::data as_data(const core::Value& value) {
    if (is_nothing(value)) {
        return mustache::data{false};
    }
    if (const auto* text = value.text()) {
        return mustache::data{*text};
    }
    if (const auto* members = value.members()) {
        mustache::data object{mustache::data::type::object};
        for (const auto& [name, member] : *members) {
            object.set(name, as_data(member));
            if (member.list() != nullptr && !member.list()->empty()) {
                object.set("has_" + name, mustache::data{true});
            }
        }
        return object;
    }
    if (const auto* list = value.list()) {
        mustache::data all{mustache::data::type::list};
        for (const auto& each : *list) {
            all.push_back(as_data(each));
        }
        return all;
    }
    return value.boolean() != nullptr ? mustache::data{true} : mustache::data{core::json(value)};
}

constexpr char line_end = '\x1E';  // stands for a line feed while the library is at work

/// Whether a line holds one tag that makes no text, and nothing else.
bool is_tag_alone(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    const auto last = line.find_last_not_of(" \t\r");
    if (first == std::string_view::npos || last - first < 4) {
        return false;
    }
    const auto tag = line.substr(first, last + 1 - first);
    return tag.starts_with("{{") && std::string_view("#^/!>").find(tag[2]) != std::string_view::npos &&
           tag.find("}}") == tag.size() - 2;
}

/// Drops the lines that hold nothing but a tag, as Mustache demands, and hides the other line ends from the
/// library, which has a rule of its own that swallows empty lines.
std::string prepared(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        const bool alone = is_tag_alone(line);
        out += alone ? line.substr(line.find('{')) : line;
        if (!alone && end < text.size()) {
            out += line_end;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// The line that a message of the library means by its last word, a position in the template.
std::size_t line_of(const std::string& message, std::string_view text) {
    const auto space = message.rfind(' ');
    std::size_t position = 0;
    const auto* const digits = message.data() + (space == std::string::npos ? 0 : space + 1);
    std::from_chars(digits, message.data() + message.size(), position);
    const auto before = text.substr(0, std::min(position, text.size()));
    return static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
}

/// What the library says is wrong, in the words of this program.
[[noreturn]] void refuse(const TemplateText& source, const std::string& message) {
    const auto line = line_of(message, source.text);
    const auto quote = message.find('"');
    const auto name = quote == std::string::npos ? std::string{}
                                                 : message.substr(quote + 1, message.rfind('"') - quote - 1);
    if (message.starts_with("Unclosed section")) {
        throw core::ConfigError("{}:{}: the section {} is opened here and not closed", source.source, line,
                                name);
    }
    if (message.starts_with("Unopened section")) {
        throw core::ConfigError("{}:{}: the section {} is closed here and was not opened", source.source,
                                line, name);
    }
    throw core::ConfigError("{}:{}: a tag is begun here that has no end", source.source, line);
}

void require_sound(const TemplateText& source) {
    const mustache::mustache made(source.text);
    if (!made.is_valid()) {
        refuse(source, made.error_message());
    }
}

/// A built-in template under the name that its file has in the source tree.
TemplateText as_text(const BuiltInTemplate& built_in) {
    return {.name = std::string(built_in.name),
            .language = language(built_in.language).value_or(Language::english),
            .source = fmt::format("{}/{}.mustache", built_in.language, built_in.name),
            .text = std::string(built_in.text)};
}

/// The user's template, else the built-in one.
TemplateText find(const std::vector<TemplateText>& own, std::string_view name, Language language) {
    const auto mine = std::ranges::find_if(
        own, [&](const TemplateText& each) { return each.name == name && each.language == language; });
    if (mine != own.end()) {
        return *mine;
    }
    for (const auto& each : built_in_templates()) {
        if (each.name == name && each.language == word(language)) {
            return as_text(each);
        }
    }
    throw core::NotFound("there is no template {}", name);
}

[[noreturn]] void refuse_name(const TemplateText& source, const std::vector<std::string_view>& names) {
    if (const auto near = core::nearest(source.name, names)) {
        throw core::ConfigError("{}: there is no template {}; did you mean {}?", source.source, source.name,
                                *near);
    }
    throw core::ConfigError("{}: there is no template {}; the templates are: {}", source.source, source.name,
                            fmt::format("{}", fmt::join(names, ", ")));
}

/// Lets templates include one another by name: `{{> signature}}`.
void add_parts(mustache::data& values, const std::vector<TemplateText>& own, Language language) {
    for (const auto& each : built_in_templates()) {
        if (each.language == word(language) && each.name.starts_with('_')) {
            auto part = find(own, each.name, language);
            require_sound(part);
            values.set(std::string(each.name),
                       mustache::data{mustache::partial([text = prepared(part.text)] { return text; })});
        }
    }
}

}  // namespace

std::string Templates::fill(std::string_view name, Language language, const core::Value& values,
                            Escape escape) const {
    const auto source = find(own_, name, language);
    require_sound(source);
    mustache::mustache made(prepared(source.text));
    made.set_custom_escape([escape](const std::string& text) {
        return escape == Escape::html ? escaped(text) : escape == Escape::markdown ? markdown(text) : text;
    });
    auto all = as_data(values);
    add_parts(all, own_, language);
    auto text = made.render(all);
    std::ranges::replace(text, line_end, '\n');
    return text;
}

void Templates::check() const {
    const auto names = template_names();
    for (const auto& each : own_) {
        if (std::ranges::find(names, each.name) == names.end()) {
            refuse_name(each, names);
        }
        require_sound(each);
    }
}

std::vector<std::string_view> template_names() {
    std::vector<std::string_view> names;
    for (const auto& each : built_in_templates()) {
        if (each.language == word(Language::english)) {
            names.push_back(each.name);
        }
    }
    return names;
}

std::string_view built_in_template(std::string_view name, Language language) {
    for (const auto& each : built_in_templates()) {
        if (each.name == name && each.language == word(language)) {
            return each.text;
        }
    }
    return {};
}

}  // namespace spoc::render
