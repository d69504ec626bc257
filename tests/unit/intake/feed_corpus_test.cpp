#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lib/core/time.hpp"
#include "lib/intake/feed.hpp"
#include "lib/settings/zones.hpp"

using namespace spoc;

namespace {

const std::filesystem::path folder = std::filesystem::path(SPOC_SOURCE_DIR) / "tests/data/feeds";
const std::filesystem::path expectations = folder / "expectations.txt";

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> corpus() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path() != expectations) {
            names.push_back(entry.path().filename());
        }
    }
    std::ranges::sort(names);
    return names;
}

/// Control characters and what turns the direction of writing, so that they can be seen.
std::string visible(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += byte < 0x20 ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
    }
    for (const std::string_view turn : {"\u202e", "\u202c", "\u009b"}) {
        for (auto at = out.find(turn); at != std::string::npos; at = out.find(turn)) {
            out.replace(at, turn.size(), "\\u");
        }
    }
    return out;
}

void add_line(std::string& out, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        out += fmt::format("  {}: {}\n", name, visible(value));
    }
}

void add_line(std::string& out, std::string_view name, const std::optional<core::Instant>& value) {
    if (value) {
        add_line(out, name, core::rfc3339(core::Timestamp{*value, {}}));
    }
}

std::string described(const core::Notice& notice) {
    std::string out = fmt::format("- {}{}{}: {}\n", core::word(notice.kind), notice.state.empty() ? "" : ", ",
                                  notice.state, visible(notice.title));
    add_line(out, "guid", notice.guid);
    add_line(out, "link", notice.link);
    add_line(out, "published", notice.published_at);
    add_line(out, "updated", notice.updated_at);
    add_line(out, "starts", notice.starts_at);
    add_line(out, "ends", notice.ends_at);
    add_line(out, "began", notice.began_at);
    add_line(out, "over", notice.over_at);
    add_line(out, "components", fmt::format("{}", fmt::join(notice.components, ", ")));
    add_line(out, "summary", notice.summary);
    return out;
}

std::string described(const intake::FeedReading& reading) {
    constexpr std::string_view formats[] = {"rss", "atom", "statuspage"};
    std::string out =
        fmt::format("{}: {}\n", formats[static_cast<std::size_t>(reading.format)], visible(reading.title));
    for (const auto& notice : reading.notices) {
        out += described(notice);
    }
    for (const auto& problem : reading.problems) {
        out += fmt::format("! item {}: {}\n", problem.item, problem.reason.english());
    }
    return out;
}

std::string outcome(const std::string& name) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    try {
        return described(intake::read_feed(content(folder / name), {.source = "corpus",
                                                                    .address = "file:///corpus",
                                                                    .system = "BOM",
                                                                    .interface = {},
                                                                    .zone = zone.get()}));
    } catch (const core::OutsideError& error) {
        return fmt::format("refused: {}\n", error.what());
    }
}

/// What is expected of each file: everything between its heading "== NAME" and the next.
std::map<std::string, std::string> expected() {
    std::map<std::string, std::string> all;
    std::istringstream lines(content(expectations));
    std::string name;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("== ")) {
            name = line.substr(3);
            all[name];
        } else if (!name.empty() && !line.empty()) {
            all[name] += line + "\n";
        }
    }
    return all;
}

/// With SPOC_ACCEPT set, what happens becomes what is expected, to be read before it is kept.
bool accepts() {
    return std::getenv("SPOC_ACCEPT") != nullptr;
}

void accept() {
    std::ofstream out(expectations, std::ios::binary);
    for (const auto& name : corpus()) {
        out << "== " << name << "\n" << outcome(name) << "\n";
    }
}

}  // namespace

TEST_SUITE("feed corpus") {
    TEST_CASE("every feed of the corpus is read as expected") {
        if (accepts()) {
            accept();
        }
        const auto known = expected();
        CHECK(known.size() >= 60);
        for (const auto& name : corpus()) {
            CAPTURE(name);
            REQUIRE(known.contains(name));
            CHECK(outcome(name) == known.at(name));
        }
    }

    TEST_CASE("every feed that is expected is there") {
        const auto names = corpus();
        for (const auto& each : expected()) {
            const auto& name = each.first;
            CAPTURE(name);
            CHECK(std::ranges::find(names, name) != names.end());
        }
    }

    TEST_CASE("a feed cut off anywhere is refused whole or read, and never breaks anything") {
        for (const auto& name : corpus()) {
            const auto whole = content(folder / name);
            for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 40) {
                try {
                    static_cast<void>(intake::read_feed(
                        whole.substr(0, size),
                        {.source = "corpus", .address = {}, .system = {}, .interface = {}, .zone = nullptr}));
                } catch (const core::OutsideError& error) {
                    CHECK(std::string_view(error.what()) != "");
                }
            }
        }
    }
}
