#include "lib/delivery/courier.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include <unistd.h>

using namespace spoc;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test is over.
struct Folder {
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "spoc-courier-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    std::string path;
};

std::vector<fs::path> files_in(const std::string& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

const core::Instant morning = std::chrono::sys_days{std::chrono::November / 2 / 2026} + std::chrono::hours{8};

}  // namespace

TEST_SUITE("couriers") {
    TEST_CASE("the file courier writes one file a message that only its owner can read") {
        const Folder folder;
        const auto outbox = folder.path + "/a/outbox";
        delivery::FileCourier courier(outbox);
        courier.deliver("Subject: x\n\nhej\n", {.message_id = "1@kommune.example", .at = morning});
        const auto files = files_in(outbox);
        REQUIRE(files.size() == 1);
        CHECK(files.front().filename() == "20261102T080000Z-1@kommune.example.eml");
        CHECK(content_of(files.front()) == "Subject: x\n\nhej\n");
        CHECK(mode_of(files.front()) == 0600);
        CHECK(mode_of(outbox) == 0700);
    }

    TEST_CASE("a message never takes the place of another") {
        const Folder folder;
        delivery::FileCourier courier(folder.path);
        courier.deliver("one", {.message_id = "1@kommune.example", .at = morning});
        courier.deliver("two", {.message_id = "1@kommune.example", .at = morning});
        CHECK(files_in(folder.path).size() == 2);
    }

    TEST_CASE("an id cannot lead out of the folder") {
        const Folder folder;
        delivery::FileCourier courier(folder.path + "/outbox");
        courier.deliver("x", {.message_id = "../../../x/y\n@z", .at = morning});
        courier.deliver("x", {.message_id = std::string(5000, 'a'), .at = morning});
        courier.deliver("x", {.message_id = "", .at = morning});
        CHECK(files_in(folder.path).size() == 1);
        CHECK(files_in(folder.path + "/outbox").size() == 3);
    }

    TEST_CASE("a folder that cannot be written to is the outside refusing") {
        const Folder folder;
        std::ofstream(folder.path + "/file") << "x";
        delivery::FileCourier courier(folder.path + "/file");
        CHECK_THROWS_AS(courier.deliver("x", {.message_id = "1", .at = morning}), core::OutsideError);
    }

    TEST_CASE("the sendmail courier gives the message to the program's input") {
        core::Program seen;
        delivery::SendmailCourier courier({"/usr/sbin/sendmail", "-t"},
                                          [&seen](const core::Program& program) {
                                              seen = program;
                                              return core::ProgramResult{};
                                          });
        courier.deliver("Subject: x\n\nhej\n", {});
        CHECK(seen.command == std::vector<std::string>{"/usr/sbin/sendmail", "-t"});
        CHECK(seen.input == "Subject: x\n\nhej\n");
    }

    TEST_CASE("a mail program that refuses is quoted by its first line") {
        const auto refusing = [](core::ProgramResult result) {
            return delivery::SendmailCourier({"msmtp"}, [result](const core::Program&) { return result; });
        };
        CHECK_THROWS_WITH_AS(
            refusing({.status = 67, .err = "\nmsmtp: recipient unknown\nmore\n"}).deliver("x", {}),
            "the mail program msmtp refused: msmtp: recipient unknown", core::OutsideError);
        CHECK_THROWS_WITH_AS(refusing({.status = 75}).deliver("x", {}),
                             "the mail program msmtp ended with status 75", core::OutsideError);
        CHECK_THROWS_WITH_AS(refusing({.status = 127, .err = "No such file or directory"}).deliver("x", {}),
                             "the mail program msmtp cannot be started: No such file or directory",
                             core::OutsideError);
        CHECK_THROWS_AS(refusing({.status = 137, .timed_out = true}).deliver("x", {}), core::OutsideError);
    }

    TEST_CASE("a courier that nobody knows is a fault of the configuration") {
        CHECK_THROWS_AS(delivery::make_courier({.courier = "pigeon", .folder = "", .command = {}}, {}),
                        core::ConfigError);
        CHECK(delivery::make_courier({.courier = "file", .folder = "x", .command = {}}, {}) != nullptr);
        CHECK(delivery::make_courier({.courier = "sendmail", .folder = "", .command = {"x"}}, {}) != nullptr);
    }
}
