#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "cmd/mime/composing.hpp"
#include "cmd/mime/reading.hpp"
#include "lib/core/mail_wire.hpp"

namespace {

using namespace spoc;

constexpr int done = 0;
constexpr int failed = 1;
constexpr int misused = 2;

std::string standard_input() {
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

int compose() {
    std::cout << mime::compose(core::read_message_wire(standard_input()));
    return std::cout.flush() ? done : failed;
}

int read() {
    const auto input = standard_input();
    for (const auto mail : core::read_mails_wire(input)) {
        std::cout << core::reading_wire(mime::read(mail));
    }
    return std::cout.flush() ? done : failed;
}

}  // namespace

/// Composes and reads mail for spoc. Both verbs take and give what lib/core/mail_wire.hpp describes.
int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const std::string_view verb = count == 2 ? words[1] : "";
    if (verb != "compose" && verb != "read") {
        std::cerr << "spoc-mime: this is a helper of spoc; it knows compose and read\n";
        return misused;
    }
    try {
        return verb == "compose" ? compose() : read();
    } catch (const std::exception& error) {
        std::cerr << "spoc-mime: " << error.what() << '\n';
        return failed;
    }
}
