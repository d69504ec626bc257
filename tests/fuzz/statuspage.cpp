// Any JSON, read as what Statuspage serves, and what two readings of it say about each other.

#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/core/error.hpp"
#include "lib/core/notice_diff.hpp"
#include "lib/intake/feed.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const intake::FeedOrigin origin{
        .source = "fuzz", .address = {}, .system = {}, .interface = {}, .zone = nullptr};
    const std::string text = "{\"incidents\":" + std::string(reinterpret_cast<const char*>(data), size);
    for (const auto& document : {std::string(text, 13), text, text + "}"}) {
        try {
            const auto reading = intake::read_feed(document, origin);
            for (const auto& notice : reading.notices) {
                const auto& first = reading.notices.front();
                tests::expect(core::diff(first, notice).empty() != core::differs(first, notice),
                              "diff and differs disagree\n");
            }
        } catch (const core::OutsideError&) {
            continue;
        }
    }
    return 0;
}
