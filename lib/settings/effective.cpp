#include "lib/settings/effective.hpp"

#include <algorithm>
#include <span>

#include "lib/core/time.hpp"
#include "lib/settings/built_in.hpp"
#include "lib/settings/references.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

namespace {

/// Lays one file over another.
class Overlay {
public:
    Overlay(Node& root, Node own, const std::string* base) : root_(root), base_(base) {
        const auto built_in = root_.table()->size();
        for (auto& entry : *own.table()) {
            lay(std::move(entry), built_in);
        }
    }

    /// Makes the built-in entries that are left fit the lists that the user's file replaced.
    void settle() {
        follow_agreement();
        for (const auto& link : links()) {
            if (link.loss != Loss::keep && replaced_.find(link.kind) != nullptr) {
                let_go(link);
            }
        }
        for (const auto& link : links()) {
            if (link.loss == Loss::keep && replaced_.find(link.kind) != nullptr) {
                bring_back(link);
            }
        }
    }

private:
    /// The keys of one file are never alike, so only the built-in ones are looked through, which come first.
    static Node* find(Node& section, std::string_view key, std::size_t built_in) {
        const std::span<Entry> first(section.table()->data(), built_in);
        const auto found = std::ranges::find(first, key, &Entry::key);
        return found == first.end() ? nullptr : &found->value;
    }

    void lay(Entry entry, std::size_t built_in) {
        auto* there = find(root_, entry.key, built_in);
        if (there == nullptr) {
            root_.table()->push_back(std::move(entry));
        } else if (there->table() != nullptr && entry.value.table() != nullptr) {
            lay_section(*there, *entry.value.table());
        } else {
            std::swap(*there, entry.value);
            replaced_.table()->push_back(std::move(entry));
        }
    }

    static void lay_section(Node& section, Node::Table& own) {
        const auto built_in = section.table()->size();
        for (auto& entry : own) {
            if (auto* there = find(section, entry.key, built_in)) {
                *there = std::move(entry.value);
            } else {
                section.table()->push_back(std::move(entry));
            }
        }
    }

    bool is_ours(const Node& node) const { return node.source == base_; }

    /// A user who writes one agreement means it for the built-in system too.
    void follow_agreement() {
        const Node* name = nullptr;
        for_each_text(*root_.find("agreement"), "*.name", [&](const Node& each) { name = &each; });
        auto* systems = root_.find("system")->list();
        if (replaced_.find("agreement") == nullptr || names(root_, "agreement").in_order.size() != 1 ||
            systems == nullptr) {
            return;
        }
        for (auto& system : *systems) {
            if (auto* agreement = system.find("agreement"); agreement != nullptr && is_ours(system)) {
                *agreement = *name;
            }
        }
    }

    /// Lets go of built-in entries, or of what they say, that refer to what the user's file has not.
    void let_go(const Link& link) {
        auto& section = *root_.find(link.section);
        const auto is_lost = [&, known = names(root_, link.kind)](const Node& node, std::string_view key) {
            bool lost = false;
            for_each_text(node, key,
                          [&](const Node& name) { lost = lost || !is_known(link, *name.text(), known); });
            return is_ours(node) && lost;
        };
        if (section.list() == nullptr) {
            forget(section, link, is_lost);
        } else if (link.loss == Loss::drop) {
            std::erase_if(*section.list(), [&](const Node& entry) { return is_lost(entry, link.key); });
        } else {
            std::ranges::for_each(*section.list(), [&](Node& entry) { forget(entry, link, is_lost); });
        }
    }

    template <typename IsLost>
    static void forget(Node& entry, const Link& link, const IsLost& is_lost) {
        auto* reference = entry.find(link.key.substr(0, link.key.find('.')));
        if (reference != nullptr && reference->list() != nullptr) {
            std::erase_if(*reference->list(), [&](const Node& name) { return is_lost(name, {}); });
        } else if (reference != nullptr && is_lost(*reference, {})) {
            reference->content = std::string{};
        }
    }

    /// Brings back built-in entries that other built-in entries need.
    void bring_back(const Link& link) {
        auto* list = root_.find(link.kind)->list();
        auto* spare = replaced_.find(link.kind)->list();
        if (list == nullptr) {
            return;
        }
        const auto known = names(root_, link.kind);
        std::vector<std::string> wanted;
        for_each_reference(root_, link, [&](const Node& name) {
            if (is_ours(name) && !is_known(link, *name.text(), known)) {
                wanted.push_back(*name.text());
            }
        });
        const auto needed = std::stable_partition(spare->begin(), spare->end(), [&](const Node& entry) {
            return std::ranges::find(wanted, *entry.find(name_key(link.kind))->text()) == wanted.end();
        });
        std::move(needed, spare->end(), std::back_inserter(*list));
        spare->erase(needed, spare->end());
    }

    Node& root_;
    const std::string* base_;
    Node replaced_;  ///< built-in values that the user's file took the place of
};

}  // namespace

Effective::Effective(std::string_view text, std::string source)
    : own_source_(std::move(source)), root_(built_in_configuration(built_in_source_)) {
    if (!text.empty()) {
        Overlay(root_, parse_toml(text, own_source_), &built_in_source_).settle();
    }
}

std::string identity(std::string_view path, const Node& entry) {
    const auto word = [&](std::string_view key) {
        const auto* value = entry.find(key);
        return value == nullptr           ? std::string{}
               : value->text() != nullptr ? *value->text()
                                          : toml_text(*value);
    };
    if (path == "agreement") {
        return fmt::format("{} {}", word("name"), word("from"));
    }
    if (path == "agreement.category") {
        return word("category");
    }
    return word(path == "calendar.override" ? "on" : name_key(path));
}

}  // namespace spoc::settings
