#include <filesystem>

#include "lib/core/error.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

namespace {

/// A file below one of the user's folders: the XDG one, else the usual one in the home folder. Empty: there
/// is no home.
std::string below(const std::string& xdg, const std::string& home, std::string_view usual,
                  std::string_view file) {
    if (!xdg.empty()) {
        return fmt::format("{}/{}", xdg, file);
    }
    return home.empty() ? std::string{} : fmt::format("{}/{}/{}", home, usual, file);
}

std::string config_at_home(const Environment& environment) {
    return below(environment.xdg_config_home, environment.home, ".config", "spoc/spoc.toml");
}

/// A file that is there but cannot be looked at counts as there, so that its error is told.
bool is_there(const std::string& path) {
    std::error_code failure;
    return !path.empty() &&
           std::filesystem::status(path, failure).type() != std::filesystem::file_type::not_found;
}

std::string without_tilde(const std::string& path, const Environment& environment) {
    if (path != "~" && !path.starts_with("~/")) {
        return path;
    }
    if (environment.home.empty()) {
        throw core::ConfigError("{} cannot be found: HOME is not set", path);
    }
    return environment.home + path.substr(1);
}

}  // namespace

ConfigFile find_config(const std::string& flag, const Environment& environment) {
    if (!flag.empty()) {
        return {flag};
    }
    if (!environment.config.empty()) {
        return {environment.config};
    }
    for (const auto& path : {config_at_home(environment), std::string("/etc/spoc/spoc.toml")}) {
        if (is_there(path)) {
            return {path};
        }
    }
    return {};
}

std::string own_config_path(const std::string& flag, const Environment& environment) {
    const auto& named = flag.empty() ? environment.config : flag;
    auto path = named.empty() ? config_at_home(environment) : named;
    if (path.empty()) {
        throw core::ConfigError("there is no place for a configuration: HOME is not set; use --config FILE");
    }
    return path;
}

std::string store_path(const Settings& settings, const Environment& environment) {
    if (!environment.store.empty()) {
        return environment.store;
    }
    if (!settings.store.path.empty()) {
        return without_tilde(settings.store.path, environment);
    }
    auto path = below(environment.xdg_data_home, environment.home, ".local/share", "spoc/spoc.db");
    if (path.empty()) {
        throw core::ConfigError("there is no place for the store: HOME is not set; use --store FILE");
    }
    return path;
}

}  // namespace spoc::settings
