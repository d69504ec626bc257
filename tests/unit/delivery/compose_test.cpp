#include "lib/delivery/compose.hpp"

#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/mail_wire.hpp"

using namespace spoc;

namespace {

core::Cleared cleared() {
    core::Message message;
    message.from = {.name = "Support", .mail = "support@kommune.example"};
    message.subject = "[BOM-12] Fejl";
    message.body = "Hej\n\nDet virker ikke.";
    message.attachments = {{.name = "log.txt", .media_type = "text/plain", .content = "linje\n"}};
    const core::GateRules rules{.patterns = {}, .today = std::chrono::year{2026} / 11 / 2};
    return core::clear(message, rules, {});
}

}  // namespace

TEST_SUITE("composing") {
    TEST_CASE("the helper is given the whole message, and its output is the mail") {
        const auto run = [](const core::Program& program) {
            CHECK(program.command == std::vector<std::string>{"/helpers/spoc-mime", "compose"});
            const auto message = core::read_message_wire(program.input);
            CHECK(message.subject == "[BOM-12] Fejl");
            REQUIRE(message.attachments.size() == 1);
            CHECK(message.attachments.front().content == "linje\n");
            return core::ProgramResult{.out = "Subject: x\n"};
        };
        CHECK(delivery::compose(cleared(), run, "/helpers/spoc-mime") == "Subject: x\n");
    }

    TEST_CASE("a helper that is missing or fails is the outside refusing") {
        const auto missing = [](const core::Program&) {
            return core::ProgramResult{.status = 127, .err = "No such file"};
        };
        const auto failing = [](const core::Program&) {
            return core::ProgramResult{.status = 1, .err = "why\nmore"};
        };
        CHECK_THROWS_AS(delivery::compose(cleared(), missing, "m"), core::OutsideError);
        CHECK_THROWS_WITH_AS(delivery::compose(cleared(), failing, "m"), "the mail cannot be composed: why",
                             core::OutsideError);
    }

    TEST_CASE("the text for a portal is subject, body and the files to add") {
        CHECK(delivery::portal_text(cleared()) == "[BOM-12] Fejl\n\nHej\n\nDet virker ikke.\n\n+ log.txt\n");
    }
}
