#pragma once

#include <string>

namespace spoc::settings {

/// What the program takes from the environment. An empty text means: not set.
struct Environment {
    std::string config;           ///< SPOC_CONFIG
    std::string store;            ///< SPOC_STORE
    std::string now;              ///< SPOC_NOW
    std::string home;             ///< HOME
    std::string xdg_config_home;  ///< XDG_CONFIG_HOME, if absolute
    std::string xdg_data_home;    ///< XDG_DATA_HOME, if absolute
    std::string lang;             ///< the first that is set of LC_ALL, LC_MESSAGES and LANG
    std::string visual;           ///< VISUAL
    std::string editor;           ///< EDITOR
    std::string pager;            ///< SPOC_PAGER, else PAGER, as far as they are set; else less
    std::string no_color;         ///< NO_COLOR
    std::string term;             ///< TERM
    int columns = 0;              ///< COLUMNS; 0 if not set or no number

    /// The environment of this process.
    static Environment of_process();
};

}  // namespace spoc::settings
