#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string_view>

#include <sys/ioctl.h>

#include "cmd/interrupt.hpp"
#include "cmd/memory.hpp"
#include "cmd/pager.hpp"
#include "cmd/suite.hpp"
#include "lib/delivery/process.hpp"
#include <unistd.h>

namespace {

using namespace spoc;

/// The columns of the terminal; COLUMNS has the first word, as everywhere.
int terminal_width(const settings::Environment& environment) {
    if (environment.columns > 0) {
        return environment.columns;
    }
    winsize size{};
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

/// The lines of the terminal.
int terminal_height() {
    winsize size{};
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0;
    return known ? size.ws_row : 24;
}

/// The helper programs stand beside this one in the build tree, and in ../libexec/spoc when installed.
std::string helper_folder() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    const auto installed = self.parent_path() / "libexec" / "spoc";
    return std::filesystem::exists(installed / "spoc-mime", failure) ? installed.string() : self.string();
}

/// Writes a line that stands ready, where there may be no memory to make one.
void say_at_once(std::string_view line) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

int run(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const auto environment = settings::Environment::of_process();
    const cmd::Terminal terminal{.in = isatty(STDIN_FILENO) == 1,
                                 .out = isatty(STDOUT_FILENO) == 1,
                                 .err = isatty(STDERR_FILENO) == 1,
                                 .width = terminal_width(environment)};
    const auto clock = std::chrono::floor<core::Seconds>(std::chrono::system_clock::now());
    const std::vector<std::string> typed(words + 1, words + count);
    cmd::PagedOutput pages(environment.pager, terminal.width, terminal_height());
    std::ostream paged(&pages);
    const bool by_pager = terminal.out && !environment.pager.empty() && environment.term != "dumb" &&
                          !cmd::is_for_programs(typed);
    const auto code = cmd::run_suite(typed, {.in = std::cin,
                                             .out = by_pager ? paged : std::cout,
                                             .err = std::cerr,
                                             .terminal = terminal,
                                             .environment = environment,
                                             .clock = clock,
                                             .run = delivery::run_program,
                                             .helpers = helper_folder()});
    std::cout.flush();
    const bool written = by_pager ? pages.finish() : static_cast<bool>(std::cout);
    if (!written) {
        say_at_once(
            "spoc: the answer could not be written; what was recorded is kept / "
            "svaret kunne ikke skrives; det der er registreret, er gemt\n");
        return static_cast<int>(cmd::ExitCode::failed);
    }
    return static_cast<int>(code);
}

}  // namespace

int main(int count, char** words) {
    cmd::ask_for_memory();
    cmd::end_on_interrupt();
    try {
        return run(count, words);
    } catch (const std::exception&) {  // only what leaves no memory to say more comes here
        say_at_once(
            "spoc: there is not enough memory; look whether it was done before you try again / "
            "der er ikke hukommelse nok; se efter om det blev gjort, inden du prøver igen\n");
        return static_cast<int>(cmd::ExitCode::failed);
    }
}
