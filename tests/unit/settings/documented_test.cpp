#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "lib/settings/document.hpp"
#include "tests/unit/settings/support.hpp"

using namespace spoc;

namespace {

std::string documented_text() {
    std::ifstream file(SPOC_SOURCE_DIR "/config/spoc.toml");
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

/// The text with its examples in force too: a # that is followed by anything but a space or a line's end
/// goes.
std::string with_examples(const std::string& text) {
    std::istringstream lines(text);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        const bool example = line.size() > 1 && line[0] == '#' && line[1] != ' ';
        all += (example ? line.substr(1) : line) + "\n";
    }
    return all;
}

/// Tables of keys, not of values.
void gather(const settings::Node& node, const std::string& path, std::set<std::string>& keys) {
    if (const auto* table = node.table()) {
        for (const auto& entry : *table) {
            const auto key = path.empty() ? entry.key : path + "." + entry.key;
            keys.insert(key);
            gather(entry.value, key, keys);
        }
    } else if (const auto* list = node.list()) {
        std::ranges::for_each(*list, [&](const settings::Node& item) { gather(item, path, keys); });
    }
}

std::set<std::string> documented_keys() {
    const std::string source = "config/spoc.toml";
    std::set<std::string> keys;
    gather(settings::parse_toml(with_examples(documented_text()), source), {}, keys);
    return keys;
}

}  // namespace

TEST_SUITE("config/spoc.toml") {
    TEST_CASE("every key that the program knows stands in the file") {
        const auto documented = documented_keys();
        for (const auto& key : settings::known_keys()) {
            CAPTURE(key);
            CHECK(documented.contains(key));
        }
    }

    TEST_CASE("the program knows every key that stands in the file") {
        const auto known = settings::known_keys();
        for (const auto& key : documented_keys()) {
            CAPTURE(key);
            CHECK(std::ranges::binary_search(known, key));
        }
    }

    TEST_CASE("its values are those that are built in") {
        const auto built_in = settings::load({}).origins();
        const auto documented = settings::load_text(documented_text(), "spoc.toml").origins();
        REQUIRE(documented.size() == built_in.size());
        for (std::size_t at = 0; at < built_in.size(); ++at) {
            CAPTURE(built_in[at].key);
            CHECK(documented[at].key == built_in[at].key);
            CHECK(documented[at].value == built_in[at].value);
        }
    }

    TEST_CASE("its examples may be taken as they are") {
        CHECK(tests::fault_of(with_examples(documented_text())).empty());
    }
}
