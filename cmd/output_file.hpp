#pragma once

#include <fstream>
#include <string>

namespace spoc::cmd {

/// The file that a result is put into: it is there once it is whole, and not before. A new one can be read by
/// its owner only, for it may speak of people.
class OutputFile {
public:
    /// Throws Failed if nothing can be written there.
    explicit OutputFile(const std::string& path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    /// What was not kept is gone.
    ~OutputFile();

    std::ostream& stream() { return stream_; }
    /// Puts it in place; false if it could not be written.
    bool keep();

private:
    void make_beside();

    std::string path_;
    std::string target_;  ///< where links lead to
    std::string beside_;  ///< what is written meanwhile; empty: the target itself, which is no plain file
    std::ofstream stream_;
};

}  // namespace spoc::cmd
