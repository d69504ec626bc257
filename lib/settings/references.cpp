#include "lib/settings/references.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/core/event.hpp"
#include "lib/core/landscape.hpp"
#include "lib/core/nearest.hpp"
#include "lib/settings/effective.hpp"

namespace spoc::settings {

using core::sentence;

namespace {

constexpr auto all_links = std::to_array<Link>({
    {"me", "calendar", "calendar", Loss::keep},
    {"report", "digest", "party", Loss::forget},
    {"system", "vendor", "party", Loss::keep},
    {"system", "agreement", "agreement", Loss::keep},
    {"agreement", "calendars.*", "calendar", Loss::keep},
    {"agreement", "category.*.calendars.*", "calendar", Loss::keep},
    {"agreement", "pauses.*", "party", Loss::forget},
    {"interface", "system", "system", Loss::drop},
    {"interface", "owner", "party", Loss::drop},
    {"feed", "system", "system", Loss::drop},
    {"feed", "interface", "interface", Loss::forget},
    {"rung", "to", "party", Loss::drop},
    {"rung", "informs.*", "party", Loss::forget},
    {"audience", "systems.*", "system", Loss::drop},
    {"audience", "interfaces.*", "interface", Loss::drop},
    {"audience", "colleagues.*", "colleague", Loss::drop},
});

constexpr auto named_lists = std::to_array<std::string_view>(
    {"system", "party", "interface", "colleague", "calendar", "agreement", "rung", "audience", "feed"});

/// The holders of the ball that every case knows, whoever the parties of the configuration are.
constexpr std::array<std::string_view, 5> holders = {core::us, "vendor", "local-it", "kombit",
                                                     core::system_manager};

std::string key_of(const Link& link) {
    std::string key = key_below(link.section, link.key);
    for (auto star = key.find(".*"); star != std::string::npos; star = key.find(".*")) {
        key.erase(star, 2);
    }
    return key;
}

core::Sentence no_such(std::string_view kind, const std::string& name,
                       std::span<const std::string_view> known) {
    constexpr std::size_t most_compared = 1000;
    constexpr std::size_t most_listed = 50;
    const auto near = known.size() > most_compared ? std::nullopt : core::nearest(name, known);
    if (near) {
        return sentence("there is no {} named {}; did you mean {}?", heading(kind), toml_text(name), *near);
    }
    if (known.empty()) {
        return sentence("there is no {} named {}; there is none at all", heading(kind), toml_text(name));
    }
    if (known.size() > most_listed) {
        return sentence("there is no {} named {}", heading(kind), toml_text(name));
    }
    return sentence("there is no {} named {}; there are {}", heading(kind), toml_text(name),
                    core::joined(known));
}

void check_link(const Node& root, const Link& link, Reading& reading) {
    const auto known = names(root, link.kind);
    for_each_reference(root, link, [&](const Node& at) {
        if (!is_known(link, *at.text(), known)) {
            reading.fault(at, key_of(link), no_such(link.kind, *at.text(), known.in_order));
        }
    });
}

/// Versions of one agreement share its name; elsewhere a name stands for one entry.
void check_names(const Node& root, std::string_view kind, Reading& reading) {
    std::unordered_set<std::string_view> seen;
    const auto* list = root.find(kind);
    if (list == nullptr || list->list() == nullptr || kind == "agreement") {
        return;
    }
    for (const auto& entry : *list->list()) {
        const auto* name = entry.find(name_key(kind));
        if (name == nullptr || name->text() == nullptr) {
            continue;
        }
        if (!seen.insert(*name->text()).second) {
            reading.fault(*name, key_below(kind, name_key(kind)),
                          sentence("there are two of the name {}", toml_text(*name->text())));
        }
    }
}

}  // namespace

std::span<const Link> links() {
    return all_links;
}

void for_each_text(const Node& node, std::string_view key, const std::function<void(const Node&)>& visit) {
    if (key.empty()) {
        if (node.text() != nullptr) {
            visit(node);
        }
        return;
    }
    const auto dot = key.find('.');
    const auto first = key.substr(0, dot);
    const auto rest = dot == std::string_view::npos ? std::string_view{} : key.substr(dot + 1);
    if (first != "*") {
        if (const auto* found = node.find(first)) {
            for_each_text(*found, rest, visit);
        }
    } else if (const auto* list = node.list()) {
        std::ranges::for_each(*list, [&](const Node& item) { for_each_text(item, rest, visit); });
    } else if (const auto* table = node.table()) {
        std::ranges::for_each(*table, [&](const Entry& entry) { for_each_text(entry.value, rest, visit); });
    }
}

void for_each_reference(const Node& root, const Link& link, const std::function<void(const Node&)>& visit) {
    if (const auto* section = root.find(link.section)) {
        for_each_text(*section, (section->list() == nullptr ? "" : "*.") + std::string(link.key), visit);
    }
}

bool is_known(const Link& link, const std::string& name, const Names& known) {
    const auto is_holder = [&] { return std::ranges::find(holders, name) != holders.end(); };
    return name.empty() || known.all.contains(name) ||
           (link.section == "agreement" && link.kind == "party" && is_holder()) ||
           (link.kind == "colleague" && name.find('@') != std::string::npos);
}

std::string_view name_key(std::string_view kind) {
    return kind == "system" ? "code" : "name";
}

Names names(const Node& root, std::string_view kind) {
    Names found;
    if (const auto* list = root.find(kind)) {
        for_each_text(*list, "*." + std::string(name_key(kind)), [&](const Node& name) {
            if (found.all.insert(*name.text()).second) {
                found.in_order.emplace_back(*name.text());
            }
        });
    }
    return found;
}

void check_references(const Node& root, Reading& reading) {
    for (const auto& link : all_links) {
        check_link(root, link, reading);
    }
    for (const auto kind : named_lists) {
        check_names(root, kind, reading);
    }
}

}  // namespace spoc::settings
