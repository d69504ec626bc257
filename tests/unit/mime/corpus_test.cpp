#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "cmd/mime/reading.hpp"
#include "lib/core/json.hpp"

using namespace spoc;

namespace {

const std::string folder = std::string(SPOC_SOURCE_DIR) + "/tests/data/mail/";

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

core::List texts(const std::vector<std::string>& items) {
    return {items.begin(), items.end()};
}

core::Value attachments(const core::Mail& mail) {
    core::List list;
    for (const auto& file : mail.attachments) {
        list.emplace_back(core::Members{{"name", file.name},
                                        {"media_type", file.media_type},
                                        {"size", static_cast<std::int64_t>(file.content.size())}});
    }
    return list;
}

/// What was read, under the names that the expectations use.
core::Value as_read(const core::MailReading& reading) {
    if (!reading.mail) {
        return core::Members{{"error", true}};
    }
    const auto& mail = *reading.mail;
    return core::Members{{"from", mail.from.mail},
                         {"from_name", mail.from.name},
                         {"subject", mail.subject},
                         {"date", mail.date ? core::Value(core::rfc3339(*mail.date)) : core::Value()},
                         {"message_id", mail.message_id},
                         {"in_reply_to", texts(mail.in_reply_to)},
                         {"references", texts(mail.references)},
                         {"text", mail.text},
                         {"attachments", attachments(mail)},
                         {"automatic", mail.automatic},
                         {"bounce", mail.bounce},
                         {"bounced", mail.bounced_message_id}};
}

/// Compares what the expectations name; the rest may be as it is.
void check(const core::Value& expected, const core::Value& read) {
    for (const auto& member : *expected.members()) {
        const auto& name = member.first;
        const auto& value = member.second;
        CAPTURE(name);
        if (name == "text_begins") {
            const std::string text(read.text_of("text"));
            CAPTURE(text);
            CHECK(text.starts_with(*value.text()));
        } else if (name != "about") {
            const auto* found = read.find(name);
            REQUIRE(found != nullptr);
            CHECK(core::json(*found) == core::json(value));
        }
    }
}

}  // namespace

TEST_SUITE("reading mail") {
    TEST_CASE("every mail of the corpus reads as expected") {
        const auto expectations = core::parse_json(content_of(folder + "expectations.json"));
        for (const auto& member : *expectations.members()) {
            const auto& file = member.first;
            CAPTURE(file);
            check(member.second, as_read(mime::read(content_of(folder + file))));
        }
    }

    TEST_CASE("every mail of the corpus has an expectation") {
        const auto expectations = core::parse_json(content_of(folder + "expectations.json"));
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto name = entry.path().filename().string();
            CAPTURE(name);
            CHECK((!name.ends_with(".eml") || expectations.find(name) != nullptr));
        }
    }
}
