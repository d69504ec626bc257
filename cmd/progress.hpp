#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cmd/interrupt.hpp"

namespace spoc::cmd {

class World;

/// A line on the user's terminal that says how far long work has come: "Reading [#####.....] 48 %". It is
/// written only to a terminal, not when quiet, not for what is over at once, and is gone when the work is.
/// Where the user interrupts the work, `farewell` is said.
class Progress {
public:
    Progress(World& world, std::string what, const std::string& farewell);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// `done` of `total`; a total that is not known is 0.
    void at(std::int64_t done, std::int64_t total);

private:
    void clear();

    World& world_;
    std::string what_;
    Farewell farewell_;
    std::chrono::steady_clock::time_point next_;
    int shown_ = 0;  ///< columns that the line takes
};

}  // namespace spoc::cmd
