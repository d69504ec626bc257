#include "lib/settings/report_file.hpp"

#include <algorithm>

#include "lib/core/fields.hpp"
#include "lib/settings/section.hpp"

namespace spoc::settings {

namespace {

/// A category is a number; in quotes it is as good.
void read_category(Section& report, core::Value& fields) {
    const auto* at = report.get("category");
    if (at != nullptr && at->text() != nullptr) {
        fields.set("category", *at->text());
        return;
    }
    int category = 0;
    report.read("category", category, {.least = 1});
    if (at != nullptr) {
        fields.set("category", category);
    }
}

/// A text, or a time that TOML knows by itself.
void read_field(Section& report, std::string_view name, core::Value& fields) {
    const auto* at = report.get(name);
    if (at == nullptr) {
        return;
    }
    if (std::holds_alternative<ForeignTime>(at->content) || at->date() != nullptr) {
        fields.set(name, toml_text(*at));
        return;
    }
    std::string text;
    report.read(name, text);
    fields.set(name, text);
}

}  // namespace

core::Value read_report_file(std::string_view text, std::string_view source) {
    const std::string name(source);
    core::Value fields{core::Members{}};
    try {
        const auto root = parse_toml(text, name);
        Reading reading;
        Section report(root, {}, reading);
        read_field(report, "title", fields);
        read_category(report, fields);
        for (const auto& field : core::defect_fields) {
            read_field(report, field.name, fields);
        }
        std::vector<std::string> retest;
        report.read("retest", retest);
        if (!retest.empty()) {
            fields.set("retest", core::List(retest.begin(), retest.end()));
        }
        report.finish();
        reading.give_up_if_faulty();
    } catch (const core::ConfigError& error) {
        throw core::Misuse(error.sentence(), error.details());
    }
    return fields;
}

}  // namespace spoc::settings
