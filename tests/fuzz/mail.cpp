// Any bytes at all, read as a mail: refused, or a mail that keeps its promises.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cmd/mime/reading.hpp"
#include "lib/core/mail_routing.hpp"
#include "lib/core/mail_text.hpp"
#include "lib/core/text_encoding.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

namespace {

void check_line(std::string_view line) {
    tests::expect(core::is_utf8(line), "a header is no UTF-8\n");
    tests::expect(line.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
                  "a header breaks out\n");
}

void check(const core::ReceivedAttachment& file) {
    check_line(file.name);
    tests::expect(!file.name.empty() && file.name.size() <= 255, "a name is empty or long\n");
    tests::expect(file.name.find_first_of("/\\") == std::string::npos && !file.name.starts_with('.') &&
                      !file.name.starts_with('~'),
                  "a name leads out of its folder\n");
}

void check(const core::Mail& mail) {
    for (const auto& line :
         {mail.subject, mail.message_id, mail.from.name, mail.from.mail, mail.bounced_message_id}) {
        check_line(line);
    }
    tests::expect(core::is_utf8(mail.text) && mail.text.find('\0') == std::string::npos,
                  "the text is no text\n");
    for (const auto& file : mail.attachments) {
        check(file);
    }
    tests::expect(mail.text.empty() || !core::own_words(mail.text).empty(), "the words are gone\n");
    core::reference_in(mail, {"BOM"});
    core::proposals(mail, std::chrono::year{2026} / 11 / 2);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reading = mime::read({reinterpret_cast<const char*>(data), size});
    tests::expect(reading.mail.has_value() != !reading.error.empty(), "neither a mail nor a reason\n");
    if (reading.mail) {
        check(*reading.mail);
        const auto wire = core::reading_wire(reading);
        tests::expect(core::read_readings_wire(wire).size() == 1, "a mail does not travel\n");
    }
    return 0;
}
