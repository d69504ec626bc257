#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace spoc::core {

/// Another program to run, without a shell.
struct Program {
    std::vector<std::string> command;       ///< the program and its arguments
    std::string input;                      ///< given on its standard input
    std::chrono::seconds timeout{60};       ///< then it is killed
    std::size_t output_limit = 64U << 20U;  ///< bytes of output; more of it and it is killed
};

/// How it went.
struct ProgramResult {
    int status = 0;  ///< exit status; 127 if it could not be started, 128 + n if signal n ended it
    int signal = 0;  ///< that ended it; 0 if none did
    bool timed_out = false;
    bool too_much = false;  ///< it wrote more than the limit
    std::string out;
    std::string err;
};

/// Runs other programs. The rules only know that this can be done.
using RunProgram = std::function<ProgramResult(const Program&)>;

}  // namespace spoc::core
