#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/settings/settings.hpp"
#include "tests/unit/settings/scratch.hpp"

using namespace spoc;
using settings::Environment;
using settings::find_config;

TEST_SUITE("where the configuration and the store are") {
    TEST_CASE("the flag goes before all else, even if its file is not there") {
        const Environment environment{.config = "/b.toml", .home = "/home/a"};
        CHECK(find_config("/a.toml", environment).path == "/a.toml");
    }

    TEST_CASE("SPOC_CONFIG goes before the files of the user and of the machine") {
        const tests::Scratch home;
        home.write(".config/spoc/spoc.toml", "");
        const Environment environment{.config = "/b.toml", .home = home.path()};
        CHECK(find_config("", environment).path == "/b.toml");
    }

    TEST_CASE("the user's file is found in the home folder") {
        const tests::Scratch home;
        home.write(".config/spoc/spoc.toml", "");
        CHECK(find_config("", {.home = home.path()}).path == home.path() + "/.config/spoc/spoc.toml");
    }

    TEST_CASE("XDG_CONFIG_HOME goes before the home folder") {
        const tests::Scratch home;
        home.write(".config/spoc/spoc.toml", "");
        home.write("xdg/spoc/spoc.toml", "");
        const Environment environment{.home = home.path(), .xdg_config_home = home.path() + "/xdg"};
        CHECK(find_config("", environment).path == home.path() + "/xdg/spoc/spoc.toml");
    }

    TEST_CASE("with no file at all, what is built in is used") {
        const tests::Scratch home;
        if (!std::filesystem::exists("/etc/spoc/spoc.toml")) {
            CHECK(find_config("", {.home = home.path()}).path.empty());
            CHECK(find_config("", {}).path.empty());
        }
    }

    TEST_CASE("a new configuration is written where it is looked for first") {
        CHECK(settings::own_config_path("/a.toml", {.config = "/b.toml", .home = "/h"}) == "/a.toml");
        CHECK(settings::own_config_path("", {.config = "/b.toml", .home = "/h"}) == "/b.toml");
        CHECK(settings::own_config_path("", {.home = "/h"}) == "/h/.config/spoc/spoc.toml");
        CHECK(settings::own_config_path("", {.home = "/h", .xdg_config_home = "/x"}) == "/x/spoc/spoc.toml");
    }

    TEST_CASE("without a home a new configuration has no place") {
        CHECK_THROWS_AS(settings::own_config_path("", {}), core::ConfigError);
    }

    TEST_CASE("the store is where SPOC_STORE says, else the configuration, else the data folder") {
        settings::Settings settings;
        CHECK(settings::store_path(settings, {.home = "/h"}) == "/h/.local/share/spoc/spoc.db");
        CHECK(settings::store_path(settings, {.home = "/h", .xdg_data_home = "/d"}) == "/d/spoc/spoc.db");
        settings.store.path = "~/cases.db";
        CHECK(settings::store_path(settings, {.home = "/h", .xdg_data_home = "/d"}) == "/h/cases.db");
        CHECK(settings::store_path(settings, {.store = "/s.db", .home = "/h"}) == "/s.db");
    }

    TEST_CASE("without a home the store has no place unless one is named") {
        settings::Settings settings;
        CHECK_THROWS_AS(settings::store_path(settings, {}), core::ConfigError);
        settings.store.path = "~/cases.db";
        CHECK_THROWS_AS(settings::store_path(settings, {}), core::ConfigError);
        settings.store.path = "/srv/cases.db";
        CHECK(settings::store_path(settings, {}) == "/srv/cases.db");
    }
}
