// Any bytes at all, read as a configuration: refused with a place and a sentence, or settings that can be
// worked with.

#include "lib/settings/settings.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/text_encoding.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto settings = settings::load_text(text, "spoc.toml");
        tests::expect(!settings.systems.empty(), "no system is left\n");
        for (const auto& system : settings.systems) {
            tests::expect(system.zone != nullptr, "a system has no zone\n");
            tests::expect(settings.terms.latest(system.code) != nullptr, "a system has no agreement\n");
        }
        tests::expect(core::faults(settings.terms).empty(), "terms with faults were taken\n");
    } catch (const core::ConfigError& error) {
        const std::string_view sentence = error.what();
        tests::expect(sentence.starts_with("spoc.toml") || sentence.starts_with("built-in"),
                      "an error has no place\n");
        tests::expect(core::is_utf8(sentence), "an error is no UTF-8\n");
    }
    return 0;
}
