#pragma once

#include <sstream>
#include <string>
#include <vector>

namespace spoc::cmd {

/// Whether the words of a command line ask for output that programs read.
bool is_for_programs(const std::vector<std::string>& words);

/// Collects what is written for a person at a terminal, and shows it by a pager if it is higher than the
/// terminal. What was flushed before the end, as in front of a question, goes straight out.
class PagedOutput : public std::stringbuf {
public:
    /// `pager` is a command for the shell; the terminal has so many columns and lines.
    PagedOutput(std::string pager, int width, int height)
        : pager_(std::move(pager)), width_(width), height_(height) {}

    /// Shows the rest; false if it could not be written.
    bool finish();

protected:
    int sync() override;

private:
    std::string pager_;
    int width_;
    int height_;
};

}  // namespace spoc::cmd
