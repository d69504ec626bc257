#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lib/settings/document.hpp"

namespace spoc::settings {

/// What becomes of a built-in entry when the user's file has replaced what it refers to.
enum class Loss {
    keep,    ///< what it refers to stays after all
    drop,    ///< the entry goes
    forget,  ///< only the reference goes
};

/// A setting whose value is the name of an entry elsewhere.
struct Link {
    std::string_view section;  ///< where it stands, such as `system`
    std::string_view key;      ///< below that, with `*` for each entry of a table or list
    std::string_view kind;     ///< the list that has the name, such as `party`
    Loss loss;
};

std::span<const Link> links();

/// Calls `visit` for each text that `key` leads to within `node`.
void for_each_text(const Node& node, std::string_view key, const std::function<void(const Node&)>& visit);

/// Calls `visit` for each name that such a setting has.
void for_each_reference(const Node& root, const Link& link, const std::function<void(const Node&)>& visit);

/// Names of entries, each once: in the order of the file, and found at once however many there are.
struct Names {
    std::vector<std::string_view> in_order;
    std::unordered_set<std::string_view> all;
};

/// The names of the entries of a list, such as the codes of all `system`. They last as long as `root`.
Names names(const Node& root, std::string_view kind);

/// Whether a name may stand there: it is among `known`, or it is empty, a holder of the ball where these
/// pause a clock, or a mail address where a colleague is meant.
bool is_known(const Link& link, const std::string& name, const Names& known);

/// The key that holds the name of such an entry.
std::string_view name_key(std::string_view kind);

}  // namespace spoc::settings
