// Any text at all as a form that somebody filled in: what is read can be written as a form and read again.

#include "lib/core/form.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto read = core::read_form(text, "form");
        tests::expect(read.members() != nullptr || read.is_null(), "a form is no object\n");
        static_cast<void>(core::read_form(core::write_form(read, {{"title", "a\nb"}}, {"x"}), "again"));
    } catch (const core::Misuse&) {
    }
    static_cast<void>(core::is_form(text));
    return 0;
}
