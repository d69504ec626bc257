// Any words at all as a time that somebody typed: what is understood reads the same when it is written out.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/date_input.hpp"
#include "lib/core/error.hpp"
#include "lib/settings/zones.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const core::Instant now = std::chrono::sys_days{std::chrono::April / 7 / 2026} + std::chrono::hours{9};
    for (const auto direction : {core::Direction::past, core::Direction::future}) {
        for (const auto day : {core::BareDay::begins, core::BareDay::ends}) {
            try {
                const core::TimeReading against{
                    .now = now, .zone = *zone, .direction = direction, .bare_day = day};
                const auto read = core::read_time(typed, against);
                const auto again = core::read_time(core::rfc3339(read), against);
                tests::expect(again == read, "what was read does not read the same again\n");
            } catch (const core::Misuse&) {
            }
        }
    }
    return 0;
}
