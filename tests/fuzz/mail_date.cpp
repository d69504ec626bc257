// Any bytes at all as the date of a mail: what is understood can be written, and reads the same again.

#include "cmd/mime/mail_date.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/expect.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = mime::read_mail_date({reinterpret_cast<const char*>(data), size});
    if (read) {
        const auto again = core::parse_rfc3339(core::rfc3339(*read));
        tests::expect(again && again->at == read->at, "the date does not read the same again\n");
    }
    return 0;
}
