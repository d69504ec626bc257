// Any text at all, read as a release, and searched for a reference and for a time.

#include "lib/core/release.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/notice_words.hpp"
#include "lib/settings/zones.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const core::Instant published{std::chrono::sys_days{std::chrono::April / 7 / 2026}};
    const auto release = core::read_release(text, published, *zone);
    for (const auto& item : release.items) {
        for (const auto& reference : item.references) {
            tests::expect(core::stands_alone(reference, item.text), "a reference does not stand alone\n");
        }
    }
    if (const auto schedule = core::schedule_by_words(text, published, *zone);
        schedule && schedule->ends_at) {
        tests::expect(schedule->starts_at < *schedule->ends_at, "a schedule ends before it starts\n");
    }
    static_cast<void>(core::state_by_words(text, text));
    return 0;
}
