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
void declare(CLI::App& command, VerifyListOptions& options, const render::Wording& say);
ExitCode run(const VerifyListOptions& options, World& world);

struct VerifyPlanOptions {
    std::string id;
};
void declare(CLI::App& command, VerifyPlanOptions& options, const render::Wording& say);
ExitCode run(const VerifyPlanOptions& options, World& world);

/// What a verdict says; the verb says whether it is a pass or a fail.
struct VerdictOptions {
    std::string id, environment, release, text, at;
    std::vector<std::string> steps;
};
struct VerifyPassOptions : VerdictOptions {};
struct VerifyFailOptions : VerdictOptions {};
void declare(CLI::App& command, VerifyPassOptions& options, const render::Wording& say);
void declare(CLI::App& command, VerifyFailOptions& options, const render::Wording& say);
ExitCode run(const VerifyPassOptions& options, World& world);
ExitCode run(const VerifyFailOptions& options, World& world);

/// `verify run`: asks for the outcome of each step, and records the verdict that follows.
struct VerifyRunOptions {
    std::string id, environment, release;
};
void declare(CLI::App& command, VerifyRunOptions& options, const render::Wording& say);
ExitCode run(const VerifyRunOptions& options, World& world);

/// `verify release`: every fix that a release is said to hold.
struct VerifyReleaseOptions {
    std::string release;
};
void declare(CLI::App& command, VerifyReleaseOptions& options, const render::Wording& say);
ExitCode run(const VerifyReleaseOptions& options, World& world);

}  // namespace spoc::cmd
