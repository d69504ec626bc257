#include "lib/settings/environment.hpp"

#include <charconv>
#include <cstdlib>

namespace spoc::settings {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string(value);
}

/// The XDG base directory specification: a path that is not absolute is to be ignored.
std::string absolute_variable(const char* name) {
    const auto value = variable(name);
    return value.starts_with('/') ? value : std::string{};
}

std::string first_variable(std::initializer_list<const char*> names) {
    for (const auto* name : names) {
        if (auto value = variable(name); !value.empty()) {
            return value;
        }
    }
    return {};
}

/// Of a variable that says something by being empty.
std::string set_variable(std::initializer_list<const char*> names, const char* otherwise) {
    for (const auto* name : names) {
        if (const char* value = std::getenv(name)) {
            return value;
        }
    }
    return otherwise;
}

int number_variable(const char* name) {
    const auto value = variable(name);
    int number = 0;
    const auto [stop, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failure == std::errc{} && stop == value.data() + value.size() && number > 0 ? number : 0;
}

}  // namespace

Environment Environment::of_process() {
    return {.config = variable("SPOC_CONFIG"),
            .store = variable("SPOC_STORE"),
            .now = variable("SPOC_NOW"),
            .home = variable("HOME"),
            .xdg_config_home = absolute_variable("XDG_CONFIG_HOME"),
            .xdg_data_home = absolute_variable("XDG_DATA_HOME"),
            .lang = first_variable({"LC_ALL", "LC_MESSAGES", "LANG"}),
            .visual = variable("VISUAL"),
            .editor = variable("EDITOR"),
            .pager = set_variable({"SPOC_PAGER", "PAGER"}, "less"),
            .no_color = variable("NO_COLOR"),
            .term = variable("TERM"),
            .columns = number_variable("COLUMNS")};
}

}  // namespace spoc::settings
