// Any bytes at all, read as a feed: refused with a sentence, or notices that keep their promises.

#include "lib/intake/feed.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/core/text_encoding.hpp"
#include "lib/settings/zones.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

namespace {

void check_text(std::string_view text) {
    tests::expect(core::is_utf8(text), "a text is no UTF-8\n");
    tests::expect(text.find("  ") == std::string_view::npos && text.find('\n') == std::string_view::npos &&
                      !text.starts_with(' ') && !text.ends_with(' '),
                  "white space is not folded\n");
}

void check(const core::Notice& notice) {
    tests::expect(!notice.guid.empty(), "a notice has no guid\n");
    tests::expect(!notice.title.empty(), "a notice has no title\n");
    tests::expect(notice.link.empty() || notice.link.find_first_of(" \"<>\n\r") == std::string::npos,
                  "a link breaks out\n");
    check_text(notice.title);
    check_text(notice.summary);
    check_text(notice.state);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto zone = settings::load_zone("Europe/Copenhagen");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const auto reading = intake::read_feed(bytes, {.source = "fuzz",
                                                       .address = "https://a.example/feed",
                                                       .system = {},
                                                       .interface = {},
                                                       .zone = zone.get()});
        for (const auto& notice : reading.notices) {
            check(notice);
        }
    } catch (const core::OutsideError&) {
        return 0;
    }
    return 0;
}
