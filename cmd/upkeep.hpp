#pragma once

#include <string>

#include "cmd/verb.hpp"

namespace spoc::cmd {

/// `doctor`: looks the store over; with `--rebuild`, makes everything derived anew from the event log first.
struct DoctorOptions {
    bool rebuild = false;
    bool privacy = false;    ///< say where personal data stands instead
    bool exit_code = false;  ///< end with 10 if it does
};
void declare(CommandLine& command, DoctorOptions& options, const render::Wording& say);
ExitCode run(const DoctorOptions& options, World& world);

/// `backup`: a consistent copy of the store; `-` is standard output.
struct BackupOptions {
    std::string file;
};
void declare(CommandLine& command, BackupOptions& options, const render::Wording& say);
ExitCode run(const BackupOptions& options, World& world);

/// `export`: the event log in the interchange form.
struct ExportOptions {
    std::string since;
};
void declare(CommandLine& command, ExportOptions& options, const render::Wording& say);
ExitCode run(const ExportOptions& options, World& world);

/// `import`: takes an event log.
struct ImportOptions {
    std::string file;
    bool keep_going = false;
};
void declare(CommandLine& command, ImportOptions& options, const render::Wording& say);
ExitCode run(const ImportOptions& options, World& world);

}  // namespace spoc::cmd
