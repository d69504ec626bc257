#include <algorithm>

#include "lib/core/time.hpp"
#include "lib/settings/document.hpp"

namespace spoc::settings {

namespace {

bool is_bare(std::string_view key) {
    return !key.empty() && std::ranges::all_of(key, [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
               each == '_' || each == '-';
    });
}

struct Writer {
    std::string operator()(const Node::Table& table) const {
        std::vector<std::string> entries;
        std::ranges::transform(table, std::back_inserter(entries), [](const Entry& entry) {
            return fmt::format("{} = {}",
                               is_bare(entry.key) ? entry.key : toml_text(std::string_view(entry.key)),
                               toml_text(entry.value));
        });
        return entries.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(entries, ", "));
    }
    std::string operator()(const Node::List& list) const {
        std::vector<std::string> items;
        std::ranges::transform(list, std::back_inserter(items),
                               [](const Node& item) { return toml_text(item); });
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    std::string operator()(const std::string& text) const { return toml_text(std::string_view(text)); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{:#}", number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(core::Date date) const { return core::iso(date); }
    std::string operator()(const ForeignTime& time) const { return time.text; }
};

}  // namespace

std::string toml_text(std::string_view text) {
    std::string written = "\"";
    for (const char each : text) {
        switch (each) {
            case '"':
                written += "\\\"";
                break;
            case '\\':
                written += "\\\\";
                break;
            case '\n':
                written += "\\n";
                break;
            case '\t':
                written += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(each) < 0x20 || each == 0x7F) {
                    written += fmt::format("\\u{:04X}", static_cast<unsigned char>(each));
                } else {
                    written += each;
                }
        }
    }
    return written + '"';
}

std::string toml_text(const Node& node) {
    return std::visit(Writer{}, node.content);
}

}  // namespace spoc::settings
