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
std::array<std::array<char, 4096>, 4> unfinished{};
std::atomic<bool> is_unfinished = false;

extern "C" void end_at_once(int) {
    if (is_unfinished) {
        for (const auto& path : unfinished) {
            ::unlink(path.data());
        }
    }
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

void remove_on_interrupt(const std::string& path) {
    is_unfinished = false;
    constexpr std::array endings = {"", "-journal", "-wal", "-shm"};
    for (std::size_t each = 0; each < endings.size() && !path.empty(); ++each) {
        const auto name = path + endings.at(each);
        if (name.size() >= unfinished.at(each).size()) {
            return;
        }
        std::copy_n(name.c_str(), name.size() + 1, unfinished.at(each).begin());
    }
    is_unfinished = !path.empty();
}

void end_on_interrupt() {
    static_cast<void>(std::signal(SIGINT, end_at_once));
}

}  // namespace spoc::cmd
