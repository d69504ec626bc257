#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `notice`: what is unread or under way.
struct NoticeListOptions {
    std::string system;
    bool all = false;
    std::optional<int> limit;
};
void declare(CommandLine& command, NoticeListOptions& options, const render::Wording& say);
ExitCode run(const NoticeListOptions& options, World& world);

/// `notice fetch`: reads the feeds.
struct NoticeFetchOptions {
    std::string from;
    bool exit_code = false;
};
void declare(CommandLine& command, NoticeFetchOptions& options, const render::Wording& say);
ExitCode run(const NoticeFetchOptions& options, World& world);

/// What is said of a notice by hand.
struct NoticeFields {
    std::string title, text, kind, system, interface, state, link, starts_at, ends_at;
};

/// `notice add`: from options, from a mail, or from pasted text.
struct NoticeAddOptions {
    std::string mail, source;
    NoticeFields fields;
};
void declare(CommandLine& command, NoticeAddOptions& options, const render::Wording& say);
ExitCode run(const NoticeAddOptions& options, World& world);

/// `notice edit`: how a notice that came by hand or by mail went on.
struct NoticeEditOptions {
    std::int64_t number = 0;
    NoticeFields fields;
};
void declare(CommandLine& command, NoticeEditOptions& options, const render::Wording& say);
ExitCode run(const NoticeEditOptions& options, World& world);

struct NoticeShowOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, NoticeShowOptions& options, const render::Wording& say);
ExitCode run(const NoticeShowOptions& options, World& world);

/// `notice forward`: to the audiences whose rules fit.
struct NoticeForwardOptions {
    std::int64_t number = 0;
    std::vector<std::string> to;
    bool automatic = false;
    SendingOptions sending;
};
void declare(CommandLine& command, NoticeForwardOptions& options, const render::Wording& say);
ExitCode run(const NoticeForwardOptions& options, World& world);

/// `notice release`: what a release says of our cases.
struct NoticeReleaseOptions {
    std::int64_t number = 0;  ///< 0: a text is read
    std::string text, system;
    bool apply = false;
};
void declare(CommandLine& command, NoticeReleaseOptions& options, const render::Wording& say);
ExitCode run(const NoticeReleaseOptions& options, World& world);

/// `notice receipts`: who was told, and when.
struct NoticeReceiptsOptions {
    std::int64_t number = 0;
};
void declare(CommandLine& command, NoticeReceiptsOptions& options, const render::Wording& say);
ExitCode run(const NoticeReceiptsOptions& options, World& world);

}  // namespace spoc::cmd
