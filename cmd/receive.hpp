#pragma once

#include <cstdint>
#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `receive`: files a mail from standard input, or those of a maildir.
struct ReceiveOptions {
    std::string maildir, as;
    bool move = false;  ///< from `new` to `cur`
};
void declare(CommandLine& command, ReceiveOptions& options, const render::Wording& say);
ExitCode run(const ReceiveOptions& options, World& world);

/// `receive list`: mails that belong nowhere yet.
struct ReceiveListOptions {};
void declare(CommandLine& command, ReceiveListOptions& options, const render::Wording& say);
ExitCode run(const ReceiveListOptions& options, World& world);

/// `receive show`: a mail that belongs nowhere yet.
struct ReceiveShowOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, ReceiveShowOptions& options, const render::Wording& say);
ExitCode run(const ReceiveShowOptions& options, World& world);

/// `receive drop`: takes such a mail off the list.
struct ReceiveDropOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, ReceiveDropOptions& options, const render::Wording& say);
ExitCode run(const ReceiveDropOptions& options, World& world);

/// `receive place`: files such a mail on a case.
struct ReceivePlaceOptions {
    std::int64_t number = 0;
    std::string on, as;
};
void declare(CommandLine& command, ReceivePlaceOptions& options, const render::Wording& say);
ExitCode run(const ReceivePlaceOptions& options, World& world);

}  // namespace spoc::cmd
