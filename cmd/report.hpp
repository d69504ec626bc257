#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/filters.hpp"
#include "cmd/sending.hpp"
#include "cmd/verb.hpp"

namespace spoc::cmd {

/// The fields of a defect report, under their names in the event log; empty: not given.
struct ReportFields {
    std::string category;
    std::map<std::string_view, std::string> texts;
    std::vector<std::string> retest;
};

struct ReportListOptions {
    FilterOptions filter;
};
void declare(CommandLine& command, ReportListOptions& options, const render::Wording& say);
ExitCode run(const ReportListOptions& options, World& world);

struct ReportShowOptions {
    std::string id;
};
void declare(CommandLine& command, ReportShowOptions& options, const render::Wording& say);
ExitCode run(const ReportShowOptions& options, World& world);

struct ReportNewOptions {
    std::string title;
    ReportFields fields;
    std::string file;  ///< a TOML file or a form of the editor's; `-` is standard input
    std::string at;
    std::vector<std::string> attach;
    std::string question;  ///< that the defect was first
    bool anonymised = false;
    bool edit = false;
    bool recover = false;  ///< the form that was kept
};
void declare(CommandLine& command, ReportNewOptions& options, const render::Wording& say);
ExitCode run(const ReportNewOptions& options, World& world);

struct ReportEditOptions {
    std::string id;
    std::string title;
    ReportFields fields;
    std::string file;
    std::string at;
    bool recover = false;  ///< the form that was kept
};
void declare(CommandLine& command, ReportEditOptions& options, const render::Wording& say);
ExitCode run(const ReportEditOptions& options, World& world);

struct ReportAnalyseOptions {
    std::string id, cause, finding, interface, at;
};
void declare(CommandLine& command, ReportAnalyseOptions& options, const render::Wording& say);
ExitCode run(const ReportAnalyseOptions& options, World& world);

struct ReportSendOptions {
    std::string id;
    std::string to;
    std::string ref;
    std::string via;
    SendingOptions sending;
};
void declare(CommandLine& command, ReportSendOptions& options, const render::Wording& say);
ExitCode run(const ReportSendOptions& options, World& world);

struct ReportLogOptions {
    std::string id, from, to, kind, ref, by, release, environment, at;
    std::string text;
    std::vector<std::string> attach;
    bool send = false;
    bool anonymised = false;
    SendingOptions sending;  ///< of a word that is sent
};
void declare(CommandLine& command, ReportLogOptions& options, const render::Wording& say);
ExitCode run(const ReportLogOptions& options, World& world);

struct ReportRemindOptions {
    std::string id;
    std::string to;
    SendingOptions sending;
};
void declare(CommandLine& command, ReportRemindOptions& options, const render::Wording& say);
ExitCode run(const ReportRemindOptions& options, World& world);

/// `wait`: somebody else has the ball.
struct ReportWaitOptions {
    std::string id, on, text, at;
};
void declare(CommandLine& command, ReportWaitOptions& options, const render::Wording& say);
ExitCode run(const ReportWaitOptions& options, World& world);

/// `resume`: the ball goes back to whom the case was reported to.
struct ReportResumeOptions {
    std::string id, to, text, at;
};
void declare(CommandLine& command, ReportResumeOptions& options, const render::Wording& say);
ExitCode run(const ReportResumeOptions& options, World& world);

struct ReportCloseOptions {
    std::string id, as, of;
    bool silent = false;
    SendingOptions sending;
};
void declare(CommandLine& command, ReportCloseOptions& options, const render::Wording& say);
ExitCode run(const ReportCloseOptions& options, World& world);

struct ReportReopenOptions {
    std::string id, text, at;
};
void declare(CommandLine& command, ReportReopenOptions& options, const render::Wording& say);
ExitCode run(const ReportReopenOptions& options, World& world);

struct ReportLinkOptions {
    std::string id, to, as = "related", at;
};
void declare(CommandLine& command, ReportLinkOptions& options, const render::Wording& say);
ExitCode run(const ReportLinkOptions& options, World& world);

struct ReportAttachOptions {
    std::string id, at;
    std::vector<std::string> files;
    bool anonymised = false;
};
void declare(CommandLine& command, ReportAttachOptions& options, const render::Wording& say);
ExitCode run(const ReportAttachOptions& options, World& world);

}  // namespace spoc::cmd
