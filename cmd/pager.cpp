#include "cmd/pager.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <string_view>

#include <sys/wait.h>

#include "lib/render/width.hpp"
#include <unistd.h>

namespace spoc::cmd {

namespace {

bool write_all(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// How many lines of a terminal a text takes.
int lines_on_screen(std::string_view text, int width) {
    int lines = 0;
    while (!text.empty()) {
        const auto stop = std::min(text.find('\n'), text.size());
        lines += std::max(1, (render::display_width(text.substr(0, stop)) + width - 1) / width);
        text.remove_prefix(std::min(stop + 1, text.size()));
    }
    return lines;
}

/// Whether the pager could be started. It is told nothing more once the user has left it.
bool show(const std::string& pager, std::string_view text) {
    constexpr int not_found = 127;
    ::setenv("LESS", "FRX", 0);  // what the user has set stays
    ::setenv("LESSCHARSET", "utf-8", 0);
    std::signal(SIGINT, SIG_IGN);  // it is the pager that is interrupted
    std::signal(SIGPIPE, SIG_IGN);
    auto* const pipe = ::popen(pager.c_str(), "w");  // NOLINT(cert-env33-c): the user's own command
    if (pipe == nullptr) {
        return false;
    }
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), pipe));
    const int status = ::pclose(pipe);
    return !(WIFEXITED(status) && WEXITSTATUS(status) == not_found);
}

}  // namespace

bool is_for_programs(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 5> forms = {"--json", "--plain", "--csv", "--output", "-o"};
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::find(forms, std::string_view(word).substr(0, word.find('='))) != forms.end();
    });
}

int PagedOutput::sync() {
    const bool written = write_all(view());
    str({});
    return written ? 0 : -1;
}

bool PagedOutput::finish() {
    if (lines_on_screen(view(), width_) < height_ || !show(pager_, view())) {
        return sync() == 0;
    }
    str({});
    return true;
}

}  // namespace spoc::cmd
