// Any bytes at all as the text of an event: what redaction leaves is a redaction of it, and holds no number.

#include "lib/core/redaction.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/core/privacy.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const core::Removal removal{.today = std::chrono::year{2026} / 11 / 2,
                                .texts = {text.substr(0, 5) + "x"}};
    const auto left = core::without(text, removal);
    tests::expect(core::is_redaction(core::Value(text), core::Value(left)),
                  "more was changed than removed\n");
    tests::expect(core::without(left, removal) == left, "a second time there is something to remove\n");
    const core::GateRules rules{.patterns = {}, .today = removal.today};
    tests::expect(core::scan({{.part = core::GatePart::body, .text = left}}, rules).empty(),
                  "the gate finds something in what is left\n");
    static_cast<void>(core::bytes_without(text, removal));
    return 0;
}
