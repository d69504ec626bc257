#pragma once

#include <cstdint>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `outbox`: what waits, failed, or is in doubt.
struct OutboxListOptions {
    bool all = false;
};
void declare(CommandLine& command, OutboxListOptions& options, const render::Wording& say);
ExitCode run(const OutboxListOptions& options, World& world);

struct OutboxShowOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, OutboxShowOptions& options, const render::Wording& say);
ExitCode run(const OutboxShowOptions& options, World& world);

/// `outbox send`: once more, one message or all that wait or failed.
struct OutboxSendOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, OutboxSendOptions& options, const render::Wording& say);
ExitCode run(const OutboxSendOptions& options, World& world);

/// `outbox drop`: it is not to go out; or, with `--sent`, it did.
struct OutboxDropOptions {
    std::int64_t number = 0;
    bool sent = false;
};
void declare(CommandLine& command, OutboxDropOptions& options, const render::Wording& say);
ExitCode run(const OutboxDropOptions& options, World& world);

}  // namespace spoc::cmd
