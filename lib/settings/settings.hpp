#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/agreement.hpp"
#include "lib/core/landscape.hpp"
#include "lib/core/target.hpp"
#include "lib/settings/environment.hpp"

namespace spoc::settings {

class Effective;

/// Where the cases are kept.
struct StoreSettings {
    std::string path;                                         ///< empty: the usual place
    std::chrono::milliseconds wait{std::chrono::seconds{5}};  ///< for another writer
};

/// How mail goes out.
struct MailSettings {
    std::string courier;               ///< `file` or `sendmail`
    std::vector<std::string> command;  ///< of the courier sendmail: the program and its arguments
    std::string folder;                ///< of the courier file; empty: `outbox` beside the store
    std::string from;                  ///< sender; empty: the address of `me`
    std::string signature;             ///< below every mail; may have several lines
};

/// What lists and briefs show.
struct ReportSettings {
    core::Target
        soon;  ///< a deadline that is nearer than this is due soon; counted in the municipality's calendar
    int similar = 0;     ///< how many earlier cases are shown that look like a new one
    std::string digest;  ///< the party that the digest is written for, if nothing else is said
};

/// One value of the configuration, and where it came from.
struct SettingOrigin {
    std::string key;     ///< such as `store.wait` or `system[BOM].vendor`
    std::string value;   ///< as TOML
    std::string origin;  ///< file and line, or "built-in"
    bool operator==(const SettingOrigin&) const = default;
};

/// The whole configuration: the user's file over what is built in. Every name in it that refers to something
/// refers to something that is there.
struct Settings {
    core::Me me;
    StoreSettings store;
    MailSettings mail;
    ReportSettings report;
    std::vector<core::PrivacyPattern> privacy;
    std::vector<core::System> systems;
    std::vector<core::Party> parties;
    std::vector<core::Interface> interfaces;
    std::vector<core::Colleague> colleagues;
    std::vector<core::Rung> rungs;  ///< lowest first
    std::vector<core::Audience> audiences;
    std::vector<core::Feed> feeds;
    core::Terms terms;  ///< calendars, agreements and, once more, the systems

    std::string digest;                          ///< of what is built in and of the user's text
    std::shared_ptr<const Effective> effective;  ///< the text that all this was read from

    /// Every value and where it came from, in the order of `config/spoc.toml`.
    std::vector<SettingOrigin> origins() const;
};

/// Which configuration is used.
struct ConfigFile {
    std::string path;  ///< empty: what is built in
    bool operator==(const ConfigFile&) const = default;
};

/// The first of: `flag` (that is, --config), SPOC_CONFIG, spoc/spoc.toml below XDG_CONFIG_HOME (by default
/// ~/.config), /etc/spoc/spoc.toml, what is built in. The first two are taken even if there is no such file.
ConfigFile find_config(const std::string& flag, const Environment& environment);

/// Where `init` puts a new configuration: the flag, SPOC_CONFIG, or the user's own folder. Throws ConfigError
/// if there is neither a flag nor a home.
std::string own_config_path(const std::string& flag, const Environment& environment);

/// SPOC_STORE, else `[store] path` (where `~/` is the home folder), else spoc/spoc.db below XDG_DATA_HOME (by
/// default
/// ~/.local/share). Throws ConfigError if there is no home to put it in.
std::string store_path(const Settings& settings, const Environment& environment);

/// Reads a configuration and proves it. Throws ConfigError that names file, line, key, what is wrong and what
/// would be right; the first fault is its sentence, the further ones are its details.
Settings load(const ConfigFile& file);

/// The same for a text; `source` names it in errors.
Settings load_text(std::string_view text, const std::string& source);

/// The configuration that `spoc init` writes: short, with comments, and valid as it stands.
std::string starting_file(const core::Me& me);

/// Every key that the program knows, such as `me.name` or `calendar.override.on`, sorted.
std::vector<std::string> known_keys();

}  // namespace spoc::settings
