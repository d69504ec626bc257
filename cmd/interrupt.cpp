#include "cmd/interrupt.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>

#include "cmd/exit_code.hpp"
#include <unistd.h>

namespace spoc::cmd {

namespace {

// A handler of a signal may touch nothing that allocates: the text lies ready.
std::array<char, 512> farewell{};
std::atomic<std::size_t> farewell_length = 0;

extern "C" void end_at_once(int) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, farewell.data(), farewell_length);
    ::_exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Farewell::Farewell(const std::string& text) {
    const auto line = "\n" + text + "\n";
    const auto length = std::min(line.size(), farewell.size());
    std::copy_n(line.begin(), length, farewell.begin());
    farewell_length = length;
}

Farewell::~Farewell() {
    farewell_length = 0;
}

void end_on_interrupt() {
    static_cast<void>(std::signal(SIGINT, end_at_once));
}

}  // namespace spoc::cmd
