#pragma once

#include <string>

namespace spoc::cmd {

/// What the program says last if the user interrupts it while this lives. One at a time.
class Farewell {
public:
    explicit Farewell(const std::string& text);
    Farewell(const Farewell&) = delete;
    Farewell& operator=(const Farewell&) = delete;
    ~Farewell();
};

/// Names a file that is not whole yet; it goes, with what a database keeps beside it, when the user
/// interrupts the program. Empty: none. One at a time.
void remove_on_interrupt(const std::string& path);

/// Ends the program when the user interrupts it. Nothing is half done then: what is not committed never
/// happened.
void end_on_interrupt();

}  // namespace spoc::cmd
