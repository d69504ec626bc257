#include "cmd/editor.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include <sys/stat.h>
#include <sys/wait.h>

#include "cmd/world.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace spoc::cmd {

namespace {

namespace fs = std::filesystem;

/// What the editor left: nothing if it took the form away. A pipe would be waited for, and a link may lead
/// anywhere.
std::string contents(const fs::path& path) {
    std::error_code absent;
    const auto status = fs::symlink_status(path, absent);
    if (status.type() == fs::file_type::not_found) {
        return {};
    }
    constexpr std::uintmax_t most = 16U << 20U;
    if (status.type() != fs::file_type::regular || fs::file_size(path, absent) > most) {
        throw core::Failed("what the editor left in {} is no form", path.string());
    }
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Writes the form for its owner only, and never through a link.
void write(const fs::path& path, std::string_view text) {
    ::mkdir(path.parent_path().c_str(), S_IRWXU);
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    bool written = file >= 0 && ::fchmod(file, S_IRUSR | S_IWUSR) == 0;
    while (written && !text.empty()) {
        const auto size = ::write(file, text.data(), text.size());
        written = size > 0;
        text.remove_prefix(written ? static_cast<std::size_t>(size) : 0);
    }
    if (file < 0 || ::close(file) != 0 || !written) {
        throw core::Failed("the form could not be written to {}", path.string());
    }
}

/// A path as one word for the shell.
std::string quoted(const std::string& path) {
    std::string word = "'";
    for (const char c : path) {
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return word + "'";
}

/// The editor is a command of the user's own shell words, as it is for git.
void run_editor(const fs::path& path, World& world) {
    const auto& environment = world.surroundings().environment;
    const auto editor = !environment.visual.empty()   ? environment.visual
                        : !environment.editor.empty() ? environment.editor
                                                      : std::string("editor");
    const auto status = std::system((editor + " " + quoted(path.string())).c_str());  // NOLINT(cert-env33-c)
    if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw core::Failed("the editor {} failed; the form is kept in {}", editor, path.string());
    }
}

std::string kept_form(const fs::path& path) {
    if (!fs::exists(path)) {
        throw core::NotFound("there is no form to recover: {} is not there", path.string());
    }
    return contents(path);
}

/// A form that was kept makes room for a new one.
void move_aside(const fs::path& path, World& world) {
    auto aside = path;
    for (int number = 2; fs::exists(aside); ++number) {
        aside = path.parent_path() / fmt::format("{}-{}.txt", path.stem().string(), number);
    }
    fs::rename(path, aside);
    world.tell(world.say()("A form that was not finished is kept in {}", aside.string()));
}

}  // namespace

core::Value edit_form(const FormFile& file, const core::Value& known,
                      const std::vector<core::FormLine>& lines, World& world,
                      const std::function<core::Value(const core::Value&)>& check) {
    const auto& say = world.say();
    const auto path = fs::path(world.store_folder()) / "drafts" / (file.name + ".txt");
    std::vector<std::string> notes = {
        say("Lines that begin with # are left out. Save an unchanged form to give up.")};
    auto shown = file.recover ? kept_form(path) : core::write_form(known, lines, notes);
    bool may_stay = file.recover;  // what was kept may be all that is wanted
    if (!file.recover && fs::exists(path)) {
        move_aside(path, world);
    }
    for (;;) {
        write(path, shown);
        run_editor(path, world);
        const auto filled = contents(path);
        const bool unchanged = filled == shown && !std::exchange(may_stay, false);
        if (unchanged || filled.empty()) {
            throw core::Failed("nothing was changed, so nothing is recorded; the form is kept in {}",
                               path.string());
        }
        core::Value read;
        try {
            read = core::read_form(filled, path.filename().string());
            auto checked = check(read);
            fs::remove(path);
            return checked;
        } catch (const core::Error& error) {
            notes.insert(notes.begin(), say.tell(error.sentence()));
            for (const auto& detail : error.details()) {
                notes.front() += "; " + say.tell(detail);
            }
            shown =
                read.is_null() ? "# " + notes.front() + "\n" + filled : core::write_form(read, lines, notes);
            notes.erase(notes.begin());
        }
    }
}

}  // namespace spoc::cmd
