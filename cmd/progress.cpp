#include "cmd/progress.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "cmd/world.hpp"
#include "lib/render/width.hpp"

namespace spoc::cmd {

namespace {

constexpr std::chrono::milliseconds first_after{200};
constexpr std::chrono::milliseconds between{100};

/// "[#####.....] 48 %", or the number where nobody knows the whole.
std::string bar(std::int64_t done, std::int64_t total) {
    constexpr std::int64_t width = 20;
    if (total <= 0) {
        return fmt::format("{}", done);
    }
    const auto part = std::clamp<std::int64_t>(done, 0, total);
    const auto full = static_cast<std::size_t>(part * width / total);
    return fmt::format("[{}{}] {:3} %", std::string(full, '#'),
                       std::string(static_cast<std::size_t>(width) - full, '.'), part * 100 / total);
}

}  // namespace

Progress::Progress(World& world, std::string what, const std::string& farewell)
    : world_(world),
      what_(std::move(what)),
      farewell_(farewell),
      next_(std::chrono::steady_clock::now() + first_after) {}

Progress::~Progress() {
    clear();
}

void Progress::at(std::int64_t done, std::int64_t total) {
    if (!world_.terminal().err || world_.globals().quiet ||
        world_.surroundings().environment.term == "dumb") {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) {
        return;
    }
    next_ = now + between;
    const auto line = render::truncated(what_ + " " + bar(done, total), world_.terminal().width - 1);
    clear();
    world_.err() << line << std::flush;
    shown_ = render::display_width(line);
}

void Progress::clear() {
    if (shown_ > 0) {
        world_.err() << '\r' << std::string(static_cast<std::size_t>(shown_), ' ') << '\r' << std::flush;
        shown_ = 0;
    }
}

}  // namespace spoc::cmd
