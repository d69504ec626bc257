// Any bytes at all as the HTML of a mail, and as that of a feed: what is left is text.

#include <cstddef>
#include <cstdint>
#include <string>

#include "cmd/mime/html_text.hpp"
#include "lib/core/text_encoding.hpp"
#include "tests/fuzz/expect.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string html(reinterpret_cast<const char*>(data), size);
    const auto text = spoc::mime::html_text(html);
    if (spoc::core::is_utf8(html)) {
        spoc::tests::expect(spoc::core::is_utf8(text), "text that is no UTF-8 was made of some that is\n");
    }
    return 0;
}
