#pragma once

#include <string>

#include "cmd/filters.hpp"
#include "cmd/sending.hpp"
#include "cmd/verb.hpp"
#include "lib/core/landscape.hpp"

namespace spoc::cmd {

/// `wishlist`: the wishes, those that weigh most first.
struct WishlistOptions {
    FilterOptions filter;
    bool why = false;
    bool unanswered = false;
    PageOptions page;
};
void declare(CommandLine& command, WishlistOptions& options, const render::Wording& say);
ExitCode run(const WishlistOptions& options, World& world);

struct WishlistAddOptions {
    std::string title, text, system, reporter, interface, link, by, benefit, at, question;
};
void declare(CommandLine& command, WishlistAddOptions& options, const render::Wording& say);
ExitCode run(const WishlistAddOptions& options, World& world);

struct WishlistShowOptions {
    std::string id;
};
void declare(CommandLine& command, WishlistShowOptions& options, const render::Wording& say);
ExitCode run(const WishlistShowOptions& options, World& world);

struct WishlistEditOptions {
    std::string id, title, text, reporter, interface, link, at;
};
void declare(CommandLine& command, WishlistEditOptions& options, const render::Wording& say);
ExitCode run(const WishlistEditOptions& options, World& world);

struct WishlistBackOptions {
    std::string id, by, municipality, benefit, at;
    std::int64_t people = 0, minutes = 0, times = 0;
};
void declare(CommandLine& command, WishlistBackOptions& options, const render::Wording& say);
ExitCode run(const WishlistBackOptions& options, World& world);

/// `wishlist merge`: this wish says the same as another; its backers move there.
struct WishlistMergeOptions {
    std::string id, into, at;
};
void declare(CommandLine& command, WishlistMergeOptions& options, const render::Wording& say);
ExitCode run(const WishlistMergeOptions& options, World& world);

struct WishlistSubmitOptions {
    std::string id, to{core::system_manager};
    SendingOptions sending;
};
void declare(CommandLine& command, WishlistSubmitOptions& options, const render::Wording& say);
ExitCode run(const WishlistSubmitOptions& options, World& world);

struct WishlistDecideOptions {
    std::string id, by{core::system_manager}, outcome, release, text, at;
};
void declare(CommandLine& command, WishlistDecideOptions& options, const render::Wording& say);
ExitCode run(const WishlistDecideOptions& options, World& world);

}  // namespace spoc::cmd
