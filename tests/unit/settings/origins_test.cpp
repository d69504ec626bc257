#include <algorithm>

#include <doctest/doctest.h>

#include "tests/unit/settings/support.hpp"

using namespace spoc;

namespace {

settings::SettingOrigin origin_of(const std::string& key, std::string_view text) {
    const auto all = settings::load_text(text, "spoc.toml").origins();
    const auto found = std::ranges::find(all, key, &settings::SettingOrigin::key);
    return found == all.end() ? settings::SettingOrigin{} : *found;
}

}  // namespace

TEST_SUITE("where a setting came from") {
    TEST_CASE("a value of the file has its file and line") {
        CHECK(origin_of("me.name", "\n[me]\nname = \"Åse\"\n") ==
              settings::SettingOrigin{.key = "me.name", .value = "\"Åse\"", .origin = "spoc.toml:3"});
    }

    TEST_CASE("a value that the file does not say is built in") {
        CHECK(origin_of("store.wait", "[me]\nname = \"Åse\"\n") ==
              settings::SettingOrigin{.key = "store.wait", .value = "\"5s\"", .origin = "built-in"});
    }

    TEST_CASE("an entry of a list is named by what it is called") {
        CHECK(origin_of("system[BOM].vendor", "").value == "\"vendor\"");
        CHECK(origin_of("party[kombit].domains", "").value == "[\"kombit.example\"]");
        CHECK(origin_of("calendar[all].hours", "").value == "\"24/7\"");
        CHECK(origin_of("calendar[office].hours.fri", "").value == "\"08:00-15:30\"");
        CHECK(origin_of("agreement[Drift 2015-01-01].from", "").value == "2015-01-01");
        CHECK(origin_of("agreement[Drift 2015-01-01].category[1].calendars.fix", "").value == "\"all\"");
    }

    TEST_CASE("what the user's file replaced is not listed") {
        CHECK(origin_of("party[kombit].mail", "[[party]]\nname = \"vendor\"\n").key.empty());
    }

    TEST_CASE("a value is written so that TOML reads it back") {
        const auto* const text = "[mail]\nsignature = \"\"\"Åse\n\"Support\"\\t\\\\ \\u0001\"\"\"\n";
        const auto written = origin_of("mail.signature", text).value;
        CHECK(settings::load_text("mail.signature = " + written + "\n", "x").mail.signature ==
              settings::load_text(text, "x").mail.signature);
    }
}
