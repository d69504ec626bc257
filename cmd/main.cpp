#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>

#include <sys/ioctl.h>

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

/// The helper programs stand beside this one in the build tree, and in ../libexec/spoc when installed.
std::string helper_folder() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    const auto installed = self.parent_path() / "libexec" / "spoc";
    return std::filesystem::exists(installed / "spoc-mime", failure) ? installed.string() : self.string();
}

/// Nothing is half done when the user interrupts: what is not committed never happened.
extern "C" void end_at_once(int) {
    _exit(static_cast<int>(cmd::ExitCode::interrupted));
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGINT, end_at_once);
    std::ios::sync_with_stdio(false);
    const auto environment = settings::Environment::of_process();
    const cmd::Terminal terminal{.in = isatty(STDIN_FILENO) == 1,
                                 .out = isatty(STDOUT_FILENO) == 1,
                                 .err = isatty(STDERR_FILENO) == 1,
                                 .width = terminal_width(environment)};
    const auto clock = std::chrono::floor<core::Seconds>(std::chrono::system_clock::now());
    const auto code = cmd::run_suite({words + 1, words + count}, {.in = std::cin,
                                                                  .out = std::cout,
                                                                  .err = std::cerr,
                                                                  .terminal = terminal,
                                                                  .environment = environment,
                                                                  .clock = clock,
                                                                  .run = delivery::run_program,
                                                                  .helpers = helper_folder()});
    std::cout.flush();
    return std::cout ? static_cast<int>(code) : static_cast<int>(cmd::ExitCode::failed);
}
