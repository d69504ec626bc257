#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/core/value.hpp"
#include "lib/render/wording.hpp"

namespace spoc::render {

/// A template that the user has written.
struct TemplateText {
    std::string name;  ///< "report": the file's name without its ending
    Language language = Language::english;
    std::string source;  ///< the file, for messages
    std::string text;
};

/// How values are put into a text.
enum class Escape { none, html, markdown };

/// The texts for people: Mustache templates in both languages. Built in, unless the user has written their
/// own.
class Templates {
public:
    Templates() = default;
    explicit Templates(std::vector<TemplateText> own) : own_(std::move(own)) {}

    /// Fills a template. A text that is empty, a null and an empty list make a section disappear;
    /// a zero is a number like another. Throws ConfigError naming file and line if the template cannot be
    /// understood, NotFound if there is none.
    std::string fill(std::string_view name, Language language, const core::Value& values,
                     Escape escape = Escape::none) const;

    /// Throws ConfigError for the first of the user's templates that cannot be understood or that has a name
    /// that no template has.
    void check() const;

private:
    std::vector<TemplateText> own_;
};

/// The names of all templates, such as "report" and "escalation".
std::vector<std::string_view> template_names();

/// The built-in text of a template, for the user to start from; empty if there is none.
std::string_view built_in_template(std::string_view name, Language language);

}  // namespace spoc::render
