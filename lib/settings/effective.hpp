#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lib/settings/section.hpp"

namespace spoc::settings {

/// The user's file laid over what is built in, as one tree. Settings of a section are taken one by one; a
/// list, such as all `[[party]]`, is taken as a whole. Of a built-in list that the user's file replaces,
/// those entries stay that other built-in entries need; built-in entries about something that is no longer
/// there go.
class Effective {
public:
    /// `source` names the text in errors; an empty text leaves what is built in.
    Effective(std::string_view text, std::string source);
    Effective(const Effective&) = delete;
    Effective& operator=(const Effective&) = delete;

    const Node& root() const { return root_; }

private:
    const std::string own_source_;
    const std::string built_in_source_{built_in};
    Node root_;
};

/// Notes a fault for each name that refers to nothing, for names given twice and for words that cannot be
/// names.
void check_references(const Node& root, Reading& reading);

/// What identifies an entry of a list of tables, such as the code of a system; empty if it has nothing of the
/// kind.
std::string identity(std::string_view path, const Node& entry);

}  // namespace spoc::settings
