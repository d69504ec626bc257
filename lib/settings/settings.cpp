#include "lib/settings/settings.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "lib/settings/built_in.hpp"
#include "lib/settings/effective.hpp"
#include "lib/settings/readers.hpp"
#include <sodium.h>

namespace spoc::settings {

namespace {

/// One table of each kind, so that every reading function is asked what it knows.
constexpr std::string_view one_of_each = R"toml(
me = {}
store = {}
mail = {}
report = {}
privacy.patterns = [{}]
system = [{}]
party = [{}]
interface = [{}]
colleague = [{}]
rung = [{}]
audience = [{}]
feed = [{}]
calendar = [{ override = [{}], hours = {}, near_holidays = {} }]
agreement = [{ calendars = {}, category = [{ calendars = {} }] }]
)toml";

void read_everything(const Node& node, Settings& settings, Reading& reading) {
    Section root(node, {}, reading);
    read_landscape(root, settings);
    read_workings(root, settings);
    read_calendars(root, settings);
    read_agreements(root, settings);
    root.finish();
}

/// Whether the terms were read without a fault, so that they can be proved.
bool are_whole(const core::Terms& terms, const Node& root, const Reading& reading) {
    const auto* calendars = root.find("calendar")->list();
    return calendars != nullptr && terms.calendars.size() == calendars->size() &&
           std::ranges::none_of(reading.faults,
                                [](const Fault& fault) { return fault.place.key.starts_with("agreement"); });
}

/// Far more than the colleagues and calendars of any desk take; nobody wrote what is longer.
constexpr std::size_t most_bytes = 1'000'000;

std::string content_of(const std::string& path) {
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        throw core::ConfigError("the configuration {} cannot be read: {}", path, std::strerror(EISDIR));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw core::ConfigError("the configuration {} cannot be read: {}", path, std::strerror(errno));
    }
    std::string text;
    std::array<char, 8192> part;  // NOLINT(*-member-init): the file fills it
    while (text.size() <= most_bytes && (file.read(part.data(), part.size()), file.gcount() > 0)) {
        text.append(part.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (text.size() > most_bytes) {
        throw core::ConfigError("the configuration {} is longer than {} bytes", path, most_bytes);
    }
    return text;
}

/// Differs for any two texts that somebody did not make to be alike.
std::string digest_of(std::string_view text) {
    constexpr std::array<unsigned char, crypto_shorthash_siphashx24_KEYBYTES> key{};
    std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> digest{};
    crypto_shorthash_siphashx24(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                text.size(), key.data());
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace

Settings load(const ConfigFile& file) {
    return file.path.empty() ? load_text({}, {}) : load_text(content_of(file.path), file.path);
}

Settings load_text(std::string_view text, const std::string& source) {
    auto effective = std::make_shared<const Effective>(text, source);
    Settings settings;
    Reading reading;
    read_everything(effective->root(), settings, reading);
    settings.terms.systems = settings.systems;
    settings.digest = fmt::format("{} {}", built_in_digest(), digest_of(text));
    if (text.empty()) {  // what is built in was proved by the tests
        settings.effective = std::move(effective);
        return settings;
    }
    check_references(effective->root(), reading);
    if (are_whole(settings.terms, effective->root(), reading)) {
        check_terms(effective->root(), settings.terms, reading);
    }
    reading.give_up_if_faulty();
    settings.effective = std::move(effective);
    return settings;
}

std::vector<std::string> known_keys() {
    const std::string source;
    std::set<std::string> keys;
    Settings unused;
    Reading reading{.faults = {}, .keys = &keys};
    read_everything(parse_toml(one_of_each, source), unused, reading);
    return {keys.begin(), keys.end()};
}

}  // namespace spoc::settings
