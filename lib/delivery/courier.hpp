#pragma once

#include <memory>
#include <string>
#include <vector>

#include "lib/core/error.hpp"
#include "lib/core/program.hpp"
#include "lib/core/zone.hpp"

namespace spoc::delivery {

/// What a courier knows of a message besides its bytes.
struct Envelope {
    std::string message_id;  ///< without angle brackets
    core::Instant at{};      ///< when it was written
};

/// Nobody knows whether a message went out: it may have, so it must not be sent again unasked.
class Uncertain : public core::OutsideError {
public:
    using core::OutsideError::OutsideError;
};

/// Carries composed messages out of the house.
class Courier {
public:
    Courier() = default;
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;
    virtual ~Courier() = default;

    /// Returns when the message is in other hands. Throws OutsideError if they refuse it,
    /// and Uncertain if they may have taken it.
    virtual void deliver(const std::string& message, const Envelope& envelope) = 0;
};

/// Puts every message into a folder, a file each, whole or not at all.
class FileCourier final : public Courier {
public:
    /// The folder is made, for its owner only, when the first message comes.
    explicit FileCourier(std::string folder) : folder_(std::move(folder)) {}
    void deliver(const std::string& message, const Envelope& envelope) override;

private:
    std::string folder_;
};

/// Gives every message to a program that is compatible with sendmail, on its standard input.
class SendmailCourier final : public Courier {
public:
    SendmailCourier(std::vector<std::string> command, core::RunProgram run)
        : command_(std::move(command)), run_(std::move(run)) {}
    void deliver(const std::string& message, const Envelope& envelope) override;

private:
    std::vector<std::string> command_;
    core::RunProgram run_;
};

/// The files in a folder that the courier `file` has put a message into.
std::vector<std::string> files_of(const std::string& folder, const Envelope& envelope);

/// Puts other bytes in the place of a file's, whole or not at all. Throws OutsideError.
void rewrite_file(const std::string& path, const std::string& bytes);

/// How the configuration says that messages go out.
struct CourierChoice {
    std::string courier;               ///< `file` or `sendmail`
    std::string folder;                ///< of the courier file
    std::vector<std::string> command;  ///< of the courier sendmail: the program and its arguments
};

/// Throws ConfigError if there is no such courier.
std::unique_ptr<Courier> make_courier(const CourierChoice& choice, core::RunProgram run);

}  // namespace spoc::delivery
