#pragma once

#include <string>
#include <vector>

#include "cmd/filters.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `verify`: the fixes that await a verdict.
struct VerifyListOptions {
    FilterOptions filter;
};
void declare(CommandLine& command, VerifyListOptions& options, const render::Wording& say);
ExitCode run(const VerifyListOptions& options, World& world);

struct VerifyPlanOptions {
    std::string id;
};
void declare(CommandLine& command, VerifyPlanOptions& options, const render::Wording& say);
ExitCode run(const VerifyPlanOptions& options, World& world);

/// What a verdict says; the verb says whether it is a pass or a fail.
struct VerdictOptions {
    std::string id, environment, release, text, at;
    std::vector<std::string> steps;
};
struct VerifyPassOptions : VerdictOptions {};
struct VerifyFailOptions : VerdictOptions {};
void declare(CommandLine& command, VerifyPassOptions& options, const render::Wording& say);
void declare(CommandLine& command, VerifyFailOptions& options, const render::Wording& say);
ExitCode run(const VerifyPassOptions& options, World& world);
ExitCode run(const VerifyFailOptions& options, World& world);

/// `verify run`: asks for the outcome of each step, and records the verdict that follows.
struct VerifyRunOptions {
    std::string id, environment, release;
};
void declare(CommandLine& command, VerifyRunOptions& options, const render::Wording& say);
ExitCode run(const VerifyRunOptions& options, World& world);

/// `verify release`: every fix that a release is said to hold.
struct VerifyReleaseOptions {
    std::string release;
};
void declare(CommandLine& command, VerifyReleaseOptions& options, const render::Wording& say);
ExitCode run(const VerifyReleaseOptions& options, World& world);

}  // namespace spoc::cmd
