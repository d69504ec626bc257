#include <algorithm>

#include "lib/settings/effective.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

namespace {

/// Walks the tree down to its values.
class Walk {
public:
    explicit Walk(std::vector<SettingOrigin>& found) : found_(found) {}

    /// `path` is the key without names, `shown` with those of the entries.
    void operator()(const Node& node, const std::string& path, const std::string& shown) {
        if (is_list_of_tables(path) && node.list() != nullptr) {
            for (const auto& entry : *node.list()) {
                table(entry, path, fmt::format("{}[{}]", shown, identity(path, entry)));
            }
        } else if (node.table() != nullptr) {
            table(node, path, shown);
        } else {
            found_.push_back({.key = shown, .value = toml_text(node), .origin = origin(node)});
        }
    }

private:
    void table(const Node& node, const std::string& path, const std::string& shown) {
        if (node.table() == nullptr) {
            found_.push_back({.key = shown, .value = toml_text(node), .origin = origin(node)});
            return;
        }
        for (const auto& entry : *node.table()) {
            (*this)(entry.value, key_below(path, entry.key), key_below(shown, entry.key));
        }
    }

    static std::string origin(const Node& node) {
        return *node.source == built_in ? *node.source : fmt::format("{}:{}", *node.source, node.line);
    }

    std::vector<SettingOrigin>& found_;
};

}  // namespace

std::vector<SettingOrigin> Settings::origins() const {
    std::vector<SettingOrigin> found;
    Walk{found}(effective->root(), {}, {});
    return found;
}

}  // namespace spoc::settings
