// Any bytes at all, as the text of a message and as a file: what the gate lets through after masking holds
// nothing that it would stop.

#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/core/cleared.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const core::GateRules rules{.patterns = {}, .today = std::chrono::year{2026} / 11 / 2};
    core::Message message;
    message.subject = bytes.substr(0, 200);
    message.body = bytes;
    message.attachments = {{.name = "file.txt", .media_type = "text/plain", .content = bytes}};
    try {
        const auto masked = core::clear(message, rules, {.redact = true, .override_reason = ""});
        tests::expect(masked.warnings().empty(), "masking left something to warn of\n");
        const auto again = core::clear(masked.message(), rules, {});
        tests::expect(again.warnings().empty() && again.overridden().empty(),
                      "something stands behind the mask\n");
        tests::expect(again.message().body == masked.message().body,
                      "the gate changes what nobody asked it to\n");
    } catch (const core::PrivacyRefusal& refusal) {
        tests::expect(!refusal.details().empty(), "refused without a place\n");
    }
    return 0;
}
